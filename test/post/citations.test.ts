import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bracketedNumbers, expand, keyMarkers } from '../../src/post/citation-markers.ts'
import type { Citation } from '../../src/post/types.ts'
import { post, readMarks, type Setup } from '../support.ts'

const LIST = Array.from({ length: 12 }, (_, index) => `${index + 1}. Park S. Work ${index + 1}. J Hand. 2018;${index + 1}:11-15.`)
const withList = (body: string) => `# Wrists\n\n${body}\n\n## References\n\n${LIST.join('\n')}\n`

function citationsIn(markdown: string, setup: Setup = {}): Citation[] {
  return post(markdown, setup).citations
}

/** The citations of the marked text are exactly the marked ranges. */
function expectCitations(marked: string, setup: Setup = {}): Citation[] {
  const { text, ranges } = readMarks(marked)
  const citations = citationsIn(text, setup)
  expect(citations.map(({ start, end }) => text.slice(start, end))).toEqual(
    ranges.map(({ start, end }) => text.slice(start, end)),
  )
  expect(citations.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  return citations
}

describe('numbers in brackets', () => {
  it.each([
    ['[2]', [2]],
    ['\\[2\\]', [2]],
    ['\\[2]', [2]],
    ['[1, 3]', [1, 3]],
    ['[2-4]', [2, 3, 4]],
    ['[2–4,7]', [2, 3, 4, 7]],
    ['[1;3]', [1, 3]],
    ['[ref. 3]', [3]],
  ])('reads %s', (marker, numbers) => {
    const [citation] = expectCitations(withList(`Splints help ⟦${marker}⟧.`))
    expect(citation!.kind).toBe('numeric')
    expect(citation!.numbers).toEqual(numbers)
    expect(citation!.references).toEqual(numbers.map((number) => number - 1))
  })

  it('reads numbers that are links', () => {
    const [anchor] = expectCitations(withList('Splints help ⟦[1](#ref1)⟧.'))
    expect(anchor).toMatchObject({ kind: 'numeric', numbers: [1], label: 'ref1' })
    const [both] = citationsIn(withList('Splints help [[2]](https://doi.org/10.5555/x2).'))
    expect(both).toMatchObject({ kind: 'numeric', numbers: [2], ids: { doi: '10.5555/x2' } })
  })

  it.each([
    '- [x] done\n- [ ] open',
    'Written in [2020].',
    'A dose of 5 [2-10] mg.',
    'The mean was 18 (95 % CI [11-30]).',
    'Take [2] mg.',
    'See figure [3] and Table [4].',
    'The index `items[1]` counts.',
    'bicyclo[2]octane',
    'Take [0] and [5-3].',
    '| Value |\n|---|\n| 18 [11-30] |\n| 1.5 [2] |',
    'A <span data-a="[1]">word</span>.',
  ])('takes %s for no citation', (text) => expect(citationsIn(withList(text))).toEqual([]))

  it('drops numbers far beyond the list', () => {
    expect(citationsIn(withList('There were [250] people.'))).toEqual([])
  })
})

describe('raised numbers', () => {
  it.each([
    ['Splints help.<sup>⟦1⟧</sup>', [1]],
    ['Splints help.<sup>⟦1,3-4⟧</sup>', [1, 3, 4]],
    ['Splints help.<sup>⟦[2]⟧</sup>', [2]],
    ['Splints help.⟦^1^⟧', [1]],
    ['Splints help.⟦^2,3^⟧', [2, 3]],
    ['Splints help.⟦¹²⟧', [12]],
    ['Splints help⟦²⟧ a lot.', [2]],
    ['Splints help.⟦¹,³⟧', [1, 3]],
    ['It was so in 2019.<sup>⟦3⟧</sup>', [3]],
  ])('reads %s', (text, numbers) => {
    const [citation] = expectCitations(withList(text))
    expect(citation).toMatchObject({ kind: 'superscript', numbers })
  })

  it.each([
    'An area of 3 m², 4 cm<sup>2</sup> and 5 m^2^.',
    'Fe²⁺, Ca<sup>2+</sup> and Na<sup>1</sup>.',
    'About 10<sup>6</sup> cells, 2 × 10^9^ per litre.',
    'CD4<sup>+</sup> cells and the 1<sup>st</sup> day.',
    'BMI in kg/m².',
  ])('takes %s for no citation', (text) => expect(citationsIn(withList(text))).toEqual([]))

  it('needs a list, or several of them', () => {
    expect(citationsIn('Splints help.<sup>1</sup>')).toEqual([])
    expect(citationsIn('A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>')).toHaveLength(3)
  })
})

describe('footnotes and keys', () => {
  it('resolves a footnote to its definition', () => {
    const [note] = expectCitations('Splints help.⟦[^a]⟧\n\n[^a]: Park S. Splints. J Hand. 2018;7:11-15.')
    expect(note).toMatchObject({ kind: 'footnote', label: 'a', references: [0] })
  })

  it('reads pandoc and Manubot keys, one citation a key', () => {
    const citations = expectCitations('Splints help ⟦[@park2018⟧⟦; see @doi:10.5555/x2⟧⟦; @pmid:1234567]⟧.')
    expect(citations.map(({ kind }) => kind)).toEqual(['key', 'key', 'key'])
    expect(citations.map(({ ids }) => ids)).toEqual([
      { key: 'park2018' },
      { key: 'doi:10.5555/x2', doi: '10.5555/x2' },
      { key: 'pmid:1234567', pmid: '1234567' },
    ])
  })

  it('takes addresses and handles for no keys', () => {
    expect(citationsIn('Write to a@b.example or [mail us](mailto:a@b.example). Follow @clinic.')).toEqual([])
    expect(keyMarkers('no at sign')).toEqual([])
  })
})

describe('author and year', () => {
  it.each([
    ['Snoring is common ⟦(Park et al., 2018)⟧.', 'Park', '2018'],
    ['Snoring is common ⟦(Park & Roy, 2018)⟧.', 'Park', '2018'],
    ['Park et al. ⟦(2018)⟧ disagree.', 'Park', '2018'],
    ['Snoring is common (⟦see van der Berg et al. 2018a⟧; unpublished).', 'van der Berg', '2018a'],
    ["O'Neill and colleagues ⟦(2018)⟧ disagree.", "O'Neill", '2018'],
  ])('reads %s', (text, author, year) => {
    const [citation] = expectCitations(text)
    expect(citation).toMatchObject({ kind: 'author-year', author, year })
  })

  it('splits a group', () => {
    const citations = expectCitations(withList('It is so ⟦(Park, 2018;⟧⟦ Roy et al., 2019)⟧.').replace(/;⟧⟦ /, '⟧; ⟦'))
    expect(citations.map(({ author }) => author)).toEqual(['Park', 'Roy'])
    expect(citations[0]!.references.length).toBeGreaterThan(0)
  })

  it('takes a bare name only where a list can answer', () => {
    expect(citationsIn('Snoring is common (Park, 2018).')).toEqual([])
    expect(citationsIn(withList('Snoring is common (Park, 2018).'))).toHaveLength(1)
  })

  it.each(['It began (March 2018).', 'It was tried (Since 2018).', 'Version (2018) is new.', 'The law (Act 2004) says so.'])(
    'takes %s for no citation',
    (text) => expect(citationsIn(withList(text))).toEqual([]),
  )
})

describe('links', () => {
  const kindOf = (url: string) =>
    post(`See [this](${url}).`, { project: { ownDomains: ['ourclinic.example'] } }).links.map(({ kind }) => kind)[0]

  it.each([
    ['https://doi.org/10.5555/x1', 'scholarly'],
    ['https://pubmed.ncbi.nlm.nih.gov/1234567/', 'scholarly'],
    ['https://www.nejm.org/doi/full/10.1056/NEJMoa0000000', 'scholarly'],
    ['https://clinicaltrials.gov/study/NCT01234567', 'scholarly'],
    ['https://www.who.int/news/item', 'authority'],
    ['https://www.nhs.uk/conditions/gout', 'authority'],
    ['https://health.example.gov/gout', 'authority'],
    ['https://blog.ourclinic.example/gout', 'own-site'],
    ['/gout', 'own-site'],
    ['../gout.md', 'own-site'],
    ['https://ourclinic.example/papers/10.5555/x1', 'scholarly'],
    ['https://en.wikipedia.org/wiki/Gout', 'gloss'],
    ['https://www.amazon.com/dp/B000000000', 'vendor'],
    ['https://www.youtube.com/watch?v=a', 'vendor'],
    ['https://herald.example/gout', 'other'],
    ['https://herald.example/gout.png', 'media'],
    ['mailto:a@b.example', 'contact'],
    ['tel:123', 'contact'],
    ['#gout', 'anchor'],
  ])('classifies %s as %s', (url, kind) => expect(kindOf(url)).toBe(kind))

  it('cites with outside links only', () => {
    const text =
      'A ⟦[trial](https://doi.org/10.5555/x1)⟧, ⟦[WHO](https://www.who.int/a)⟧, ⟦[Herald](https://herald.example/a)⟧, [wiki](https://en.wikipedia.org/wiki/A), [shop](https://www.amazon.com/a), [us](/a), [mail](mailto:a@b.example), ![image](https://herald.example/b.png).'
    expect(expectCitations(text).map(({ kind }) => kind)).toEqual(['link', 'link', 'link'])
  })

  it('resolves a link by any equal identifier', () => {
    const text =
      '# A\n\n[One](https://www.nature.com/articles/s00000-026-0001-2) and [two](https://www.ncbi.nlm.nih.gov/pubmed/?term=21515175).\n\n## References\n\n- A. doi:10.1038/S00000-026-0001-2\n- B. PMID: 21515175'
    expect(citationsIn(text).map(({ references }) => references)).toEqual([[0], [1]])
  })
})

describe('identifiers in the text', () => {
  it('reads DOI, PMID, PMCID, trial number and arXiv', () => {
    const text = 'See doi:⟦10.5555/x1⟧, PMID: ⟦1234567⟧, ⟦PMC7654321⟧, ⟦NCT01234567⟧ and arXiv:⟦2401.01234⟧.'
    expect(expectCitations(text).map(({ ids }) => ids)).toEqual([
      { doi: '10.5555/x1' },
      { pmid: '1234567' },
      { pmcid: 'PMC7654321' },
      { nct: 'NCT01234567' },
      { doi: '10.48550/arxiv.2401.01234' },
    ])
  })

  it('does not read code or malformed numbers', () => {
    expect(citationsIn('Write `doi:10.5555/x1`, NCT0123 and PMID: 123456789012.')).toEqual([])
  })
})

describe('ranges', () => {
  it('survive entities, escapes, emphasis and a BOM', () => {
    const text =
      '\ufeff# A &amp; B\n\n> Splints *help* &mdash; a lot \\[1\\] and **again** [2].\n\n## References\n\n1. Park S. 2018.\n2. Roy D. 2019.\n'
    expect(citationsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['\\[1\\]', '[2]'])
  })

  it('of any text are inside it', () => {
    const piece = fc.constantFrom(
      '[1]',
      '[2-3]',
      '\\[4]',
      '<sup>1</sup>',
      '^1^',
      '²',
      ' (Park et al., 2018)',
      '[@a; @b]',
      '&amp;',
      ' word',
      '. ',
      '**',
      '\n\n',
      '| a |',
      'doi:10.5555/x1',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = withList(pieces.join(''))
        let last = 0
        for (const { start, end, block, textStart, textEnd } of citationsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(block.text.slice(textStart, textEnd)).not.toBe('')
          last = start
        }
      }),
      { numRuns: 60 },
    )
  })

  it('expand ascending numbers only', () => {
    expect(expand('1, 3-5')).toEqual([1, 3, 4, 5])
    expect(expand('5-3')).toBeUndefined()
    expect(expand('0')).toBeUndefined()
    expect(expand('1-900')).toBeUndefined()
    expect(bracketedNumbers('no brackets', false)).toEqual([])
  })
})
