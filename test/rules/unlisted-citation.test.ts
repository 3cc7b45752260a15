import { describe, expect, it } from 'vitest'
import rule from '../../rules/unlisted-citation.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const PARK = 'Park S. Night splints. J Hand. 2018;7:11-15.'
const ROY = 'Roy D. Day splints. J Hand. 2019;8:21-25.'
const page = (body: string, list = `1. ${PARK}\n2. ${ROY}`) => `# Wrists\n\n${body}\n\n## References\n\n${list}\n`

describe('unlisted-citation', () => {
  it('reports a number beyond the list, once', () => {
    const [message] = expectReports(rule, page('Splints help [1]. Sealants last ⟦[9]⟧, for years [9].'))
    expect(message!.message).toBe('Add this work to the reference list.')
    expect(message!.severity).toBe('warn')
    expectReports(rule, page('Splints help ⟦[1-4]⟧.'))
    expectReports(rule, page('Splints help.<sup>1</sup> They last.<sup>⟦5⟧</sup>'))
  })

  it('reports the destination of a link whose work is not listed', () => {
    expectReports(rule, page('A [cohort](⟦https://doi.org/10.5555/x9⟧) agrees.', `1. ${PARK} doi:10.5555/p1`))
  })

  it('reports an author and year that no entry has', () => {
    expectReports(rule, page('Snoring is common ⟦(Adeyemi, 2023)⟧, splints are not (Park, 2018).', `- ${PARK}\n- ${ROY}`))
    expectReports(rule, page('Snoring is common ⟦(Park, 2021)⟧.', `- ${PARK}`))
  })

  it('cannot tell when identifiers differ in kind', () => {
    const text = page('[A trial](https://pubmed.ncbi.nlm.nih.gov/1234567/) agrees.', `1. ${PARK} doi:10.5555/p1`)
    const [message] = lint(rule, text)
    expect(message!.message).toBe('Cannot verify whether this work is listed.')
    expect(message!.severity).toBe('info')
    expectSilent(rule, text, { project: { idMap: { 'pmid:1234567': '10.5555/p1' } }, strict: true })
  })

  it.each([
    page('Splints help [1, 2].'),
    page('[A paper](https://www.nature.com/articles/s00000-026-0001-2) agrees.', `1. ${PARK} doi:10.1038/s00000-026-0001-2`),
    page('The [Herald](https://herald.example/splints) and [a glossary](https://en.wikipedia.org/wiki/Splint) say so.'),
    page('The dose was 2 [1-5] mg, the figure is Figure [12] and the year [2020].'),
    page('The area is 3 m<sup>2</sup>.'),
    'Splints help [9].',
    `# Wrists\n\nSplints help.[^1] [More](https://doi.org/10.5555/x9).\n\n[^1]: ${PARK} doi:10.5555/p1`,
    `# Works cited\n\n- [A](https://doi.org/10.5555/a1)\n\n## References\n\n- ${PARK} doi:10.5555/p1`,
    page('The trial is registered (NCT01234567).'),
  ])('is silent on: %s', (text) => expectSilent(rule, text, { strict: true }))

  it('counts the kinds and domains of its options', () => {
    const text = page(
      '[WHO](https://www.who.int/splints) and [Herald](https://herald.example/x) agree.',
      `1. ${PARK} https://www.who.int/casts`,
    )
    expectSilent(rule, text, { strict: true })
    expect(lint(rule, text, { options: { kinds: ['authority'] } }).map(({ actual }) => actual)).toEqual([
      'https://www.who.int/splints',
    ])
    expect(lint(rule, text, { options: { kinds: ['herald.example'] } }).map(({ actual }) => actual)).toEqual([
      'https://herald.example/x',
    ])
  })

  it('does not take an abbreviated group for a missing author', () => {
    const [message] = lint(
      rule,
      page('Splints help (WHO, 2015).', `- ${PARK}\n- World Health Organization. Splints. Geneva: WHO Press; 2016.`),
    )
    expect(message?.severity ?? 'info').toBe('info')
  })
})
