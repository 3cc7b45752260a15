import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validIsbn, validIssn } from '../../src/post/references/check-digits.ts'
import { findIdentifiers, idsOfUrl, sameWork } from '../../src/post/references/identifiers.ts'
import { parseEntry } from '../../src/post/references/parse-entry.ts'
import type { ReferenceEntry } from '../../src/post/types.ts'
import { post, type Setup } from '../support.ts'

const PARK = 'Park S, Roy D. Night splints in adults. J Hand. 2018;7(2):11-15.'
const ROY = 'Roy D. Day splints in adults. J Hand. 2019;8(1):21-25.'

const referencesIn = (markdown: string, setup: Setup = {}) => post(markdown, setup).references
const under = (list: string, heading = '## References') => `# Wrists\n\nText.\n\n${heading}\n\n${list}\n`
const entry = (text: string): ReferenceEntry => referencesIn(under(`- ${text}`)).entries[0]!

/** The fields of one entry as they stand in the source. */
function fieldsOf(text: string): Record<string, string> {
  const source = under(`- ${text}`)
  const { fields } = referencesIn(source).entries[0]!
  return Object.fromEntries(Object.entries(fields).map(([name, { start, end }]) => [name, source.slice(start, end)]))
}

describe('containers', () => {
  it.each([
    ['ordered', under(`1. ${PARK}\n2. ${ROY}`), [1, 2]],
    ['ordered', under(`3. ${PARK}\n4. ${ROY}`), [3, 4]],
    ['unordered', under(`- ${PARK}\n- ${ROY}`), [undefined, undefined]],
    ['unordered', under(`- [1] ${PARK}\n- [2] ${ROY}`), [1, 2]],
    ['paragraphs', under(`${PARK}\n\n${ROY}`), [undefined, undefined]],
    ['paragraphs', under(`[1] ${PARK}\n[2] ${ROY}`), [1, 2]],
    ['paragraphs', under(`\\[1\\] ${PARK}\n\n\\[2\\] ${ROY}`), [1, 2]],
    ['footnotes', `Text.[^1] More.[^b]\n\n[^1]: ${PARK}\n[^b]: ${ROY}`, [undefined, undefined]],
    ['html', under(`<ol>\n<li>${PARK}</li>\n<li>${ROY}</li>\n</ol>`), [1, 2]],
    ['frontmatter', `---\nreferences:\n  - ${PARK}\n  - ${ROY}\n---\n\nText.`, [undefined, undefined]],
  ])('reads %s entries', (container, source, numbers) => {
    const { entries, ...list } = referencesIn(source)
    expect(list.container).toBe(container)
    expect(entries.map(({ number }) => number)).toEqual(numbers)
    expect(entries.map(({ text }) => text)).toEqual([PARK, ROY])
    expect(entries.map(({ start, end }) => source.slice(start, end).replace(/<\/?li>/g, ''))).toEqual([
      expect.stringContaining(PARK),
      expect.stringContaining(ROY),
    ])
  })

  it('reads frontmatter items with fields', () => {
    const source =
      '---\nreferences:\n  - title: Night splints\n    author: Park S\n    year: 2018\n    url: https://doi.org/10.5555/x1\n---\n\nText.'
    const [item] = referencesIn(source).entries
    expect(item!.csl).toMatchObject({ title: 'Night splints', issued: { 'date-parts': [[2018]] } })
    expect(item!.ids.doi).toBe('10.5555/x1')
  })

  it.each([
    '## Sources',
    '## Works cited',
    '**References**',
    'References:',
    '## Quellen',
    '## Scientific references',
    '### Reference list',
  ])('knows the heading %s', (heading) => expect(referencesIn(under(`- ${PARK}`, heading)).entries).toHaveLength(1))

  it.each(['## Sources of vitamin D', '## Cross references', '## Evidence'])('knows that %s is another one', (heading) =>
    expect(referencesIn(under(`- ${PARK}`, heading)).entries).toEqual([]),
  )

  it('wants entries below "Sources" that look like references', () => {
    expect(referencesIn(under('- oily fish\n- eggs', '## Sources')).entries).toEqual([])
  })

  it('keeps remarks out: nested items, notes without a source, own pages', () => {
    expect(referencesIn(under(`- ${PARK}\n  - a remark\n- ${ROY}`)).entries).toHaveLength(2)
    expect(referencesIn('Text.[^1]\n\n[^1]: Only a remark.').entries).toEqual([])
    expect(referencesIn(under('- [Our page](/splints)', '## Further reading')).entries).toEqual([])
    expect(referencesIn(under('Last checked by the team.')).entries).toEqual([])
  })

  it('marks further reading as optional and knows lists that a tool writes', () => {
    const both = referencesIn(`${under(`- ${PARK}`)}\n## Further reading\n\n- ${ROY}\n`)
    expect(both.entries.map(({ optional }) => optional)).toEqual([false, true])
    expect(referencesIn('---\nbibliography: refs.bib\n---\n\nText.').external).toBe(true)
    expect(referencesIn(under('::: {#refs}\n:::')).external).toBe(true)
    expect(referencesIn(under('<References items={items} />'), { path: 'a.mdx' }).external).toBe(true)
  })
})

describe('fields', () => {
  it.each([
    [
      'AMA',
      'Park S, Roy DB, et al. Night splints: a trial in adults. *J Hand*. 2018;7(2):11-15. doi:10.5555/x1',
      {
        author: 'Park S, Roy DB, et al',
        title: 'Night splints: a trial in adults',
        'container-title': 'J Hand',
        issued: '2018',
        volume: '7',
        issue: '2',
        page: '11-15',
      },
    ],
    [
      'APA',
      'Park, S., & van der Berg, D. B. (2018). Night splints in adults. *Journal of Hands*, *7*(2), 11–15. https://doi.org/10.5555/x1',
      {
        author: 'Park, S., & van der Berg, D. B.',
        title: 'Night splints in adults',
        'container-title': 'Journal of Hands',
        issued: '2018',
        volume: '7',
        issue: '2',
        page: '11–15',
      },
    ],
    [
      'NLM',
      'Park S, Roy D. Night splints in adults. J Hand. 2018 Nov 7;7(2):111-5. doi: 10.5555/x1. PMID: 1234567; PMCID: PMC7654321.',
      { title: 'Night splints in adults', issued: '2018', page: '111-5' },
    ],
    [
      'Nature',
      'Park, S. & Roy, D. Night splints in adults. *J. Hand* **7**, 11–15 (2018).',
      { title: 'Night splints in adults', 'container-title': 'J. Hand', volume: '7', page: '11–15', issued: '2018' },
    ],
    [
      'Cochrane, with an issue and no volume',
      'Park S, Roy D. Splints for adults. Cochrane Database Syst Rev. 2001;(2):CD001738.',
      { title: 'Splints for adults', 'container-title': 'Cochrane Database Syst Rev', issue: '2', page: 'CD001738' },
    ],
    [
      'a book',
      'World Health Organization. Guideline on sugars. Geneva: WHO; 2015.',
      {
        author: 'World Health Organization',
        title: 'Guideline on sugars',
        'publisher-place': 'Geneva',
        publisher: 'WHO',
        issued: '2015',
      },
    ],
    [
      'a linked title',
      'Leaflets: [Night splints in adults](https://leaflets.example/splints), 2018',
      { title: 'Night splints in adults' },
    ],
    [
      'entities and a soft hyphen',
      'Park S, Roy D. Night &amp; day splints in a\u00addults. J Hand. 2018;7(2):11-15.',
      { title: 'Night &amp; day splints in a\u00addults', 'container-title': 'J Hand' },
    ],
  ])('of %s have exact ranges', (_, text, expected) => expect(fieldsOf(text)).toMatchObject(expected))

  it('fill CSL-JSON', () => {
    expect(entry(`${PARK} doi:10.5555/X1. PMID: 1234567`).csl).toEqual({
      type: 'article-journal',
      author: [
        { family: 'Park', given: 'S' },
        { family: 'Roy', given: 'D' },
      ],
      title: 'Night splints in adults',
      'container-title': 'J Hand',
      issued: { 'date-parts': [[2018]] },
      volume: '7',
      issue: '2',
      page: '11-15',
      DOI: '10.5555/x1',
      PMID: '1234567',
    })
    expect(entry('Grant D. Bell palsy. In: Roy K, ed. Nerves. 2nd ed. Leeds: Northgate; 2025:45-62.').csl).toMatchObject({
      type: 'chapter',
      title: 'Bell palsy',
      edition: '2nd',
      publisher: 'Northgate',
      page: '45-62',
    })
    expect(entry('Leaflets. [Gout](https://leaflets.example/gout).').csl).toMatchObject({
      type: 'webpage',
      title: 'Gout',
      URL: 'https://leaflets.example/gout',
    })
  })

  it('are read with a confidence that shows how much was found', () => {
    expect(entry(PARK).confidence).toBe(0.9)
    expect(entry('Park S, Roy D. Night splints in adults. J Hand. 2018.').confidence).toBe(0.7)
    expect(entry('[Splints](https://leaflets.example/splints)').confidence).toBe(0.5)
    expect(entry('https://leaflets.example/splints').confidence).toBeLessThan(0.5)
  })

  it('name the spot where reading stopped', () => {
    const source = under('- Park S, Roy D. Night splints in adults. J Hand. 2018;7(2)11-15.')
    const { stoppedAt } = referencesIn(source).entries[0]!
    expect(source.slice(0, stoppedAt!.offset).endsWith('2018;7(2)')).toBe(true)
    expect(stoppedAt!.expected).toBe("':' after the issue")
    expect(entry(PARK).stoppedAt).toBeUndefined()
  })

  it('give the style of an entry and of the list', () => {
    expect(referencesIn(under(`- ${PARK}\n- ${ROY}`)).style).toBe('ama')
    const apa = 'Park, S. (2018). Night splints in adults. *Journal of Hands*, *7*(2), 11–15.'
    expect(referencesIn(under(`- ${apa}\n- ${apa}\n- ${ROY}`)).style).toBe('apa')
    expect(referencesIn(under(`- ${apa}\n- ${ROY}`)).style).toBe('mixed')
  })

  it('slice to their value in any entry', () => {
    const name = fc.constantFrom('Park S', 'Roy DB', "O'Neill K", 'van der Berg J', 'Muñoz-Soto AB')
    const word = fc.constantFrom('night', 'splints', 'adults &amp; children', 'a trial', 'β-blockers', '*in vitro*', 'wrist')
    const parts = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      words: fc.array(word, { minLength: 3, maxLength: 7 }),
      journal: fc.constantFrom('J Hand', '*Wrist Med*', 'Br J Splints'),
      year: fc.integer({ min: 1950, max: 2026 }),
      volume: fc.integer({ min: 1, max: 400 }),
      page: fc.integer({ min: 1, max: 900 }),
    })
    fc.assert(
      fc.property(parts, ({ names, words, journal, year, volume, page }) => {
        const text = `${names.join(', ')}. Effects of ${words.join(' ')}. ${journal}. ${year};${volume}:${page}-${page + 9}.`
        const source = under(`- ${text}`)
        const item = referencesIn(source).entries[0]!
        for (const [field, { start, end }] of Object.entries(item.fields)) {
          expect(start).toBeGreaterThanOrEqual(item.start)
          expect(end).toBeLessThanOrEqual(item.end)
          expect(source.slice(start, end).trim()).not.toBe('')
          const value = item.csl[field as keyof typeof item.csl]
          const plain = source.slice(start, end).replaceAll('&amp;', '&').replaceAll('*', '')
          if (typeof value === 'string') expect(plain).toBe(value)
        }
        expect(item.csl).toMatchObject({
          volume: String(volume),
          page: `${page}-${page + 9}`,
          issued: { 'date-parts': [[year]] },
        })
      }),
      { numRuns: 60 },
    )
  })

  it('of arbitrary text stay inside it', () => {
    const piece = fc.constantFrom(
      'Park S',
      ', ',
      '. ',
      'et al',
      '(2018)',
      '2018;7',
      '(2)',
      ':11-15',
      'J Hand',
      'In: ',
      '"',
      'doi:10.5555/x1',
      'https://a.example/b',
      '\u200b',
      'ﬁ',
      '[',
      ']',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const { textStart, textEnd } of Object.values(parseEntry(text).fields)) {
          expect(textStart).toBeGreaterThanOrEqual(0)
          expect(textEnd).toBeGreaterThan(textStart)
          expect(textEnd).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('identifiers', () => {
  it.each([
    ['doi:10.5555/ABC.1', 'doi', '10.5555/abc.1'],
    ['https://doi.org/10.5555/y(3)z', 'doi', '10.5555/y(3)z'],
    ['(10.5555/x1).', 'doi', '10.5555/x1'],
    ['http://dx.doi.org/10.5555/k7', 'doi', '10.5555/k7'],
    [
      '10.1002/(SICI)1097-0142(19960101)77:1<2::AID-C2>3.0.CO;2-7'.replace(';2-7', ''),
      'doi',
      '10.1002/(sici)1097-0142(19960101)77:1<2::aid-c2>3.0.co',
    ],
    ['PMID: 1234567', 'pmid', '1234567'],
    ['PMCID: PMC7654321', 'pmcid', 'PMC7654321'],
    ['PMC7654321.2', 'pmcid', 'PMC7654321'],
    ['NCT01234567', 'nct', 'NCT01234567'],
    ['ISBN 978-3-16-148410-0', 'isbn', '9783161484100'],
    ['ISSN 0378-5955', 'issn', '0378-5955'],
    ['arXiv:2401.01234v2', 'arxiv', '2401.01234'],
    ['PMID: 31 697 873', 'pmid', undefined],
    ['doi: 10. 5555/abc', 'doi', undefined],
    ['NCT0123', 'nct', undefined],
    ['ISBN 978-3-16-148410-1', 'isbn', undefined],
    ['ISSN 0378-5954', 'issn', undefined],
  ])('reads %s', (text, kind, value) => {
    expect(findIdentifiers(text).map((found) => [found.kind, found.value])).toEqual([[kind, value]])
  })

  it.each(['version 10.5', 'a ratio of 10.2345', 'PMC was 0.10', 'the DOI of the paper', 'v10.1234/abc'])(
    'finds none in %s',
    (text) => expect(findIdentifiers(text)).toEqual([]),
  )

  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/1234567/', { pmid: '1234567' }],
    ['http://www.ncbi.nlm.nih.gov/pubmed/1234567', { pmid: '1234567' }],
    ['https://www.ncbi.nlm.nih.gov/m/pubmed/1234567/', { pmid: '1234567' }],
    ['https://www.ncbi.nlm.nih.gov/pubmed/?term=21515175', { pmid: '21515175' }],
    ['http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=pubmed&list_uids=14283879', { pmid: '14283879' }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321/', { pmcid: 'PMC7654321' }],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/#B1', { pmcid: 'PMC7654321' }],
    ['https://europepmc.org/article/MED/1234567', { pmid: '1234567' }],
    ['https://clinicaltrials.gov/ct2/show/NCT01234567', { nct: 'NCT01234567' }],
    ['https://arxiv.org/abs/2401.01234', { doi: '10.48550/arxiv.2401.01234' }],
    ['https://link.springer.com/article/10.5555/X1', { doi: '10.5555/x1' }],
    ['https://onlinelibrary.wiley.com/doi/full/10.5555/x1', { doi: '10.5555/x1' }],
    ['https://www.frontiersin.org/articles/10.5555/x1/full', { doi: '10.5555/x1' }],
    ['https://journals.plos.org/plosone/article?id=10.5555/x1', { doi: '10.5555/x1' }],
    ['https://www.nature.com/articles/s00000-026-0001-2', { doi: '10.1038/s00000-026-0001-2' }],
    ['https://doi.org/10.5555%2Fx1', { doi: '10.5555/x1' }],
    ['doi:10.5555/x1', { doi: '10.5555/x1' }],
  ])('takes them from %s', (url, ids) => {
    const { url: _, ...found } = idsOfUrl(url)
    expect(found).toEqual(ids)
  })

  it.each([
    'https://www.ncbi.nlm.nih.gov/pubmed/?term=gout+2018',
    'https://herald.example/2018/gout',
    '/10.5555/x1',
    'mailto:a@b.example',
  ])('takes none from %s', (url) => {
    const { url: _, ...found } = idsOfUrl(url)
    expect(found).toEqual({})
  })

  it('name one work, another one, or leave it open', () => {
    expect(sameWork({ doi: '10.5555/X1' }, { doi: '10.5555/x1' })).toBe(true)
    expect(sameWork({ doi: '10.5555/x1' }, { doi: '10.5555/x2' })).toBe(false)
    expect(sameWork({ doi: '10.5555/x1' }, { pmid: '1234567' })).toBeUndefined()
    expect(sameWork({ doi: '10.5555/x1', pmid: '1' }, { doi: '10.5555/x2', pmid: '1' })).toBe(true)
    expect(sameWork({ pmid: '1234567' }, { doi: '10.5555/x1' }, { 'pmid:1234567': '10.5555/x1' })).toBe(true)
    expect(sameWork({ pmcid: 'PMC1' }, { doi: '10.5555/x2' }, { pmc1: '10.5555/x1' })).toBe(false)
    expect(sameWork({}, { doi: '10.5555/x1' })).toBeUndefined()
  })

  it('of an entry stand where they are written, with their links', () => {
    const source = under(
      `- ${PARK} [PubMed](https://pubmed.ncbi.nlm.nih.gov/1234567/) doi:10.5555/x1 <https://doi.org/10.5555/x2>`,
    )
    const { identifiers } = referencesIn(source).entries[0]!
    expect(identifiers.map(({ kind, start, end, linked }) => [kind, source.slice(start, end), linked])).toEqual([
      ['pmid', 'https://pubmed.ncbi.nlm.nih.gov/1234567/', true],
      ['doi', '10.5555/x1', false],
      ['doi', 'https://doi.org/10.5555/x2', true],
    ])
  })

  it('have check digits', () => {
    expect(validIsbn('0-306-40615-2')).toBe('0306406152')
    expect(validIsbn('0-306-40615-3')).toBeUndefined()
    expect(validIssn('2434-561X')).toBe('2434-561X')
    expect(validIssn('2434-5611')).toBeUndefined()
  })
})
