import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/heading-style.ts'
import { applyEdits, applyFixes } from '../../src/lint/fixes.ts'
import { expectReports, expectSilent, lint, post } from '../support.ts'

const fixed = (text: string) => applyFixes(text, lint(rule, text)).text

describe('heading-style: bold', () => {
  it.each([
    ['## ⟦**After your visit**⟧', '## After your visit'],
    ['## ⟦__After your visit__⟧ ##', '## After your visit ##'],
    ['## ⟦***Candida auris***⟧', '## *Candida auris*'],
    ['## ⟦**After _your_ visit**⟧', '## After _your_ visit'],
    ['## ⟦**[After](/a) your visit**⟧ {#after}', '## [After](/a) your visit {#after}'],
    ['⟦**After your visit**⟧\n---', 'After your visit\n---'],
    ['> ## ⟦**After your visit**⟧', '> ## After your visit'],
  ])('is removed: %s', (marked, right) => {
    const [message] = expectReports(rule, marked)
    expect(message).toMatchObject({ messageId: 'bold', severity: 'info', fix: { kind: 'safe' } })
    expect(fixed(marked.replace(/[⟦⟧]/g, ''))).toBe(right)
  })

  it('has no fix where the text would mean something else', () => {
    expect(expectReports(rule, '⟦**1. Rest**⟧\n---')[0]!.fix).toBeNull()
    expect(expectReports(rule, '## ⟦**Vitamin #**⟧')[0]!.fix).toBeNull()
  })

  it('may stand on a part of a heading', () => {
    expectSilent(rule, '## Taking **metformin** with food', { strict: true })
    expectSilent(rule, '## *Candida auris*', { strict: true })
  })

  it('is removed once and for all, without a change of the words', () => {
    const word = fc.constantFrom('Rest', '5 mg', 'not', '_now_', '[a](/b)', '`x`', '**b**', '&amp;', '#', '*', '!')
    const heading = fc.tuple(fc.constantFrom('**', '__', '***', '**_'), fc.array(word, { minLength: 1, maxLength: 5 }))
    fc.assert(
      fc.property(heading, fc.constantFrom('# ', '### ', '> ## '), ([mark, words], prefix) => {
        const text = `${prefix}${mark}${words.join(' ')}${[...mark].reverse().join('')}\n\nText.\n`
        const once = fixed(text)
        expect(fixed(once)).toBe(once)
        const shown = (markdown: string) => post(markdown).blocks.map((block) => block.text)
        expect(shown(once)).toEqual(shown(text))
      }),
    )
  })
})

describe('heading-style: levels', () => {
  it('reports each leap once, with the level to write', () => {
    const [first, second] = expectReports(rule, '## A\n\n#### ⟦B⟧\n\n## C\n\n#### D\n\n##### E\n\n# F\n\n### ⟦G⟧\n')
    expect(first!.message).toBe('Write this heading at level 3: it follows one at level 2.')
    expect(first!.related).toHaveLength(1)
    expect(second!.data).toEqual({ before: 1, expected: 2 })
  })

  it('suggests the level for a heading without parts', () => {
    const text = '## A\n\n#### B\n'
    const [message] = lint(rule, text)
    expect(applyEdits(text, message!.suggestions[0]!.edits)).toBe('## A\n\n### B\n')
    expect(lint(rule, '## A\n\n#### B\n\n##### C\n')[0]!.suggestions).toEqual([])
  })

  it('leaves alone the first heading, steps up, HTML headings in between, and everything when told to', () => {
    expectSilent(rule, '### A\n\n## B\n\n### C\n\n#### D\n\n## E\n', { strict: true })
    expectSilent(rule, '## A\n\n<h3>B</h3>\n\n#### C\n', { strict: true })
    expectSilent(rule, '## A\n\n#### B\n', { strict: true, options: { levels: false } })
  })
})

describe('heading-style: questions', () => {
  it.each([
    ['Why Migraine Happens?', 'Why Does Migraine Happen?'],
    ['Why it is important?', 'Why is it important?'],
    ['How the test is done?', 'How is the test done?'],
    ['How it works?', 'How does it work?'],
    ['When surgery is needed?', 'When is surgery needed?'],
    ['Why you need sleep?', 'Why do you need sleep?'],
    ['How probiotics support the liver?', 'How do probiotics support the liver?'],
  ])('"%s" is built like a statement', (heading, question) => {
    const text = `## ${heading}\n`
    const [message] = expectReports(rule, `## ⟦${heading}⟧\n\nIt may run in the family.`)
    expect(message!.message).toBe(`Write a question ("${question}") or drop the question mark.`)
    expect(message!.suggestions.map(({ edits }) => applyEdits(text, edits))).toEqual([
      `## ${question}\n`,
      `## ${heading.slice(0, -1)}\n`,
    ])
  })

  it.each([
    'Why does migraine happen?',
    'Why migraine happens',
    'What causes migraine?',
    'Who needs it?',
    'Why not?',
    'Why choose a clinic that is near you?',
    'Why meal prep?',
    'How common is migraine?',
    'How much protein helps?',
    'How much will I pay for these benefits?',
    'How safe are vaccines?',
    'What VA dental care benefits do I qualify for?',
    'When to see a doctor?',
    'Which foods help?',
    'Is it safe?',
  ])('"%s" is left alone', (heading) => expectSilent(rule, `## ${heading}\n\nThe answer is in the text.`, { strict: true }))
})

describe('heading-style: run-ins', () => {
  it.each([
    '⟦**Side effects:**⟧ Nausea, dizziness.',
    '⟦**Side effects**⟧: Nausea.',
    '⟦**At home**⟧\n\nRest for a day.',
    '⟦**At home**⟧\n\n- rest\n- ice',
  ])('reports %s', (marked) => {
    expect(expectReports(rule, marked)[0]).toMatchObject({ messageId: 'runIn', severity: 'info', fix: null })
  })

  it('is one message for a page, and suggests a heading', () => {
    const text = '## Care\n\n**At home**\n\nRest.\n\n**At work**\n\nRest.\n'
    const [message, ...others] = lint(rule, text)
    expect(others).toEqual([])
    expect(message!.related).toHaveLength(1)
    expect(applyEdits(text, message!.suggestions[0]!.edits)).toBe('## Care\n\n### At home\n\nRest.\n\n**At work**\n\nRest.\n')
    const labelled = '**Side effects:** Nausea.\n'
    expect(applyEdits(labelled, lint(rule, labelled)[0]!.suggestions[0]!.edits)).toBe('## Side effects\n\nNausea.\n')
  })

  it.each([
    '- **Side effects:** nausea',
    '**Dose:** one tablet\n\n**Side effects:** nausea\n\n**Risks:** bleeding',
    '**Note:** Nausea is common.',
    '**Call a doctor today.**\n\nDo not wait.',
    '**Symptoms:**\n\n- fever\n- rash',
    '**Doses by weight**\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    '**Metformin** lowers blood sugar.',
    '> **At home**\n>\n> Rest.',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('can be left out', () => {
    expectSilent(rule, '**At home**\n\nRest.', { strict: true, options: { runIn: false } })
  })
})

describe('heading-style: case', () => {
  it('is checked when told which', () => {
    const page = '## Taking Your Tablets Every Day\n\nText.\n\n## Taking your tablets every day\n\nText.\n'
    expectSilent(rule, page, { strict: true })
    const [title] = expectReports(rule, page.replace('Taking your tablets every day', '⟦$&⟧'), { options: { case: 'title' } })
    expect(title!.message).toBe('Write this heading in title case.')
    expectReports(rule, page.replace('Taking Your Tablets Every Day', '⟦$&⟧'), { options: { case: 'sentence' } })
    expectSilent(rule, '## Taking HbA1c in Children\n\nText.', { strict: true, options: { case: 'sentence' } })
  })
})
