import { describe, expect, it } from 'vitest'
import rule from '../../rules/references-section.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const CLAIMS = [
  'Acupuncture relieves migraine in most patients.',
  'Vitamin C reduces the risk of heart disease.',
  'Acupuncture relieves back pain in most patients.',
  'Vitamin C reduces the risk of stroke.',
]
const claims = (count: number) => CLAIMS.slice(0, count).join('\n\n')
const LINKS = [1, 2, 3, 4].map((n) => `[trial ${n}](https://doi.org/10.5555/q${n})`)

describe('references-section', () => {
  it('asks for a list at the first cited work and counts works, not links', () => {
    const [first, ...others] = LINKS
    const body = `⟦${first}⟧ found less pain. So did ${others.join(', ')}, and ${first} again.`
    const [message] = expectReports(rule, `# Falls\n\n${body}`)
    expect(message!.message).toBe('Add a reference list for the 4 works cited here.')
    expect(message!.severity).toBe('warn')
  })

  it('only hints where one or two works are cited', () => {
    const [message] = expectReports(rule, `# Falls\n\n⟦${LINKS[0]}⟧ found less pain.`)
    expect(message!.message).toBe('Add a reference list for the 1 work cited here.')
    expect(message!.severity).toBe('info')
  })

  it('counts author-year citations and identifiers', () => {
    const text = '# Falls\n\nTai chi helps ⟦(Park et al., 2019)⟧. It did so in PMID 31697873 and in NCT01234567.'
    expect(expectReports(rule, text)[0]!.message).toBe('Add a reference list for the 3 works cited here.')
  })

  it('reports a heading without entries, with its marks', () => {
    const [message] = expectReports(rule, '# Gout\n\nText.\n\n⟦## References⟧\n')
    expect(message!.message).toBe('List the sources under this heading or remove it.')
    expectReports(rule, '# Gout\n\nText.\n\n⟦## Sources⟧\n\n<!-- to come -->\n\n## Contact\n\nCall us.')
  })

  it('reports claims without any source at the title, as an error', () => {
    const [message] = expectReports(rule, `---\ntitle: ⟦Needles and vitamins⟧\n---\n\n${claims(4)}`)
    expect(message!.message).toBe('Add sources: 4 claims, none cited.')
    expect(message!.severity).toBe('error')
    expectReports(rule, `Intro.\n\n⟦# Needles⟧\n\n${claims(4)}`)
  })

  it.each([
    ['entries', `# Falls\n\n${LINKS.join(' ')}\n\n## References\n\n- Park S. Falls. J Hand. 2018;7:11-15.`],
    ['footnotes', '# Falls\n\nTai chi helps.[^1]\n\n[^1]: Park S. Falls. J Hand. 2018;7:11-15.'],
    ['a bibliography file', `---\ntitle: Falls\nbibliography: refs.bib\n---\n\n${LINKS.join(' ')}`],
    ['a list that a shortcode writes', `# Falls\n\n${LINKS.join(' ')}\n\n## References\n\n{% bibliography %}`],
    ['a heading in another language', `# Stürze\n\n${LINKS.join(' ')}\n\n## Quellen\n\n- Park S. Falls. J Hand. 2018;7:11-15.`],
    ['a page of logistics', '# Parking\n\nPark behind the house.'],
    ['cite keys, which a tool lists', '# Falls\n\nTai chi helps [@park2019; @roy2020; @ito2021].'],
    ['news and authorities', '# Falls\n\n[WHO](https://www.who.int/a) and [Herald](https://herald.example/b) agree.'],
    ['the home page of a journal', '# Falls\n\nRead [Nature](https://www.nature.com/) and [BMJ](https://www.bmj.com).'],
    ['a page that is a list', '# Works cited\n\n'.concat(LINKS.map((link) => `- ${link}`).join('\n'))],
    [
      'references written out in the text',
      '# Falls\n\n**Tai chi.** Park S. J Hand 2018: 7(2); 11-15. [Medline](https://pubmed.ncbi.nlm.nih.gov/1234567/)\n\nAvailable at: https://doi.org/10.5555/q1',
    ],
  ])('is silent on %s', (_, text) => expectSilent(rule, text, { strict: true }))

  it('takes its options', () => {
    const cited = `# Falls\n\n${LINKS.join(' ')}`
    expectSilent(rule, cited, { options: { inlineOk: true }, strict: true })
    expectSilent(rule, cited, { options: { minSources: 5 }, strict: true })
    expect(lint(rule, cited, { options: { minSources: 4 } })).toHaveLength(1)
    const own = `${cited}\n\n## Evidence\n\nSee the leaflets.`
    expect(lint(rule, own)).toHaveLength(1)
    expectSilent(rule, own, { options: { headings: ['Evidence'] }, strict: true })
    expectSilent(rule, `# Needles\n\n${claims(4)}`, { options: { minClaims: 9 }, strict: true })
    expect(lint(rule, `# Needles\n\n${claims(1)}`, { options: { minClaims: 1 } })).toHaveLength(1)
    expectSilent(rule, `# Needles\n\n${claims(1)}`, { strict: true })
  })

  it('does not ask a page with outside links for sources', () => {
    expectSilent(rule, `# Needles\n\n${claims(4)}\n\nSee the [charity](https://needles.example/home).`, { strict: true })
  })
})
