import { describe, expect, it } from 'vitest'
import rule from '../../rules/reference-complete.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (list: string) => `# Sleep\n\nText.\n\n## References\n\n${list}\n`
const messageOf = (list: string, options = {}) => lint(rule, page(list), { options }).map(({ message }) => message)

describe('reference-complete', () => {
  it('names the parts an article lacks', () => {
    const [message] = expectReports(rule, page('⟦2. Moreno J. Sleep apnoea and driving. Chest.⟧'))
    expect(message!.message).toBe('Add the year, the volume and the pages to this reference.')
    expect(message!.severity).toBe('warn')
    expect(messageOf('5. Ito H, Braun M. J Periodontol. 2019;90(4):310-318.')).toEqual(['Add the title to this reference.'])
    expect(messageOf('- Park S. Night splints in adults. J Hand. 2018;7.')).toEqual([
      'Add the pages or an article number to this reference.',
    ])
    expect(messageOf('- Park S, Roy D. A trial of night splints for adults. 2018;7(2):11-15.')).toEqual([
      'Add the journal to this reference.',
    ])
    expect(messageOf('- A trial of night splints for adults. J Hand. 2018;7(2):11-15.')).toEqual([
      'Add the author to this reference.',
    ])
  })

  it('asks a bare address for site and title', () => {
    const [message] = expectReports(rule, page('⟦4. https://leaflets.example/gout⟧'))
    expect(message!.message).toBe('Add the author or site and the title to this reference.')
    expectReports(rule, page('⟦- <https://leaflets.example/gout>⟧\n- [Gout leaflet](https://leaflets.example/gout2)'))
  })

  it('reports a list of bare addresses once', () => {
    const addresses = [1, 2, 3, 4, 5].map((n) => `- https://leaflets.example/${n}`)
    const [message, ...others] = lint(rule, page(addresses.join('\n')))
    expect(message!.message).toBe('Add the author or site and the title to the 5 bare addresses of this list.')
    expect(message!.actual).toBe(addresses[0])
    expect(message!.related).toHaveLength(4)
    expect(others).toEqual([])
  })

  it('names the spot where the punctuation breaks off', () => {
    const [message] = expectReports(rule, page('⟦- Park S. Night splints in adults. J Hand 2000;20(12)1423-31.⟧'))
    expect(message!.message).toBe("Check the punctuation of this reference: expected ':' after the issue.")
  })

  it('reports a bracket that nothing closes', () => {
    const [message] = expectReports(rule, page('- Park S. Night splints in adults. J Hand. 2018;7⟦(⟧2:11-15.'))
    expect(message!.message).toBe('Close the "(" of this reference, or remove it.')
    for (const entry of ['2018;7(2):11-15. doi:10.5555/1234(99)x', '2018;7(2):11-15. PMID: 1234567 :)', '2018;7(2):11-15. a) b)'])
      expectSilent(rule, page(`- Park S. Night splints in adults. J Hand. ${entry}`))
  })

  it('reports pages that run backwards, also elided ones', () => {
    const [message] = expectReports(rule, page('- Park S. Night splints in adults. J Hand. 2018;7(2):⟦115-111⟧.'))
    expect(message!.message).toBe('Check the pages: 115-111 runs backwards.')
    expectReports(rule, page('- Park S. Night splints in adults. J Hand. 2018;7(2):⟦489-84⟧.'))
    for (const pages of ['1423-31', '98-102', 'e115-e111', 'S11-S4', '115-115'])
      expectSilent(rule, page(`- Park S. Night splints in adults. J Hand. 2018;7(2):${pages}.`))
  })

  it('only hints at missing pages where an identifier leads to the work', () => {
    const [message] = lint(rule, page('- Park S, Roy D. Night splints in adults. J Hand 2008. PMID: 18955643'))
    expect(message!.message).toBe('Add the volume and the pages to this reference.')
    expect(message!.severity).toBe('info')
  })

  it('asks for an access date where other entries have one, at the address', () => {
    const list = [
      '- Leaflets. [Gout](https://leaflets.example/gout). Accessed May 2, 2026.',
      '- Leaflets. [Falls](⟦https://leaflets.example/falls⟧).',
    ]
    const [message] = expectReports(rule, page(list.join('\n')))
    expect(message!.message).toBe('Add the access date to this reference.')
    expect(message!.severity).toBe('info')
    expectSilent(rule, page('- Leaflets. [Falls](https://leaflets.example/falls).'), { strict: true })
  })

  it.each([
    'Moreno J. Naps. Chest. Published online May 1, 2026. doi:10.5555/n3',
    'Grant D. Bell palsy. [Updated 2025 Mar 4]. In: Clinical Handbook [Internet]. Leeds: Northgate; 2025.',
    'World Health Organization. Guideline on sugars. Geneva: WHO; 2015.',
    'Park, S., & Roy, D. (2018). Night splints in adults. *Journal of Hands*, *7*(2), 11–15. https://doi.org/10.5555/h7',
    'Park S, Roy D. Night splints in adults. J Hand. 2018;7(2):11-15.',
    'Park S. Night splints in adults. J Hand. 2018;7:e123.',
    'Medeiros K, Soto H. Antibiotics for bites. Cochrane Database Syst Rev. 2001;(2):CD001738.',
    'Walls K, Moreno P. Emergency airways. 9th ed Leeds: Northgate. 2017:1497-508.',
    'Lammers K. Closing wounds. In: Procedures in Medicine, 6th Ed. Northgate. 2013. 644-689.',
    '**Odds and risks in trials.** Greene S. J Epidemiol 1987:125(5);761-767.',
    'Moreno P, Soto K. A cohort of people with splints in the Netherlands BMJ 2019;365:11-15.',
    '王红. 中国乳腺癌患者专家共识 [J]. 中国癌症杂志, 2025, 35 (7): 710-734.',
    '[Night splints in adults](https://pubmed.ncbi.nlm.nih.gov/1234567/)',
    'Leaflets for patients: [Gout](https://leaflets.example/gout)',
    'Park S. [Night splints in adults](https://pubmed.ncbi.nlm.nih.gov/1234567/). J Hand, 2018.',
    'Park S. Night splints. Lecture at the Congress of Hands, 2018.',
    'Ask your doctor',
  ])('is silent on: %s', (entry) => expectSilent(rule, page(`- ${entry}`), { strict: true }))

  it('leaves further reading and lists in the frontmatter alone', () => {
    expectSilent(rule, '# Sleep\n\nText.\n\n## Further reading\n\n- https://leaflets.example/gout', { strict: true })
    expectSilent(rule, '---\ntitle: Sleep\nreferences:\n  - https://leaflets.example/gout\n---\n\nText.', { strict: true })
  })

  it('asks for the parts of its options', () => {
    const entry = '- Park S, Roy D. Night splints in adults. J Hand. 2018;7.'
    expect(messageOf(entry, { byType: { article: ['author', 'title'] } })).toEqual([])
    expect(messageOf('- https://leaflets.example/gout', { byType: { web: ['URL'] } })).toEqual([])
    const whole = '- Park S, Roy D. Night splints in adults. J Hand. 2018;7:11-15.'
    expect(messageOf(whole)).toEqual([])
    expect(messageOf(whole, { requireIdentifier: true })).toEqual(['Add an identifier (DOI, PMID) to this reference.'])
    expect(messageOf(`${whole} doi:10.5555/p1`, { requireIdentifier: true })).toEqual([])
    expect(
      messageOf('- World Health Organization. Guideline on sugars. Geneva: WHO; 2015.', { requireIdentifier: true }),
    ).toEqual([])
  })
})
