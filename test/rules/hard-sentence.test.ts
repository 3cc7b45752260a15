import { describe, expect, it } from 'vitest'
import rule from '../../rules/hard-sentence.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const HARD = 'Concomitant anticholinergic therapy potentiates cognitive impairment in susceptible octogenarians.'

describe('hard-sentence', () => {
  it('reports the sentence, names three of its rarest words and shows all of them', () => {
    const [message] = expectReports(rule, `Rest now. ⟦${HARD}⟧`)
    expect(message!.message).toMatch(/^Use plainer words here: "\w+", "\w+", "\w+"\.$/)
    expect(message!.note).toMatch(/^Predicted difficulty \d\.\d of 6, limit 4\.5/)
    expect(message!.severity).toBe('info')
    for (const { start, end } of message!.related) expect(HARD).toContain(`Rest now. ${HARD}`.slice(start, end))
  })

  it('reports shorter ones at the threshold for patients', () => {
    expectReports(rule, '⟦Dysphagia necessitates thickened fluids and supervised mealtimes.⟧')
    expectReports(rule, '⟦Prophylactic antiemetics attenuate chemotherapy-induced emesis.⟧', { options: { threshold: 4 } })
  })

  it('offers a plain word where the list has one', () => {
    const text = 'Dysphagia necessitates thickened fluids and supervised mealtimes.'
    const [message] = lint(rule, text)
    const titles = message!.suggestions.map(({ title }) => title)
    expect(titles).toContain('Write "needs"')
    expect(titles).toContain('Write "Trouble swallowing"')
    for (const { edits } of message!.suggestions) expect(text.slice(edits[0]!.start, edits[0]!.end)).toMatch(/^\w+$/)
    expect(message!.fix).toBeNull()
  })

  it('takes the threshold from its options', () => {
    const text = 'Inflammation of the gallbladder frequently necessitates surgery.'
    expectSilent(rule, text, { options: { threshold: 6 }, strict: true })
    expectReports(rule, `⟦${text}⟧`, { options: { threshold: 3 } })
  })

  it('knows the glossary and the words of the title', () => {
    const text = 'Dysphagia necessitates thickened fluids and supervised mealtimes.'
    const glossary = ['dysphagia', 'mealtime', 'necessitates', 'thickened']
    expectSilent(rule, text, { options: { glossary }, strict: true })
    expectSilent(rule, `# Dysphagia necessitates thickened mealtimes\n\n${text}`, { strict: true })
  })

  it('reports the hardest sentences only, once each', () => {
    expect(lint(rule, Array.from({ length: 14 }, () => `Ask for it at the desk. ${HARD}`).join(' '))).toHaveLength(10)
    expect(
      lint(rule, `${HARD} Dysphagia necessitates thickened fluids and supervised mealtimes.`, { options: { maxPerDoc: 1 } }),
    ).toHaveLength(1)
  })

  it.each([
    'Take one tablet each morning with water.',
    'Dysphagia (trouble swallowing) is common after a stroke.',
    'Emesis, myalgia, rhinorrhoea.',
    'They lost 2.6 kg, 0.8 mmol and 30 kcal in 12 weeks.',
    'Take semaglutide, tirzepatide, liraglutide or dulaglutide once a week.',
    'Alex Guazzelli, Michael Zeller, Wen-Ching Lin and Graham Williams.',
    'Ask Kowalczyk, Wojciechowski and Brzezinski about it.',
    `> ${HARD}`,
    `# ${HARD}`,
    `“${HARD}”`,
  ])('is silent: %s', (markdown) => expectSilent(rule, markdown, { strict: true }))

  it('is silent on other languages', () => {
    expectSilent(rule, 'Anticholinerge Begleittherapien potenzieren kognitive Beeinträchtigungen hochbetagter Patientinnen.', {
      lang: 'de',
      strict: true,
    })
  })
})
