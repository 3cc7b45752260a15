import { describe, expect, it } from 'vitest'
import rule from '../../rules/quotation-attribution.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine\n\n${body}\n`
const QUOTE = '"Magnesium can prevent migraine in most patients."'

describe('quotation-attribution', () => {
  it.each([
    `⟦> ${QUOTE}⟧`,
    `Experts say: ⟦${QUOTE}⟧`,
    `As you know, doctors say: ⟦${QUOTE}⟧`,
    `As one doctor puts it, ⟦"stress can trigger migraine attacks"⟧.`,
  ])('reports %s', (body) => {
    const [message] = expectReports(rule, page(body))
    expect(message!.message).toBe('Name the source of this quotation.')
  })

  it.each([
    `> ${QUOTE}\n> — Roy et al.`,
    `> ${QUOTE}\n>\n> — Ines Vogt`,
    `Professor Roy said: ${QUOTE}`,
    `Ines Vogt says: ${QUOTE}`,
    `${QUOTE}, says Ines Vogt.`,
    `One expert says in [an interview](https://news.example/a): ${QUOTE}`,
    `Ines Vogt told us more.\n\n> ${QUOTE}`,
    '> **Note:** magnesium can prevent migraine in most patients.',
    '> Magnesium can prevent migraine in most patients.',
    'The so-called "leaky gut" is said to cause migraine.',
    'Doctors say: "Does magnesium prevent migraine?"',
    'They say: "My migraine was reduced by magnesium."',
    'Never trust a page that says: "Magnesium can prevent migraine in most patients."',
    `You also state that ${QUOTE}`,
    `In the leaflet we say: ${QUOTE}`,
    `A researcher gets a grant and writes up in the final report ${QUOTE}`,
    `The letter needs specific language that states: ${QUOTE}`,
    `The gold standard is:\n\n> ${QUOTE}`,
    '> "The drug caused [condition] in this patient with migraine."',
    'Nurses noted that he/she "can prevent migraine in most patients".',
    'The manual says: "Press the green button to start the machine."',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('takes other limits and markers', () => {
    expectSilent(rule, page(`Experts say: ${QUOTE}`), { options: { minWords: 20 }, strict: true })
    const callout = page(`> "Hint: magnesium can prevent migraine in most patients."`)
    expect(lint(rule, callout)).toHaveLength(1)
    expectSilent(rule, callout, { options: { calloutMarkers: ['Hint'] }, strict: true })
  })
})
