import { describe, expect, it } from 'vitest'
import rule from '../../rules/references-section.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const LIST = '\n\n## References\n\n1. Park S. Sealants in school. J Dent. 2019;4(2):11-15.\n'
const CLAIMS = [
  'Magnesium prevents migraine attacks in most adults.',
  'Magnesium can reduce the pain of migraine in half of patients.',
  'Magnesium treatment improves sleep and relieves stress in most patients.',
  'Acupuncture can prevent migraine attacks and reduces pain in most patients.',
].join('\n\n')

describe('references-section', () => {
  it('asks for a list at the first cited work, with the number of works', () => {
    const body =
      '⟦[A trial](https://doi.org/10.5555/q1)⟧ found it. [Another](https://doi.org/10.5555/q2) and [again](https://doi.org/10.5555/q1).'
    const [message] = expectReports(rule, `# Sealants\n\n${body}\n`)
    expect(message!.message).toBe('Add a reference list for the 2 works cited here.')
  })

  it('reports an empty list at its heading', () => {
    expectReports(rule, '# Sealants\n\nSealants are thin coats.\n\n⟦## References⟧\n')
  })

  it('reports a page that makes claims and cites nothing, as an error at its title', () => {
    const [message] = lint(rule, `# Migraine\n\n${CLAIMS}\n`)
    expect(message).toMatchObject({ messageId: 'noSources', severity: 'error', actual: '# Migraine' })
    expect(message!.message).toMatch(/^Add sources: \d+ claims, none cited\.$/)
    expectSilent(rule, `# Migraine\n\n${CLAIMS}\n`, { options: { minClaims: 50 }, strict: true })
  })

  it.each([
    ['an ordered list', `Sealants work [1].${LIST}`],
    ['footnotes', 'Sealants work.[^1]\n\n[^1]: Park S. Sealants in school. J Dent. 2019;4(2):11-15.'],
    ['a bibliography', '---\nbibliography: refs.bib\n---\n\n[A trial](https://doi.org/10.5555/q1) found it.'],
    ['cite keys', 'Sealants work [@park2019].'],
    ['no works', 'Sealants are thin coats. See [the news](https://news.example/a).'],
  ])('is silent with %s', (_, text) => expectSilent(rule, text, { strict: true }))

  it('takes other headings, numbers and habits', () => {
    const own = '# Sealants\n\n[A trial](https://doi.org/10.5555/q1) found it.\n\n## Quellen\n\nPark, Sealants, 2019\n'
    expect(lint(rule, own)).toHaveLength(1)
    expectSilent(rule, own, { options: { headings: ['Quellen'] }, strict: true })
    const one = '# Sealants\n\n[A trial](https://doi.org/10.5555/q1) found it.\n'
    expectSilent(rule, one, { options: { minSources: 2 }, strict: true })
    expectSilent(rule, one, { options: { inlineOk: true }, strict: true })
  })
})
