import { describe, expect, it } from 'vitest'
import rule from '../../rules/uncited-reference.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const ONE = 'Roy D. Splints and sleep. J Hand. 2017;6(1):1-9.'
const TWO = 'Ito H. Splints at night. J Hand. 2016;5(1):1-9.'

describe('uncited-reference', () => {
  it('reports the entry that nothing points to', () => {
    const [message] = expectReports(rule, `# Splints\n\nThey help [1].\n\n## References\n\n1. ${ONE}\n⟦2. ${TWO}⟧\n`)
    expect(message!.message).toBe('Cite this entry in the text or remove it.')
  })

  it('says it once, as info, when nothing points into the list', () => {
    const found = lint(rule, `# Splints\n\nThey help.\n\n## References\n\n1. ${ONE}\n2. ${TWO}\n`)
    expect(found.map(({ messageId, severity, actual }) => [messageId, severity, actual])).toEqual([
      ['none', 'info', '## References'],
    ])
  })

  it('cannot verify where the text links by another kind of identifier, unless the id map tells', () => {
    const text = `# Splints\n\nThey help [1], as [others](https://pubmed.ncbi.nlm.nih.gov/29123456/) found.\n\n## References\n\n1. ${ONE}\n2. ${TWO} doi:10.5555/k2\n`
    expect(lint(rule, text).map(({ messageId, severity }) => [messageId, severity])).toEqual([['undecided', 'info']])
    expectSilent(rule, text, { project: { idMap: { '29123456': '10.5555/k2' } }, strict: true })
  })

  it.each([
    ['in a range', `They help [1-2].\n\n## References\n\n1. ${ONE}\n2. ${TWO}\n`],
    ['in a table', `| Splint | n |\n|---|---|\n| soft [1] | hard [2] |\n\n## References\n\n1. ${ONE}\n2. ${TWO}\n`],
    ['by author and year', `Roy (2017) and Ito (2016) agree.\n\n## References\n\n- ${ONE}\n- ${TWO}\n`],
    ['by its DOI', `As [found](https://doi.org/10.5555/K2), they help.\n\n## References\n\n- ${TWO} doi:10.5555/k2\n`],
    ['by a footnote', `They help.[^a]\n\n[^a]: ${ONE}\n`],
    ['under further reading', `They help [1].\n\n## References\n\n1. ${ONE}\n\n## Further reading\n\n- ${TWO}\n`],
  ])('is silent when cited %s', (_, body) => expectSilent(rule, `# Splints\n\n${body}`, { strict: true }))
})
