import { describe, expect, it } from 'vitest'
import rule from '../../rules/citation-style.ts'
import { expectReports, expectSilent } from '../support.ts'

const PARK = 'Park S. Night splints. J Hand. 2018;7:11-15.'
const ROY = 'Roy D. Day splints. J Hand. 2019;8:21-25.'
const ITO = 'Ito H. Soft splints. J Hand. 2021;9:31-35.'
const page = (body: string, list = `1. ${PARK}\n2. ${ROY}\n3. ${ITO}`, heading = '## References') =>
  `# Wrists\n\n${body}\n\n${heading}\n\n${list}\n`

describe('citation-style', () => {
  it('reports the first number that comes too early', () => {
    const [message] = expectReports(rule, page('Splints help ⟦[2]⟧. Rest does too [1].'))
    expect(message!.message).toBe('Number citations in order of first use: expected [1].')
    expectReports(rule, page('Splints help [1]. They last.<sup>⟦3⟧</sup> Rest helps [2].'))
  })

  it('accepts numbers in order, repeated and in ranges', () => {
    expectSilent(rule, page('Splints help [1]. Rest does too [2]. So they say [1]. Others agree [3].'))
    expectSilent(rule, page('Splints help [1-3]. Rest does too [2].'))
    expectSilent(
      rule,
      page(
        'Splints help.[^9] So does rest.[^2]\n\n[^9]: Roy D. Splints. J Hand. 2019;8:1-5.\n\n[^2]: Ito H. Rest. J Hand. 2019;8:6-9.',
        '',
      ),
    )
  })

  it('leaves the order alone where the list is alphabetical, or when told to', () => {
    const sorted = ['Ames B. A', 'Bell C. B', 'Cole D. C', 'Dunn E. D']
      .map((name, index) => `${index + 1}. ${name}. J Hand. 2019;${index}:1-5.`)
      .join('\n')
    expectSilent(rule, page('Splints help [3]. Rest does too [1].', sorted))
    expectSilent(rule, page('Splints help [2]. Rest does too [1].'), { options: { order: false } })
  })

  it('reports the first marker of the system that is used less', () => {
    const [message] = expectReports(rule, page('Masks help [1]. Splints do [2]. Visors help less ⟦(Ito, 2021)⟧.'))
    expect(message!.message).toBe('Use one citation system; most markers here are numbers.')
  })

  it('takes a name beside a number for prose, and asks for the system that was set', () => {
    expectSilent(rule, page('Masks help [1]. Splints do [2]. Less so for visors (Ito, 2021) in the end [3].'))
    expectReports(rule, page('Masks help ⟦[1]⟧. Splints do [2].'), { options: { system: 'author-year' } })
  })

  it('reports a numbered list whose works are cited by links only', () => {
    const list = '1. Park S. Night splints. J Hand. 2018;7:11-15. doi:10.5555/p1'
    expectReports(rule, page('A [trial](https://doi.org/10.5555/p1) agrees.', list, '## ⟦References⟧'))
    expectSilent(rule, page('A [trial](https://doi.org/10.5555/p1) agrees.', list.replace('1. ', '- ')))
  })
})
