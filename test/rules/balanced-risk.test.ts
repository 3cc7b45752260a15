import { describe, expect, it } from 'vitest'
import rule from '../../rules/balanced-risk.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const treatment = { pageType: 'treatment' } as const
const BENEFITS = [
  'Laser treatment reduces wrinkles.',
  'The laser improves acne scars.',
  'It relieves rosacea.',
  'The laser also heals psoriasis.',
  'It improves eczema.',
  'Laser therapy reduces acne.',
  'It eases pain.',
  'The laser restores hair.',
  'It relieves tinnitus.',
]
const page = (count: number, rest = '', title = 'Laser treatment') =>
  `---\ntitle: ${title}\n---\n\n${BENEFITS.slice(0, count).join(' ')}\n\n${rest}\n`

describe('balanced-risk', () => {
  it('reports a page that names no harm, with the numbers', () => {
    const [message] = expectReports(rule, page(5, '', '⟦Laser treatment⟧'), treatment)
    expect(message!.message).toBe('Name the risks of Laser: 5 sentences on benefits, 0 on harm.')
    expect(message!.severity).toBe('warn')
    expect(message!.related.length).toBeGreaterThan(0)
  })

  it('leaves pages with few benefits alone, and articles that are not about a treatment', () => {
    expectSilent(rule, page(3), { ...treatment, strict: true })
    expect(lint(rule, page(6, '', 'Laser'))).toHaveLength(1)
    expectSilent(rule, page(5, '', 'Laser'), { strict: true })
    expectSilent(rule, page(9, '', 'Our team'), { strict: true })
    expectSilent(rule, page(9, '', 'Exercise and sleep'), { strict: true })
    for (const pageType of ['prevention', 'news', 'hub', 'condition'] as const)
      expectSilent(rule, page(9), { pageType, strict: true })
  })

  it.each([
    'The laser may cause burns and scars.',
    'Side effects are redness and swelling.',
    '## Risks\n\n- Bleeding\n- Infection',
    '| Adverse effects | Share |\n|---|---|\n| redness | 5 % |\n| burns | 1 % |',
    'Do not use it in pregnancy: it is contraindicated, and complications are known.',
    '## Is it safe?\n\nBurns have been seen. Long-term safety is unknown.',
    'Read the [side effects](/laser/side-effects) first.',
    'See the [package leaflet](https://www.ema.europa.eu/x).',
  ])('is content with %j', (rest) => expectSilent(rule, page(5, rest), { ...treatment, strict: true }))

  it.each([
    'It has no side effects and no risks.',
    'It lowers the risk of stroke and prevents infection.',
    'Are there risks? Is infection one of them?',
  ])('does not take %j for a harm', (rest) => {
    expect(lint(rule, page(5, rest), treatment).map(({ messageId }) => messageId)).toEqual(['none'])
  })

  it('compares benefits with harms', () => {
    const rest = 'The laser may cause burns and scars.'
    expectSilent(rule, page(8, rest), { ...treatment, strict: true })
    const [message] = lint(rule, page(9, rest), { ...treatment, options: { ratio: 4 } })
    expect([message!.messageId, message!.data['risks']]).toEqual(['ratio', 1])
    expect(lint(rule, page(5, rest), { ...treatment, options: { minRiskTerms: 6 } })).toHaveLength(1)
  })

  it('reports a section on risks that only makes little of them', () => {
    expectReports(rule, '# Laser\n\n## ⟦Side effects⟧\n\nThe laser is very well tolerated and safe.')
    expectSilent(rule, '# Laser\n\n## Side effects\n\nBurns are rare.', { strict: true })
    expectSilent(rule, '# Laser\n\n## Risks\n\nSee [our list](/risks). There is little to fear.', { strict: true })
    expectSilent(rule, '# Stroke\n\n## Risk factors\n\nThere is nothing to worry about.', { strict: true })
    expectSilent(rule, '# Stroke\n\n## How to avoid complications\n\nThere is nothing to worry about.', { strict: true })
  })
})
