import { describe, expect, it } from 'vitest'
import rule from '../../rules/uncited-reference.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const PARK = 'Park S. Night splints. J Hand. 2018;7:11-15.'
const ROY = 'Roy D. Day splints. J Hand. 2019;8:21-25.'
const ITO = 'Ito H. Casts. J Hand. 2020;9:31-35.'
const KIM = 'Kim J. Exercise. J Hand. 2021;10:41-45.'
const page = (body: string, list: string) => `# Wrists\n\n${body}\n\n## References\n\n${list}\n`

describe('uncited-reference', () => {
  it('reports the entry no number points to', () => {
    const [message] = expectReports(rule, page('Splints help [1, 2].', `1. ${PARK}\n2. ${ROY}\n⟦3. ${ITO}⟧`))
    expect(message!.message).toBe('Cite this entry in the text or remove it.')
    expect(message!.severity).toBe('warn')
    expectReports(rule, page('A [1], b [2], c [4].', `1. ${PARK}\n2. ${ROY}\n⟦3. ${ITO}⟧\n4. ${KIM}`))
  })

  it('reports the second entry of one work, which nothing can cite', () => {
    const list = `1. ${PARK} doi:10.5555/k2\n⟦2. ${KIM} doi:10.5555/K2⟧\n3. ${ROY}`
    expectReports(rule, page('Splints help [1], and casts too [3].', list))
  })

  it('reads every kind of pointer', () => {
    const one = `1. ${PARK} doi:10.5555/p1\n2. ${ROY}`
    expectSilent(rule, page('Splints help [1-2].', one), { strict: true })
    expectSilent(rule, page('Splints help.<sup>1,2</sup>', one), { strict: true })
    expectSilent(rule, page('Splints help (Park, 2018; Roy 2019).', one), { strict: true })
    expectSilent(rule, page('[A trial](https://doi.org/10.5555/P1) and Roy et al. (2019) agree.', one), { strict: true })
    expectSilent(rule, page('| Splint | Source |\n|---|---|\n| Night | [1] |\n| Day | [2] |', one), { strict: true })
    expectSilent(rule, page('Splints help (doi:10.5555/p1) [2].', one), { strict: true })
    const notes = `# Wrists\n\nSplints help.[^a] Casts too.[^b]\n\n[^a]: ${PARK}\n[^b]: ${ROY}`
    expectSilent(rule, notes, { strict: true })
  })

  it('says once, as a hint, that nothing points into the list', () => {
    const [message] = expectReports(rule, `# Wrists\n\nSplints help.\n\n⟦## References⟧\n\n1. ${PARK}\n2. ${ROY}\n`)
    expect(message!.message).toBe('Point to these 2 entries from the text: nothing cites this list.')
    expect(message!.severity).toBe('info')
    const [single] = lint(rule, page('Splints help.', `- ${PARK}`))
    expect(single!.message).toBe('Point to this entry from the text: nothing cites this list.')
  })

  it('says once that most of the list is not cited, and where', () => {
    const list = `1. ${PARK}\n2. ${ROY}\n3. ${ITO}`
    const text = page('Splints help [1].', list).replace('## References', '⟦## References⟧')
    const [message] = expectReports(rule, text)
    expect(message!.message).toBe('Cite the other 2 of 3 entries in the text or remove them.')
    expect(message!.severity).toBe('warn')
    expect(message!.related).toHaveLength(2)
  })

  it('takes a chance hit of a link for no system', () => {
    const list = `- ${PARK} doi:10.5555/p1\n- ${ROY}\n- ${ITO}`
    const [message] = lint(rule, page('See [a trial](https://doi.org/10.5555/p1).', list))
    expect(message!.messageId).toBe('few')
    expect(message!.severity).toBe('info')
  })

  it('cannot tell when the text links a work by another kind of identifier', () => {
    const body = 'Splints help [1, 2], as [a trial](https://pubmed.ncbi.nlm.nih.gov/1234567/) found.'
    const list = `1. ${PARK} doi:10.5555/p1\n2. ${ROY} doi:10.5555/p2\n3. ${ITO} doi:10.5555/p3`
    const [message] = lint(rule, page(body, list))
    expect(message!.message).toBe('Cannot verify whether this entry is cited (identifiers differ in kind).')
    expect(message!.severity).toBe('info')
    expectSilent(rule, page(body, list), { project: { idMap: { 'pmid:1234567': '10.5555/p3' } }, strict: true })
  })

  it('leaves an entry to the reader whose author the text names', () => {
    const list = `1. ${PARK}\n2. ${ROY}\n3. Sandoval K. Casts. J Hand. 2020;9:31-35.`
    const [message] = lint(rule, page('Splints help [1, 2]. Sandoval disagrees.', list))
    expect(message!.severity).toBe('info')
  })

  it('asks no citation of further reading, under any name', () => {
    const more = `## Further reading\n\n- ${ITO}`
    expectSilent(rule, `${page('A [1], b [2].', `1. ${PARK}\n2. ${ROY}`)}\n${more}`, { strict: true })
    const books = `# Wrists\n\nA [1], b [2].\n\n## References\n\n1. ${PARK}\n2. ${ROY}\n\n### Books\n\n3. ${ITO}\n`
    expect(lint(rule, books)).toHaveLength(1)
    expectSilent(rule, books, { options: { furtherReading: ['Books'] }, strict: true })
  })

  it('leaves pages alone that are a list of works', () => {
    const list = `## Books\n\nThree books.\n\n## References\n\n- ${PARK}\n- ${ROY}`
    expect(lint(rule, `# Splints\n\n${list}`)).toHaveLength(1)
    expectSilent(rule, `# Reading list\n\n${list}`, { strict: true })
    expectSilent(rule, `# Splints\n\n${list}`, { path: 'posts/splints_works_cited.md', strict: true })
  })

  it('judges a list in the frontmatter only when markers point to it', () => {
    const front = '---\ntitle: Wrists\nreferences:\n  - Park S. Splints. 2018.\n  - Roy D. Casts. 2019.\n---\n\n'
    expectSilent(rule, `${front}Splints help.`, { strict: true })
    expectSilent(rule, `${front}Splints help (Park, 2018).`, { strict: true })
    expect(lint(rule, `${front}Splints help [1].`).map(({ actual }) => actual)).toEqual(['Roy D. Casts. 2019.'])
  })
})
