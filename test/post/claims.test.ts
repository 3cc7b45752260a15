import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/post/types.ts'
import { post } from '../support.ts'

const LIST =
  '\n\n## References\n\n1. Park S. Magnesium for migraine. J Headache. 2019;4(2):11-15.\n2. Roy D. Riboflavin. J Headache. 2020;5(1):1-9.\n'

function claims(body: string, title = 'Migraine treatment'): Claim[] {
  return post(`# ${title}\n\n${body}\n`).claims
}

/** Support of the sentence that starts so. */
function support(body: string, start: string): string | undefined {
  return claims(body).find(({ sentence }) => sentence.text.startsWith(start))?.support
}

describe('what is no claim (RULES.md 2.5, classes of false positives)', () => {
  it.each([
    ['a chain of consequences', 'A narrowed airway lets less air through, so the blood holds less oxygen.'],
    ['a definition with a causal verb', 'Ringworm is an infection that is caused by a fungus of the skin.'],
    ['an inheritance definition', 'Each child has one chance in two to inherit the gene.'],
    ['an aim', 'The aim of the visit is to plan your care.'],
    ['a to-infinitive item', 'To improve comfort at night'],
    ['a mission', 'We want every patient to feel welcome.'],
    ['a disclaimer', 'Individual results may vary.'],
    ['talk about the evidence itself', 'Some studies of the diet have important limits.'],
    ['a cue in a compound', 'The plan is meant for a low-risk group of clinics.'],
    ['a plural that looks like a verb', 'The shop sells sleep aids, balances and supports.'],
    ['results that are a noun', 'The authors reported the results in 2017.'],
    ['the time a result takes', 'The swab gives results in 1-2 days.'],
    ['an acronym that looks like a verb', 'The nurse counts the patient’s CALMs.'],
    ['few good trials', 'No large trials have looked at it.'],
    ['study design', 'Forty knees were randomly assigned to one of two groups.'],
    ['logistics', 'Six sessions cost 240 euros, and most insurers want a referral.'],
    ['a verbless fragment', 'A healthy start to the day'],
    ['a negated promise', 'Nobody can promise you this result.'],
    ['a question', 'Does magnesium prevent migraine attacks?'],
    ['a bare instruction', 'Rinse your mouth twice a day.'],
    ['advice to see a doctor', 'Talk to your doctor before you take any supplement.'],
  ])('%s', (_, sentence) => {
    expect(claims(sentence).filter(({ level }) => level !== 'low')).toEqual([])
  })
})

describe('what is a claim, and of which kind', () => {
  it.each([
    ['efficacy', 'Magnesium prevents migraine attacks in most adults.'],
    ['efficacy', 'Magnesium can reduce the pain of a migraine attack.'],
    ['efficacy', 'Riboflavin, also called vitamin B2, reduces the number of migraine attacks.'],
    ['alternative', 'Painkillers do not stop the cause of migraine and often fail.'],
    ['safety', 'The injection is safe and well tolerated by patients with migraine.'],
    ['mechanism', 'Magnesium stimulates nerve repair and inhibits inflammatory cells.'],
    ['cause', 'Stress is linked to migraine attacks and can trigger headaches.'],
    ['statistic', 'One in five adults has migraine, a prevalence of 20 %.'],
  ])('%s: %s', (kind, sentence) => {
    const [claim] = claims(sentence)
    expect(claim?.kind).toBe(kind)
    expect(claim!.confidence).toBeGreaterThanOrEqual(0.4)
  })

  it('names the words that made it so, with their places', () => {
    const subject = post('# Migraine\n\nMagnesium *can reduce* the pain of migraine.\n')
    const [claim] = subject.claims
    expect(claim!.cues.map(({ start, end }) => subject.text.slice(start, end))).toContain('can reduce')
    expect(claim!.cues[0]!.family).toBe('capability')
  })

  it.each([
    ['absolute', 'Magnesium permanently prevents migraine and never fails.'],
    ['asserted', 'Magnesium prevents migraine attacks in most adults.'],
    ['capability', 'Magnesium can reduce the pain of a migraine attack.'],
    ['hedged', 'Magnesium may reduce the pain of a migraine attack.'],
  ])('strength %s: %s', (strength, sentence) => expect(claims(sentence)[0]?.strength).toBe(strength))

  it('knows fragments and their lead-in', () => {
    const found = claims(
      'Magnesium is effective in the treatment and prevention of:\n\n- migraine attacks with better sleep\n- fewer cramps',
    )
    expect(found[0]!.fragment).toBe(false)
    expect(found.slice(1).every(({ fragment, leadIn }) => fragment && leadIn?.start === found[0]!.start)).toBe(true)
  })
})

describe('support (RULES.md 2.7)', () => {
  const CLAIM = 'Magnesium prevents migraine attacks in most adults'
  it.each([
    ['1:same', `${CLAIM} [1].${LIST}`],
    ['1:same', `${CLAIM}.<sup>1</sup> It was cold.${LIST}`],
    ['1:next', `${CLAIM}. In one trial migraine attacks fell by 43 % [1].${LIST}`],
    ['0:none', `${CLAIM}. Moreover, the clinic has a garden [1].${LIST}`],
    ['0:none', `${CLAIM}.${LIST}`],
    ['0:gloss', `${CLAIM} ([encyclopaedia](https://en.wikipedia.org/wiki/Migraine)).`],
    ['0:none', `${CLAIM} with [aura](https://en.wikipedia.org/wiki/Aura).`],
    ['0:dangling', `${CLAIM} [9].${LIST}`],
    ['0:self', `${CLAIM} ([our data](/results)).`],
    ['0:none', `${CLAIM} with [aura](/aura).`],
  ])('%s: %s', (label, body) => expect(support(body, 'Magnesium')).toBe(label))

  it('1:prev: taken up by a pronoun, not behind a new proposition', () => {
    const body = (opener: string) =>
      `Riboflavin was tested in 55 adults with migraine [2]. ${opener} had fewer migraine attacks and less pain.${LIST}`
    expect(support(body('They'), 'They')).toBe('1:prev')
    expect(support(body('However, they'), 'However')).toBe('0:none')
  })

  it('1:thread: points back to a work cited in the section, not across a heading', () => {
    const claim = 'In the magnesium group, migraine attacks and pain were reduced by half.'
    expect(support(`A trial tested it [1].\n\nIt was cold.\n\n${claim}${LIST}`, 'In the magnesium')).toBe('1:thread')
    expect(support(`A trial tested it [1].\n\n## Next\n\n${claim}${LIST}`, 'In the magnesium')).toBe('0:none')
  })

  it('1:thread: paragraphs under the reference of a work are about it', () => {
    const entry =
      '**Magnesium for the prevention of migraine in adults.** S. Park. J Headache 2019. [\\[Abstract\\]](https://doi.org/10.5555/a1)'
    expect(support(`${entry}\n\n${CLAIM}.`, 'Magnesium prevents')).toBe('1:thread')
  })

  it('1:thread: an abstract belongs to the reference it stands under or behind', () => {
    const entry = 'S Park, T Lind. Magnesium in headache clinics. J Headache. 2019;20(3):41-48.'
    expect(support(`${entry}\n\nAbstract: OBJECTIVE: We asked whether it helps. ${CLAIM}.`, 'Magnesium prevents')).toBe(
      '1:thread',
    )
    expect(support(`${entry} Abstract: "We asked whether it helps. ${CLAIM}."`, 'Magnesium prevents')).toBe('1:thread')
    expect(support(`${entry}\n\nOur view is another. ${CLAIM}.`, 'Magnesium prevents')).toBe('0:none')
  })

  it('1:leadin and 1:items: between a lead-in and its list', () => {
    expect(support(`Found in the review [1]:\n\n- ${CLAIM}.${LIST}`, 'Magnesium')).toBe('1:leadin')
    expect(support(`${CLAIM} as follows:\n\n- in a trial [1]\n- in a survey${LIST}`, 'Magnesium')).toBe('1:items')
  })

  it('1:row: another cell of the row has it, another row does not', () => {
    const table = (first: string, second: string) =>
      `| Effect | Source |\n|---|---|\n| ${CLAIM}. | ${first} |\n| Sleep changed little. | ${second} |${LIST}`
    expect(support(table('[1]', ''), 'Magnesium')).toBe('1:row')
    expect(support(table('', '[1]'), 'Magnesium')).toBe('0:none')
  })

  it('1:quote: the attribution of a quotation has it', () => {
    expect(support(`> ${CLAIM}.\n>\n> — Park [1]${LIST}`, 'Magnesium')).toBe('1:quote')
  })

  it('keeps a closing marker of the section apart', () => {
    const body = `## Efficacy\n\n${CLAIM}.\n\nThe dose was given once a day. [1]\n\n## Next\n\nText.${LIST}`
    const subject = post(`# Migraine treatment\n\n${body}`)
    const claim = subject.claims.find(({ sentence }) => sentence.text.startsWith('Magnesium'))!
    expect(claim.support).toBe('0:none')
    expect(subject.text.slice(claim.closedBy!.start, claim.closedBy!.end)).toBe('[1]')
  })
})
