import { describe, expect, it } from 'vitest'
import rule from '../../rules/unlisted-citation.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const LIST = '\n\n## References\n\n1. Roy D. Sealants. J Dent. 2017;6(1):1-9. doi:10.5555/x1\n'
const page = (body: string) => `# Sealants\n\n${body}${LIST}`

describe('unlisted-citation', () => {
  it.each([
    'They last for years ⟦[9]⟧.',
    'They last, says [a cohort](⟦https://doi.org/10.5555/x9⟧).',
    'They last, says one study ⟦(Adeyemi et al., 2023)⟧.',
  ])('reports %s', (body) => {
    const [message] = expectReports(rule, page(body))
    expect(message!.message).toBe('Add this work to the reference list.')
  })

  it('reports a work once, however often it is cited', () => {
    expect(lint(rule, page('They last [9], and last [9].'))).toHaveLength(1)
  })

  it.each([
    'They last for years [1].',
    'They last, says [a cohort](https://doi.org/10.5555/X1).',
    'They last, says [the news](https://news.example/a).',
    'They last, says Roy (2017).',
    'They last; see [PubMed](https://pubmed.ncbi.nlm.nih.gov/29123456/).',
  ])('does not warn of: %s', (body) => expectSilent(rule, page(body)))

  it('cannot verify identifiers of another kind', () => {
    const [message] = lint(rule, page('They last; see [PubMed](https://pubmed.ncbi.nlm.nih.gov/29123456/).'))
    expect(message).toMatchObject({ messageId: 'undecided', severity: 'info' })
  })

  it('is silent without a list', () => {
    expectSilent(rule, '# Sealants\n\nThey last for years [9].\n', { strict: true })
  })

  it('counts further kinds of links and domains', () => {
    const text = page('They last, says [the news](https://news.example/a).')
    expect(lint(rule, text, { options: { kinds: ['scholarly', 'news.example'] } })).toHaveLength(1)
    expect(lint(rule, page('They last, says [WHO](https://www.who.int/a).'), { options: { kinds: ['authority'] } })).toHaveLength(
      1,
    )
  })
})
