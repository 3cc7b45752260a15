/**
 * Labelled citations set anew in the forms of medical lists, which the labelled ones hardly have: compact source parts, months,
 * identifiers and access notes behind them, points without a space.
 */
import { parseAuthors } from '../../src/post/references/authors.ts'
import { fold } from '../../src/post/references/fold.ts'
import { LABELS, type Label } from '../../src/post/references/tagger.ts'
import { tokensOf } from '../../src/post/references/tagger-signs.ts'
import { type Grobid, goldField, isGrobidArticle, type Labelled } from './grobid.ts'

type Piece = [text: string, label?: Label]
interface Parts {
  authors: string
  title: string
  journal: string
  year: string
  volume: string
  issue: string | undefined
  pages: string
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `undefined` when the citation lacks a part that these forms need. `random` is seeded. */
export function rewritten(gold: Grobid, random: () => number): Labelled | undefined {
  const parts = partsOf(gold, random)
  if (!parts) return undefined
  const pieces = [...(random() < 0.75 ? vancouver(parts, random) : apa(parts)), ...tailOf(random)]
  let text = ''
  const ranges: { label: Label; start: number; end: number }[] = []
  for (const [piece, label] of pieces) {
    if (label) ranges.push({ label, start: text.length, end: text.length + piece.length })
    text += piece
  }
  const tokens = tokensOf(text)
  const labels = Uint8Array.from(tokens, ({ start, end }) => {
    const range = ranges.find((candidate) => start < candidate.end && end > candidate.start)
    return range ? LABELS.indexOf(range.label) : 0
  })
  return { text, tokens, labels, file: gold.f }
}

function partsOf(gold: Grobid, random: () => number): Parts | undefined {
  if (!isGrobidArticle(gold)) return undefined
  const field = (label: Label) => {
    const value = goldField(gold, label)
    return value === undefined ? undefined : fold(value).text.trim()
  }
  const year = /\b(?:1[89]|20)\d\d\b/.exec(field('issued') ?? '')?.[0]
  const authors = parseAuthors(`${field('author')?.replace(/[.,]*$/, '.')} `)
  const [title, journal, volume, pages] = [field('title'), field('container-title'), field('volume'), field('page')]
  if (!year || !authors || !title || !journal || !volume || !pages || !/^[\w-]+$/.test(volume)) return undefined
  const named = authors.names.flatMap((name) =>
    'family' in name && name.given ? [name as { family: string; given: string }] : [],
  )
  if (named.length === 0 || named.length < authors.names.length) return undefined
  const shortened = random() < 0.3
  const names = (shortened ? named.slice(0, 1 + Math.floor(random() * 3)) : named).map(
    ({ family, given }) => `${family} ${given.replace(/[^\p{L}]/gu, '')}`,
  )
  const issue = field('issue') ?? (random() < 0.6 ? String(1 + Math.floor(random() * 12)) : undefined)
  const list = names.join(', ') + (shortened ? pick([', et al', ' et al'], random) : '')
  return {
    authors: list,
    title: random() < 0.08 ? title.replace(/[.?!]*$/, '?') : title,
    journal: random() < 0.08 && !journal.includes('.') ? journal[0] + journal.slice(1).toLowerCase() : journal,
    year,
    volume,
    issue,
    pages: pages.replace(/^pp?\.? ?|\s/g, '') + (random() < 0.03 ? `.e${1 + Math.floor(random() * 9)}` : ''),
  }
}

function vancouver({ authors, title, journal, year, volume, issue, pages }: Parts, random: () => number): Piece[] {
  const gap = random() < 0.08 ? '' : ' '
  const month = random() < 0.35 ? ` ${pick(MONTHS, random)}${random() < 0.5 ? ` ${1 + Math.floor(random() * 28)}` : ''}` : ''
  const space = random() < 0.15 ? ' ' : ''
  return [
    [authors, 'author'],
    [`${pick(['.', '.', '.', ':'], random)}${gap}`],
    [title, 'title'],
    [/[?!.]$/.test(title) ? gap || ' ' : `.${gap}`],
    [journal, 'container-title'],
    [`${/\.$/.test(journal) || random() < 0.3 ? '' : '.'} `],
    [`${year}${month}`, 'issued'],
    [`;${space}`],
    [volume, 'volume'],
    ...(issue ? ([['('], [issue, 'issue'], [')']] as Piece[]) : []),
    [`:${space}`],
    [pages, 'page'],
    ['.'],
  ]
}

function apa({ authors, title, journal, year, volume, issue, pages }: Parts): Piece[] {
  const names = authors
    .replace(/,? et al$/, '')
    .split(', ')
    .map((name) => {
      const space = name.lastIndexOf(' ')
      return `${name.slice(0, space)}, ${[...name.slice(space + 1)].join('. ')}.`
    })
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : names[0]!
  return [
    [list, 'author'],
    [' ('],
    [year, 'issued'],
    ['). '],
    [title, 'title'],
    [/[?!.]$/.test(title) ? ' ' : '. '],
    [journal, 'container-title'],
    [', '],
    [volume, 'volume'],
    ...(issue ? ([['('], [issue, 'issue'], [')']] as Piece[]) : []),
    [', '],
    [pages, 'page'],
    ['.'],
  ]
}

function tailOf(random: () => number): Piece[] {
  const digits = String(1 + Math.floor(random() * 40_000_000))
  const doi = `10.${1000 + Math.floor(random() * 9000)}/j.${digits}`
  const tails = [
    '',
    '',
    '',
    ` doi:${doi}`,
    ` doi: ${doi}.`,
    ` https://doi.org/${doi}`,
    ` PMID: ${digits}.`,
    ` PubMed PMID: ${digits}.`,
    ` doi: ${doi}. Epub 2012 Mar 4. [PubMed]`,
    ` doi: ${doi}. [PubMed]`,
    ' [PubMed]',
    ` https://www.ncbi.nlm.nih.gov/pubmed/${digits}`,
    ` Epub 2012 Mar 4. PubMed PMID: ${digits}; PubMed Central PMCID: PMC${digits.slice(0, 7)}.`,
  ]
  const tail = pick(tails, random)
  return tail === '' ? [] : [[' '], [tail.trim(), 'note']]
}

function pick<Value>(list: readonly Value[], random: () => number): Value {
  return list[Math.floor(random() * list.length)]!
}
