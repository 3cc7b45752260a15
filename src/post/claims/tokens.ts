/** Words and marks of a stretch of masked text, lower case, for the cue patterns. Hyphens separate words; citations are not seen. */
import { type Form, formAt } from '../forms.ts'
import { CITATION_MARK, type Sentence } from '../types.ts'

export interface Token {
  /** Lower case, straight apostrophes; a mark is one character. */
  text: string
  /** Offsets into the text that was read. */
  start: number
  end: number
  word: boolean
  number: boolean
  form: Form
}

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4
const UNSEEN = new Set([CITATION_MARK, '-', '‐', '‑'])

/** Kinds of code units, each judged when it is first met; halves of a pair stay 0. */
const KINDS = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const known = KINDS[code]!
  if (known !== 0) return known
  const character = String.fromCodePoint(text.codePointAt(at)!)
  const kind = /[\p{L}\p{M}]/u.test(character) ? LETTER : /\d/.test(character) ? DIGIT : /\s/.test(character) ? SPACE : MARK
  if (character.length === 1 && !/\p{Cs}/u.test(character)) KINDS[code] = kind
  return kind
}

/** Tokens that start between two offsets. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  addTokens(tokens, text, from, to)
  return tokens
}

/** The same for a sentence, whose words are known. */
export function tokensOf({ block, textStart, textEnd, words }: Sentence): Token[] {
  const { masked } = block
  const tokens: Token[] = []
  let at = textStart
  for (const { textStart: start, textEnd: end, form } of words) {
    at = addTokens(tokens, masked, at, start)
    // Anything but a run of letters is read letter by letter.
    if (start < at || !form.plain || kindAt(masked, end) === LETTER) continue
    tokens.push({ text: form.lower, start, end, word: true, number: false, form })
    at = end
  }
  addTokens(tokens, masked, at, textEnd)
  return tokens
}

/** Adds the tokens that start between two offsets; @returns where the last one ends, at least `to`. */
function addTokens(tokens: Token[], text: string, from: number, to: number): number {
  let at = from
  while (at < to) {
    const start = at
    const kind = kindAt(text, at)
    at += widthAt(text, at)
    if (kind === LETTER) {
      at = endOfWord(text, at)
      const form = formAt(text, start, at)
      tokens.push({ text: form.lower, start, end: at, word: true, number: false, form })
    } else if (kind === DIGIT) {
      at = endOfNumber(text, at)
      const form = formAt(text, start, at)
      tokens.push({ text: form.text, start, end: at, word: false, number: true, form })
    } else if (kind === MARK) {
      const form = formAt(text, start, at)
      if (!UNSEEN.has(form.text)) tokens.push({ text: form.text, start, end: at, word: false, number: false, form })
    }
  }
  return at
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** Letters, and once an apostrophe with letters behind it: "don't". */
function endOfWord(text: string, from: number): number {
  const end = endOfLetters(text, from)
  const apostrophe = text[end] === "'" || text[end] === '’'
  return apostrophe && end + 1 < text.length && kindAt(text, end + 1) === LETTER ? endOfLetters(text, end + 1) : end
}

function endOfLetters(text: string, from: number): number {
  let at = from
  while (at < text.length && kindAt(text, at) === LETTER) at += widthAt(text, at)
  return at
}

/** Digits, with points and commas between them. */
function endOfNumber(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const inside = text[at] === '.' || text[at] === ',' ? at + 1 : at
    if (inside === text.length || kindAt(text, inside) !== DIGIT) break
    at = inside + 1
  }
  return at
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
