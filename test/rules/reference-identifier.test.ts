import { describe, expect, it } from 'vitest'
import rule from '../../rules/reference-identifier.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const PARK = 'Park S. Night splints in adults. J Hand. 2018;7:11-15.'
const page = (...entries: string[]) =>
  `# Wrists\n\nText.\n\n## References\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`

function fixed(text: string, options = {}): string {
  const edits = lint(rule, text, { options }).flatMap(({ fix }) => fix?.edits ?? [])
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: to }) => result.slice(0, start) + to + result.slice(end), text)
}

describe('reference-identifier', () => {
  it('trims a final point', () => {
    const [message] = expectReports(rule, page(`${PARK} doi:⟦10.5555/abc.⟧`))
    expect(message!.message).toBe('Write the identifier as "10.5555/abc".')
    expect(message!.severity).toBe('warn')
    expect(fixed(page(`${PARK} doi:10.5555/abc.`))).toBe(page(`${PARK} doi:10.5555/abc`))
  })

  it('replaces an old resolver address', () => {
    const [message] = expectReports(rule, page(`${PARK} ⟦http://dx.doi.org/10.5555/k7⟧`))
    expect(message!.message).toBe('Write the identifier as "https://doi.org/10.5555/k7".')
    expect(fixed(page(`${PARK} [DOI](http://dx.doi.org/10.5555/k7)`))).toBe(page(`${PARK} [DOI](https://doi.org/10.5555/k7)`))
  })

  it('takes a label off an address', () => {
    expectReports(rule, page(`${PARK} ⟦doi:https://doi.org/10.5555/k7⟧`))
    expect(fixed(page(`${PARK} doi:https://doi.org/10.5555/k7`))).toBe(page(`${PARK} https://doi.org/10.5555/k7`))
  })

  it('leaves escapes, entities and emphasis of the source alone', () => {
    const list = [`${PARK} doi:10.5555/a\\_b`, `${PARK} doi:10.5555/a*b*`, `${PARK} doi:10.5555/1&lt;2::AID-C2&gt;3.0`]
    expectSilent(rule, page(...list), { strict: true })
    expect(fixed(page(`${PARK} doi:10.5555/a\\_b.`))).toBe(page(`${PARK} doi:10.5555/a\\_b`))
  })

  it('takes out invisible characters', () => {
    expect(fixed(page(`${PARK} doi:10.5555/ab\u200bc`))).toBe(page(`${PARK} doi:10.5555/abc`))
  })

  it('offers the form of a number it can read, as a suggestion', () => {
    const [message] = expectReports(rule, page(`${PARK} PMID: ⟦31 697 873⟧`))
    expect(message!.message).toBe('Write the identifier as "31697873".')
    expect(message!.fix).toBeNull()
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('31697873')
    expect(lint(rule, page(`${PARK} doi: 10. 5555/abc`))[0]!.suggestions[0]!.edits[0]!.text).toBe('10.5555/abc')
    expect(lint(rule, page(`${PARK} NCT 01234567`))[0]!.suggestions[0]!.edits[0]!.text).toBe('NCT01234567')
    expect(lint(rule, page(`${PARK} PMCID: 7654321`))[0]!.suggestions[0]!.edits[0]!.text).toBe('PMC7654321')
  })

  it.each([
    ['ISBN 978-3-16-148410-1', 'Check this ISBN: the check digit or the length is wrong.'],
    ['ISSN 0378-5954', 'Check this ISSN: the check digit or the length is wrong.'],
    ['NCT0123456', 'Check this trial number: it has NCT and eight digits.'],
    ['PMID: 316978731', 'Check this PMID: it has one to eight digits.'],
  ])('asks to check %s', (identifier, message) => {
    expect(lint(rule, page(`${PARK} ${identifier}`)).map((each) => each.message)).toEqual([message])
  })

  it('hints at a PMID that no record has yet', () => {
    const [message] = lint(rule, page(`${PARK} PMID: 99697873`))
    expect(message!.message).toBe('Check this PMID: no record has so high a number.')
    expect(message!.severity).toBe('info')
  })

  it('reports the second of two equal identifiers, also when only the case differs', () => {
    const list = [`${PARK} doi:10.5555/k2`, `Roy D. Casts in adults. J Hand. 2019;8:1-5. doi:⟦10.5555/K2⟧`]
    const [message] = expectReports(rule, page(...list))
    expect(message!.related).toHaveLength(1)
    const twice = [`${PARK} PMID: 1234567`, `Park S. Splints. [PubMed](https://pubmed.ncbi.nlm.nih.gov/1234567/)`]
    expect(lint(rule, page(...twice)).map(({ messageId }) => messageId)).toEqual(['shared'])
  })

  it('advises removal of an equal entry only', () => {
    const second = (entry: string) => lint(rule, page(`${PARK} doi:10.5555/k2`, entry)).map(({ message }) => message)
    const remove = ['Remove this duplicate of entry 1.']
    expect(second(`${PARK} doi:10.5555/k2`)).toEqual(remove)
    expect(second(`*${PARK}* https://doi.org/10.5555/K2 PMID: 1234567`)).toEqual(remove)
    const correct = ['Correct one of the two: entry 1 has the same identifier.']
    expect(second('Roy D. Casts in adults. J Hand. 2019;8:1-5. doi:10.5555/k2')).toEqual(correct)
    expect(second(`${PARK.replace('2018;7:11-15', '2018;7:110-115')} doi:10.5555/k2`)).toEqual(correct)
  })

  it('takes two entries with the same title, author and year for one work, whatever identifiers they have', () => {
    const park = (title: string, rest = 'J Hand. 2018;7:11-15.') => `Park S. ${title}. ${rest}`
    const first = park('Night splints in adults with pain')
    const [message] = expectReports(
      rule,
      page(first, park('⟦Night Splints in Adults with Pain⟧', 'J Hand. 2018;7(2):11-5. PMID: 1234567')),
    )
    expect(message!.message).toBe('Remove this duplicate of entry 1.')
    const apa = 'Park, S. (2018). ⟦Night splints in adults with pain⟧. *Journal of Hands*, *7*(2), 11–15.'
    expectReports(rule, page(`${first} PMID: 1234567`, apa))
    for (const other of [
      park('Night splints in adults with pain', 'J Hand. 2019;8:11-15.'),
      park('Night splints in adults with pain', 'J Hand. 2018;9:21-25.'),
      first.replace('Park', 'Roy'),
      park('Night splints in adults with pain', 'medRxiv. 2018;7:11-15.'),
    ])
      expectSilent(rule, page(first, other), { strict: true })
    expectSilent(rule, page(`${first} doi:10.5555/k1`, `${first} doi:10.5555/k2`), { strict: true })
    expectSilent(rule, page(park('Night splints'), park('Night splints')), { strict: true })
  })

  it('trims a point behind an address that is its own link, unless all have one', () => {
    expect(fixed(page(`${PARK} https://doi.org/10.5555/k7.`))).toBe(page(`${PARK} https://doi.org/10.5555/k7`))
    const all = page(...[1, 2, 3].map((n) => `${PARK} https://doi.org/10.5555/k${n}.`))
    expect(fixed(all)).toBe(all)
  })

  it.each([
    [`${PARK} doi:10.5555/x2`],
    [`${PARK} <https://doi.org/10.5555/y(3)z>`],
    [`${PARK} PMCID: PMC7654321`],
    [`${PARK} ISBN 978-3-16-148410-0`],
    [`${PARK} ISSN 0378-5955`],
    [`${PARK} [PubMed](https://www.ncbi.nlm.nih.gov/pubmed/?term=21515175)`],
    [`${PARK} doi:10.5555/x2`, 'Roy D. Casts in adults. J Hand. 2019;8:1-5. https://doi.org/10.5555/x3'],
    ['World Health Organization. Guideline on sugars. Geneva: WHO; 2015.'],
    [`${PARK} doi:10.5555/a1.`, `${PARK} doi:10.5555/a2.`, `${PARK} doi:10.5555/a3.`],
  ])('is silent on: %s', (...entries) => expectSilent(rule, page(...entries), { strict: true }))

  it('writes DOIs in the form that is asked for', () => {
    const url = page(`${PARK} https://doi.org/10.5555/x2`)
    const prefix = page(`${PARK} doi:10.5555/x2`)
    expect(fixed(url, { form: 'doi-prefix' })).toBe(prefix)
    expect(fixed(page(`${PARK} <https://doi.org/10.5555/x2>`), { form: 'doi-prefix' })).toBe(prefix)
    expect(fixed(page(`${PARK} DOI: https://doi.org/10.5555/x2`), { form: 'doi-prefix' })).toBe(prefix)
    expect(fixed(prefix, { form: 'url' })).toBe(url)
    expect(fixed(url, { form: 'url' })).toBe(url)
    expect(fixed(prefix, { form: 'doi-prefix' })).toBe(prefix)
    const linked = page(`${PARK} [DOI](https://doi.org/10.5555/x2)`)
    expect(fixed(linked, { form: 'doi-prefix' })).toBe(linked)
  })

  it('follows a clear majority of the list, and no other', () => {
    const dois = ['doi:10.5555/a1', 'doi:10.5555/a2', 'doi:10.5555/a3', 'https://doi.org/10.5555/a4']
    const list = page(...dois.map((doi) => `${PARK} ${doi}`))
    expect(lint(rule, list).map(({ message }) => message)).toEqual(['Write the identifier as "doi:10.5555/a4".'])
    expect(fixed(list)).toBe(list.replace('https://doi.org/10.5555/a4', 'doi:10.5555/a4'))
    expectSilent(rule, page(...dois.slice(1).map((doi) => `${PARK} ${doi}`)), { strict: true })
    expectSilent(rule, page(...dois.slice(0, 3).map((doi) => `${PARK} ${doi}`), `${PARK} [DOI](https://doi.org/10.5555/a4)`), {
      strict: true,
    })
  })

  it('wraps a bare address beside wrapped ones, unless told not to', () => {
    const list = page(
      `${PARK} <https://doi.org/10.5555/a1>`,
      `${PARK} <https://doi.org/10.5555/a2>`,
      `${PARK} https://doi.org/10.5555/a3`,
    )
    expect(fixed(list)).toBe(list.replace('https://doi.org/10.5555/a3', '<https://doi.org/10.5555/a3>'))
    expectSilent(rule, list, { options: { autolink: false }, strict: true })
  })

  it('fixes once: a second run changes nothing, and only the identifier is touched', () => {
    const broken = page(
      `${PARK} [Full text](http://dx.doi.org/10.5555/k7.)`,
      'Roy D. Casts in adults. J Hand. 2019;8:1-5. www.doi.org/10.5555/k8',
      'Ito H. Tape in adults. J Hand. 2020;9:1-5. doi:10.5555/k\u200b9.',
      'Kim J. Rest in adults. J Hand. 2021;10:1-5. http://doi.org/10.5555/k10,',
    )
    const once = fixed(broken)
    expect(once).toBe(
      page(
        `${PARK} [Full text](https://doi.org/10.5555/k7)`,
        'Roy D. Casts in adults. J Hand. 2019;8:1-5. https://doi.org/10.5555/k8',
        'Ito H. Tape in adults. J Hand. 2020;9:1-5. doi:10.5555/k9',
        'Kim J. Rest in adults. J Hand. 2021;10:1-5. https://doi.org/10.5555/k10',
      ),
    )
    expect(fixed(once)).toBe(once)
    expect(lint(rule, once)).toEqual([])
  })
})
