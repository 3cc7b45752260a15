import { describe, expect, it } from 'vitest'
import rule from '../../rules/supplement-disclaimer.ts'
import { applyEdits } from '../../src/lint/fixes.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { configFor, expectReports, expectSilent, lint, post } from '../support.ts'

const usa = { pageType: 'supplement' as const, region: ['us'] }
const eu = { pageType: 'supplement' as const, region: ['eu'] }
const ONE =
  'This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.'
const MANY = ONE.replace('This statement has', 'These statements have')

describe('supplement-disclaimer', () => {
  it('is silent without a region, and the run says so; silent on other pages', () => {
    const text = '# Elderberry\n\nElderberry supports your immune system.'
    expectSilent(rule, text, { pageType: 'supplement', strict: true })
    const subject = post(text)
    subject.frontmatter.data['type'] = 'supplement'
    expect(lintPost(subject, configFor(rule)).silent).toEqual([{ rule: 'supplement-disclaimer', reason: 'no region configured' }])
    expectSilent(rule, text, { region: ['us'], strict: true })
    expectReports(rule, text.replace('supports your immune system', '⟦supports your immune system⟧'), {
      pageType: 'supplement',
      options: { regions: ['us'] },
    })
  })

  it('asks once for the statement in the US, and can add it', () => {
    const marked = '# Zinc\n\nZinc ⟦supports immune function⟧. It helps maintain healthy skin.\n\nBuy it.\n'
    const [message] = expectReports(rule, marked, usa)
    expect(message!.message).toBe('Add the required statement next to "supports immune function".')
    expect(message!.related).toHaveLength(1)
    const text = marked.replace(/[⟦⟧]/g, '')
    const added = applyEdits(text, message!.suggestions[0]!.edits)
    expect(added).toContain(`healthy skin.\n\n${MANY}\n\nBuy it.`)
    expectSilent(rule, added, { ...usa, strict: true })
  })

  it('takes the statement word for word, whatever its markup', () => {
    const page = (statement: string) => `# Zinc\n\nZinc supports immune function.\n\n${statement}\n`
    expectSilent(rule, page(ONE), { ...usa, strict: true })
    expectSilent(rule, page(`> \\* **${MANY}**`), { ...usa, strict: true })
    const [message] = lint(rule, page('These claims have not been evaluated by the FDA.'), usa)
    expect([message!.messageId, message!.actual]).toEqual(['wording', 'These claims have not been evaluated by the FDA.'])
    expect(applyEdits(page('These claims have not been evaluated by the FDA.'), message!.suggestions[0]!.edits)).toBe(page(ONE))
    expectSilent(rule, page('Not checked by anybody.'), {
      ...usa,
      options: { statement: 'Not checked by anybody.' },
      strict: true,
    })
  })

  it.each([
    '# Berberine\n\nOur berberine ⟦lowers blood sugar in people with diabetes⟧.',
    '# Ginger\n\nGinger ⟦can prevent migraine attacks⟧.',
    '# Devil’s claw\n\nIt ⟦may relieve the symptoms of arthritis⟧ [1].\n\n## References\n\n1. Roy D. Herbs. 2019.',
  ])('reports a disease claim in every region: %#', (text) => {
    for (const region of ['us', 'eu', 'uk']) expectReports(rule, text, { pageType: 'supplement', region: [region] })
  })

  it.each([
    'Does ginger prevent migraine?',
    'Ginger does not cure arthritis.',
    'Doctors treat arthritis with tablets.',
    'Patients with diabetes reduce their insulin.',
    'It relieves occasional heartburn.',
    'Tobacco increases the risk of cancer.',
    'Ask your doctor to treat your asthma first.',
    '> "It cured my arthritis."',
  ])('is silent on "%s"', (sentence) => {
    for (const region of ['us', 'eu'])
      expectSilent(rule, `# Ginger\n\n${sentence}`, { pageType: 'supplement', region: [region], strict: true })
  })

  it('knows what Europe does not allow', () => {
    expectReports(rule, '# Pods\n\nOur pods let you ⟦shed up to 10 pounds⟧ in a month.', eu)
    expectReports(rule, '# Pods\n\nOur pods are ⟦recommended by leading doctors⟧.', eu)
    expectReports(rule, '# Pods\n\n⟦Doctors recommend⟧ our pods.', { ...eu, region: ['uk'] })
    expectSilent(rule, '# Pods\n\nOur pods let you shed up to 10 pounds. Doctors recommend them.', { ...usa, strict: true })
    expectSilent(rule, '# Pods\n\nAsk if your doctors recommend them. A pod holds 4 kg.', { ...eu, strict: true })
  })

  it('reports what is not listed only when the list is complete', () => {
    const text = '# Zinc\n\nZinc ⟦supports healthy joints⟧. Zinc contributes to the normal function of the immune system.'
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), { ...eu, strict: true })
    const options = { authorisedClaims: 'claims.json' }
    const entries = [{ nutrients: ['zinc'], effects: ['normal function of the immune system'], regions: ['eu'] }]
    const set = { asOf: '2026-09-01', source: 'EU register', complete: true, entries }
    const [message] = expectReports(rule, text, { ...eu, options, project: { dataSets: { 'authorised-claims': set } } })
    expect(message!.note).toContain('2026-09-01')
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), { ...eu, options, strict: true })
  })
})
