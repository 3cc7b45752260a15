/** Words and marks of a stretch of masked text, lower case, for the cue patterns. Hyphens separate words; citations are not seen. */
import { CITATION_MARK } from '../types.ts'

export interface Token {
  /** Lower case, straight apostrophes; a mark is one character. */
  text: string
  /** Offsets into the text that was read. */
  start: number
  end: number
  word: boolean
  number: boolean
}

const TOKEN = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\d+(?:[.,]\d+)*|[^\s\p{L}\p{M}\d]/gu
const CITATION = CITATION_MARK.charCodeAt(0)

export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = from
  for (let match = TOKEN.exec(text); match && match.index < to; match = TOKEN.exec(text)) {
    const raw = match[0]
    const code = raw.charCodeAt(0)
    if (code === CITATION || raw === '-' || raw === '‐' || raw === '‑') continue
    const number = code >= 48 && code <= 57
    const word = !number && (raw.length > 1 || isLetter(code))
    const lower = word ? raw.toLowerCase() : raw
    const plain = raw.length > 2 && lower.includes('’') ? lower.replace('’', "'") : lower
    tokens.push({ text: plain, start: match.index, end: match.index + raw.length, word, number })
  }
  return tokens
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0x00bf
}

const CLAUSE_MARKS = new Set([';', ':', '(', ')', '—', '–', '"', '“', '”'])
const CLAUSE_WORDS = new Set(['but', 'although', 'though', 'whereas', 'however', 'which', 'who', 'because', 'while'])

/** A token that ends a clause: what stands before it does not govern what stands behind it. */
export function endsClause(token: Token): boolean {
  return token.word ? CLAUSE_WORDS.has(token.text) : CLAUSE_MARKS.has(token.text)
}

/** Lower-case text of the token at `at`; '' outside. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? ''
}

/** The words of a line, to look tokens up in. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(' '))
}
