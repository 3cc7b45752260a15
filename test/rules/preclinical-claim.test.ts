import { describe, expect, it } from 'vitest'
import rule from '../../rules/preclinical-claim.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string, title = 'Green tea and tumours in a rat model') =>
  `# Food\n\n${body}\n\n## References\n\n1. Park S. ${title}. J Health. 2019;4(2):11-15.\n`
const CLAIM = 'Green tea shrinks tumours [1].'

describe('preclinical-claim', () => {
  it.each([
    ['# Ageing\n\nResveratrol ⟦slows ageing⟧ ([Lifespan of mice fed resveratrol](https://doi.org/10.5555/m2)).\n', 'mice'],
    [page('Green tea ⟦shrinks tumours⟧ [1].'), 'rats'],
    [page('Green tea ⟦can reduce inflammation⟧ [1].', 'Green tea in vitro'), 'the laboratory'],
    [page('Green tea ⟦may reduce inflammation⟧ in arthritis [1].', 'Green tea: an animal study'), 'animals'],
  ])('reports %s', (text, species) => {
    const [message] = expectReports(rule, text)
    expect(message!.message).toBe(`Say that "${message!.actual}" was seen in ${species}, not in people.`)
  })

  it.each([
    '# Fungus\n\nIn a dish the oil wiped out the fungus, so it ⟦will clear your nail⟧.\n',
    '# Pain\n\nThe gel healed wounds in mice. This means that it ⟦can heal your skin⟧.\n',
    '# Pain\n\nIn animal studies the drug eased pain and therefore it ⟦reduces pain⟧ in patients.\n',
  ])('reports a benefit for people drawn from it: %s', (text) => void expectReports(rule, text))

  it.each([
    page('In rats the compound lowered blood sugar [1]; it has not been tested in people.'),
    page('Laboratory work suggests that the peptide protects cartilage [1].'),
    page('The mouse model [1] is widely used to study psoriasis.'),
    page(`${CLAIM} The rats were young.`),
    page(CLAIM, 'Green tea and tumours'),
    page(CLAIM, 'Green tea and tumours in mice and in patients'),
    page(CLAIM, 'In vitro fertilisation and green tea'),
    page(`> ${CLAIM}`),
    page('Green tea is popular in Japan [1].'),
    '# Tea\n\nGreen tea shrinks tumours ([in mice](https://doi.org/10.5555/m2), [BMJ](https://doi.org/10.5555/m3)).\n',
    '# Fungus\n\nIn a dish the oil wiped out the fungus, so it may help your nail.\n',
    '# Fungus\n\nIn a dish the oil wiped out the fungus, so much of it that people noticed.\n',
    '# Fungus\n\nIn mice the oil worked, so it does not follow that it will clear your nail.\n',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('accepts the label in a heading or a lead-in', () => {
    expectSilent(rule, page(`## Animal studies\n\n${CLAIM}`), { strict: true })
    expectSilent(rule, page(`Found in animals:\n\n- ${CLAIM}`), { strict: true })
  })

  it('suggests a label in front, with a small letter where the word is no name', () => {
    const text = (body: string, title?: string) => lint(rule, page(body, title))[0]!.suggestions[0]!.edits[0]!.text
    expect(text('The tea shrinks tumours [1].')).toBe('In animal studies, the')
    expect(text('Resveratrol shrinks tumours [1].', 'Resveratrol in cell culture')).toBe('In laboratory studies, Resveratrol')
  })

  it('takes further labels and titles, and leaves conclusions alone', () => {
    expectSilent(rule, page('Green tea shrinks tumours at the bench [1].'), {
      options: { markers: ['at the bench'] },
      strict: true,
    })
    const text = page(CLAIM, 'Green tea in organoids')
    expectSilent(rule, text, { strict: true })
    expect(lint(rule, text, { options: { titleCues: ['organoids'] } })).toHaveLength(1)
    expectSilent(rule, '# Fungus\n\nIn a dish the oil wiped out the fungus, so it will clear your nail.\n', {
      options: { requireHedge: false },
      strict: true,
    })
  })
})
