import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/sentence-length.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const wordy = (count: number) => `Rest ${Array.from({ length: count - 1 }, () => 'well').join(' ')}.`
const options = { max: 8 }
const setup = { options, lang: 'en' }

describe('sentence-length', () => {
  it('reports the sentence with its number of words', () => {
    const [message] = expectReports(
      rule,
      'Rest. ⟦If your child has a fever and a rash, or if the neck is stiff, or if light hurts the eyes, you should call the out-of-hours line at once and say clearly that you are worried about meningitis.⟧ Call us.',
    )
    expect(message!.message).toMatch(/^Split this sentence: 3\d words, limit 35\.$/)
    expect(message!.severity).toBe('info')
  })

  it.each([
    'Before the operation the nurse will check your weight, your temperature, your pulse and your blood pressure, ask about allergies, loose teeth, medicines and previous anaesthetics, and then show you where to leave your clothes and valuables.',
    'The plan, which your physiotherapist wrote with you last week and which you can change whenever you like, lists the exercises for each day, the number of repeats, the breaks between them and the signs that tell you to stop.',
  ])('reports %s', (text) => {
    expectReports(rule, `⟦${text}⟧`)
  })

  it('starts above the limit, whatever the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 2, max: 70 }), (max, count) => {
        expect(lint(rule, wordy(count), { options: { max }, lang: 'en' })).toHaveLength(count > max ? 1 : 0)
      }),
      { numRuns: 50 },
    )
  })

  it('reads items inside a sentence one by one', () => {
    expectSilent(rule, 'Bring (1) a list of your medicines, (2) the letter, and (3) your glasses and aids.', {
      options,
      strict: true,
    })
    expectReports(rule, '⟦Bring (1) a list of all the medicines that you take at home, (2) the letter.⟧', { options })
  })

  it('does not count citations, abbreviations and statistics in brackets', () => {
    expectSilent(rule, 'A stroke unit (SU) lowers the risk (risk ratio 0.81, 95% CI 0.69 to 0.94).', { options, strict: true })
    expectSilent(rule, 'The pain was less after eight weeks [1, 2, 3, 4].', { options, strict: true })
  })

  it('looks at list items, table cells and footnotes', () => {
    expectReports(rule, `- ⟦${wordy(9)}⟧\n- ${wordy(8)}\n`, setup)
    expectReports(rule, `| Advice |\n| --- |\n| ⟦${wordy(9)}⟧ |\n`, setup)
  })

  it.each([
    `> ${wordy(20)}`,
    `# ${wordy(20)}`,
    `The leaflet says: “${wordy(20)}”`,
    `Rest.\n\n## References\n\n1. Poe A. ${wordy(20)} J Rest. 2020.`,
    Array.from({ length: 12 }, () => '- rest the knee').join('\n'),
    '`one two three four five six seven eight nine` is code.',
  ])('is silent: %j', (markdown) => expectSilent(rule, markdown, { ...setup, strict: true }))
})
