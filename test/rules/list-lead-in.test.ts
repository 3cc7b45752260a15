import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/list-lead-in.ts'
import { applyFixes } from '../../src/lint/fixes.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const LIST = '\n\n- insurance card\n- your medicines\n'
const fixed = (text: string) => applyFixes(text, lint(rule, text)).text

describe('list-lead-in', () => {
  it.each([
    ['Bring these items⟦;⟧', 'Bring these items:'],
    ['Bring the following⟦.⟧', 'Bring the following:'],
    ['You will be called. The steps are as follows⟦.⟧', 'You will be called. The steps are as follows:'],
    ['Bring **these items⟦;⟧**', 'Bring **these items:**'],
    ['Bring [these items⟦;⟧](/checklist)', 'Bring [these items:](/checklist)'],
    ['> Bring these items⟦;⟧', '> Bring these items:'],
  ])('%s', (marked, right) => {
    const list = marked.startsWith('>') ? LIST.replaceAll('\n', '\n> ').trimEnd() : LIST
    const [message] = expectReports(rule, marked + list)
    expect(message).toMatchObject({ messageId: 'mark', severity: 'info', fix: { kind: 'safe' } })
    expect(fixed(marked.replace(/[⟦⟧]/g, '') + list)).toBe(right + list)
  })

  it.each([
    'Bring these items:',
    'Bring [these items:](/checklist)',
    'Bring',
    'Most people go home on the same day.',
    'All of these help.',
    'Ask about the price &lt;',
    '## What to bring;',
  ])('%s may stand before a list', (text) => expectSilent(rule, text + LIST, { strict: true }))

  it('leaves lists inside of items and in references alone', () => {
    expectSilent(rule, '- Bring these items;\n  - insurance card\n  - medicines\n', { strict: true })
    expectSilent(rule, `## References\n\nWe read the following.${LIST}`, { strict: true })
  })

  it('misses the list that is announced', () => {
    expectReports(rule, 'The steps are ⟦as follows⟧.\n\nThe nurse will call you.')
    expectReports(rule, '## Day one\n\nThe steps are ⟦as follows⟧:\n\n## Day two\n\nText.')
    expectReports(rule, 'The steps are ⟦as follows⟧.')
  })

  it.each([
    'The steps are as follows: wash, dry, wait.',
    'The steps are as follows:\n\n1. Wash.\n2. Dry.',
    'The doses are as follows:\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    'The steps are as follows.\n\n**Wash.** Use soap.',

    '## Steps\n\nThe steps are as follows.\n\n### Wash\n\nUse soap.',
    'The clearance is calculated as follows:\n\nClearance = rate / level',
    'The steps are as follows.\n\n![The steps](/steps.png)',
  ])('finds it in %s', (text) => expectSilent(rule, text, { strict: true }))

  it('compares the items of a list when told to', () => {
    const list = '- rest\n- drinking\n- You should call us\n'
    expectSilent(rule, list, { strict: true })
    const options = { parallel: true }
    expectReports(rule, list.replace('You should call us', '⟦$&⟧'), { options })
    expectSilent(rule, '- You should rest.\n- You should drink.\n- You should call us.\n', { strict: true, options })
    expectSilent(rule, '- rest\n- drinking\n- a call\n', { strict: true, options })
  })

  it('the fix changes one mark, once', () => {
    const word = fc.constantFrom('Bring', 'these items', 'the following', '**now**', '[x](/y)', '&amp;', '`a;`')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(';', '.', ':', ''), (words, mark) => {
        const text = `${words.join(' ')}${mark}${LIST}`
        const once = fixed(text)
        expect(fixed(once)).toBe(once)
        expect(once.length).toBe(text.length)
        expect(once.replace(/[:;.](?=\n\n- )/, '')).toBe(text.replace(/[:;.](?=\n\n- )/, ''))
      }),
    )
  })
})
