/** Exports, read by other people's parsers: what comes back is what the entry shows. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBibtex } from '../../src/references/bibtex.ts'
import { exportItems } from '../../src/references/items.ts'
import { toRis } from '../../src/references/ris.ts'
import { post } from '../support.ts'

interface Read {
  type: string
  'citation-key'?: string
  id?: string
  title?: string
  author?: { family?: string; given?: string; literal?: string; suffix?: string; 'non-dropping-particle'?: string }[]
  issued?: { 'date-parts': number[][] }
  [field: string]: unknown
}

const itemsOf = (...lines: string[]) =>
  exportItems(post(`Text.\n\n## References\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`).references.entries)
const chain = (text: string, format: string) => plugins.input.chain(text, { forceType: format, generateGraph: false }) as Read[]
const fromBibtex = (...lines: string[]) => chain(toBibtex(itemsOf(...lines).items), '@bibtex/text')
const fromRis = (...lines: string[]) => chain(toRis(itemsOf(...lines).items), '@ris/file')

const ARTICLE =
  'Ito HK, van der Berg J Jr. Statins & risk in 50% of adults: the HbA1c_2 trial {part #1}. N Engl J Med. 2019 Nov 7;381(19):1809-19. doi:10.5555/NEJMoa_19(2) PMID: 31697873.'
const BOOK = 'Grant D, Ito H. Bell palsy explained. 2nd ed. Leeds: Northgate; 2015.'

describe('BibTeX', () => {
  it('gives the fields of an article back, whatever characters are in it', () => {
    const [item] = fromBibtex(ARTICLE)
    expect(item).toMatchObject({
      type: 'article-journal',
      'citation-key': 'ito2019statins',
      title: 'Statins & risk in 50% of adults: the HbA1c_2 trial {part #1}',
      'container-title': 'N Engl J Med',
      volume: '381',
      issue: '19',
      page: '1809-1819',
      DOI: '10.5555/NEJMoa_19(2)',
      author: [{ family: 'Ito', given: 'H. K.' }, expect.objectContaining({ given: 'J.', suffix: 'Jr' })],
    })
    expect(item!.issued!['date-parts'][0]!.slice(0, 2)).toEqual([2019, 11])
  })

  it('keeps groups whole, and says that names are cut', () => {
    const text = toBibtex(itemsOf('Ito H, Roy D, et al. Naps and mood swings. Chest. 2019;4(2):11-19.').items)
    expect(text).toContain('author = {Ito, H. and Roy, D. and others}')
    const group = toBibtex(itemsOf('World Health Organization. Guideline on sugars. Geneva: WHO; 2015.').items)
    expect(group).toContain('author = {{World Health Organization}}')
    expect(group).toContain('@book{world2015guideline,')
  })

  it('escapes what BibTeX would read', () => {
    const text = toBibtex(itemsOf('Ito H, Roy D. Naps ~ 5% & $3 #1 a_b x^2--y. Chest. 2019;4(2):11-19.').items)
    expect(text).toContain('{{Naps \\textasciitilde{} 5\\% \\& \\$3 \\#1 a\\_b x\\textasciicircum{}2-{}-y}}')
  })

  it('survives any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (noise) => {
        const entry = itemsOf('Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19.').items
        const title = `A ${noise.replace(/[\s"]+/g, ' ').trim()} Z`
        entry[0]!.item.title = title
        const [item] = chain(toBibtex(entry), '@bibtex/text')
        expect(item).toMatchObject({ volume: '4', page: '11-19', author: [{ family: 'Ito' }, { family: 'Roy' }] })
      }),
    )
  })
})

describe('RIS', () => {
  it('gives article and book back', () => {
    const [article, book] = fromRis(ARTICLE, BOOK)
    expect(article).toMatchObject({
      type: 'article-journal',
      title: 'Statins & risk in 50% of adults: the HbA1c_2 trial {part #1}',
      'container-title': 'N Engl J Med',
      volume: '381',
      issue: '19',
      page: '1809-1819',
      DOI: '10.5555/NEJMoa_19(2)',
    })
    expect(article!.author).toHaveLength(2)
    expect(article!.author![0]).toMatchObject({ family: 'Ito', given: 'H. K.' })
    expect(book).toMatchObject({ type: 'book', title: 'Bell palsy explained', publisher: 'Northgate' })
  })

  it('has one tag a line, begins with the type and ends with ER', () => {
    const lines = toRis(itemsOf(ARTICLE).items).trimEnd().split('\n')
    expect(lines[0]).toBe('TY  - JOUR')
    expect(lines.at(-1)!.trimEnd()).toBe('ER  -')
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z\d] {2}-( |$)/)
    expect(lines).toContain('DA  - 2019/11/07')
    expect(lines).toContain('AN  - 31697873')
  })
})

describe('CSL-JSON', () => {
  it('holds what the entry shows and nothing else', () => {
    expect(itemsOf('Ito H, Roy D. Naps and mood swings. Chest. 2019;4:11-9.').items[0]!.item).toEqual({
      id: 'ito2019naps',
      type: 'article-journal',
      author: [
        { family: 'Ito', given: 'H.' },
        { family: 'Roy', given: 'D.' },
      ],
      issued: { 'date-parts': [[2019]] },
      title: 'Naps and mood swings',
      'container-title': 'Chest',
      volume: '4',
      page: '11-19',
    })
  })

  it('keys are plain, stable and unique; the same work stands once', () => {
    const naps = 'Müller-Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19.'
    const { items } = itemsOf(naps, naps.replace('mood', 'food'), naps, BOOK)
    expect(items.map(({ item }) => item.id)).toEqual(['mullerito2019naps', 'mullerito2019naps-2', 'grant2015bell'])
    expect(itemsOf(BOOK, naps).items.map(({ item }) => item.id)).toEqual(['grant2015bell', 'mullerito2019naps'])
  })

  it('a DOI in other letters is the same work', () => {
    const other = 'Ito H. Naps. Chest. 2019;4:1-2. doi:10.5555/ABC'
    expect(itemsOf(other, other.replace('ABC', 'abc')).items).toHaveLength(1)
  })
})
