import { describe, expect, it } from 'vitest'
import rule from '../../rules/reading-level.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const HARD = 'Exacerbation of obstructive symptoms necessitates immediate bronchodilator administration.'
const EASY = 'Sit up and stay calm for a while.'
const repeat = (sentence: string, times: number) => Array.from({ length: times }, () => sentence).join(' ')

describe('reading-level', () => {
  it('reports the post at its title with grade, margin, number of sentences and target', () => {
    const [message] = expectReports(rule, `# ⟦Your inhaler⟧\n\n${repeat(HARD, 26)}`, {
      audience: 'patient',
      options: { maxGrade: 9 },
    })
    expect(message!.message).toMatch(
      /^Simplify: grade \d+\.\d ± 0\.9 \(flesch-kincaid, 26 sentences\), target 9\. Start with the 3 sentences listed\.$/,
    )
    expect(message!.severity).toBe('info')
    expect(message!.fix).toBeNull()
    expect(message!.note).not.toContain('SMOG')
  })

  it.each(['flesch-kincaid', 'difficulty'])('says nothing within the margin of the %s score', (formula) => {
    const text = `# Title\n\n${repeat(HARD, 12)}`
    const { grade, margin } = lint(rule, text, { options: { formula, maxGrade: 1 } })[0]!.data
    const lowest = Number(grade) - Number(margin)
    const at = (maxGrade: number) => lint(rule, text, { options: { formula, maxGrade: Number(maxGrade.toFixed(1)) } })
    expect(at(lowest - 0.2)).toHaveLength(1)
    expect(at(lowest + 0.2)).toHaveLength(0)
  })

  it('takes the title of the frontmatter, else the first line', () => {
    expectReports(rule, `---\ntitle: ⟦Your inhaler⟧\n---\n\n${repeat(HARD, 10)}`)
    expect(lint(rule, repeat(HARD, 10))).toHaveLength(1)
  })

  it('lists the three hardest sentences as related places', () => {
    const text = `# Title\n\n${repeat(EASY, 9)} ${HARD} Dyslipidaemia potentiates atherosclerotic deterioration considerably. ${HARD}`
    const [message] = lint(rule, text, { options: { maxGrade: 3 } })
    expect(message!.related).toHaveLength(3)
    for (const { start, end, message: why } of message!.related) {
      expect(text.slice(start, end)).toMatch(/^(?:Exacerbation|Dyslipidaemia).*\.$/)
      expect(why).toMatch(/^difficulty \d\.\d of 6, \d+ words$/)
    }
  })

  it('shows SMOG from 30 sentences on', () => {
    expect(lint(rule, `# T\n\n${repeat(HARD, 30)}`)[0]!.note).toContain('SMOG: grade')
    expect(lint(rule, `# T\n\n${repeat(HARD, 29)}`)[0]!.note).not.toContain('SMOG')
  })

  it('does not score short posts', () => {
    expectSilent(rule, `# Title\n\n${repeat(HARD, 6)}`, { strict: true })
    expectReports(rule, `# ⟦Title⟧\n\n${repeat(HARD, 6)}`, { options: { minSentences: 5 } })
  })

  it('reports hard sections when asked to', () => {
    const text = `# Home\n\n${repeat(EASY, 30)}\n\n⟦## Follow-up⟧\n\n${repeat(HARD, 8)}\n\n## Short\n\n${repeat(HARD, 4)}`
    const options = { bySection: true, maxGrade: 14 }
    expectReports(rule, text, { options })
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), { options: { maxGrade: 14 }, strict: true })
  })

  it.each(['flesch-kincaid', 'smog', 'coleman-liau', 'difficulty'])('decides by %s alone', (formula) => {
    const [message] = lint(rule, `# Title\n\n${repeat(HARD, 30)}`, { options: { formula, maxGrade: 4 } })
    expect(message!.message).toContain(`(${formula}, 30 sentences), target 4.`)
    expectSilent(rule, `# Title\n\n${repeat(EASY, 30)}`, {
      options: { formula, maxGrade: formula === 'difficulty' ? 4 : 12 },
      strict: true,
    })
  })

  it('has a target of its own for the difficulty, which no school grade fits', () => {
    const [message] = lint(rule, `# Title\n\n${repeat(HARD, 10)}`, { options: { formula: 'difficulty' } })
    expect(message!.message).toContain('target 4.')
  })

  it('lets readers know the glossary, common conditions and the words of the title', () => {
    const sentence = 'Physiotherapy helps people with osteoporosis.'
    const grade = (title: string, glossary: string[]) =>
      Number(lint(rule, `# ${title}\n\n${repeat(sentence, 12)}`, { options: { maxGrade: 1, glossary } })[0]!.data['grade'])
    expect(grade('Title', ['physiotherapy'])).toBeLessThan(grade('Title', []))
    expect(grade('Physiotherapy', [])).toBe(grade('Title', ['physiotherapy']))
  })

  it('leaves out dose tables and the reference list', () => {
    const table = `| Medicine | Administration |\n| --- | --- |\n${'| Immunosuppression | Intramuscular administration |\n'.repeat(20)}`
    expectSilent(rule, `# T\n\n${repeat(EASY, 12)}\n\n${table}\n\n## References\n\n1. Poe A. ${HARD} 2020.\n`, { strict: true })
  })

  it('is silent on other languages', () => {
    expectSilent(rule, `# Titel\n\n${repeat('Die medikamentöse Behandlung der Atemwegserkrankungen erfordert Vorsicht.', 12)}`, {
      lang: 'de',
      strict: true,
    })
  })
})
