/** Abbreviations: where they are defined and where they are used. Which of them readers know is the rule's business. */
import { matchLongForm } from './abbreviation-match.ts'
import type { Abbreviation, AbbreviationMention, Block, Post } from './types.ts'

/** Candidate: starts with a letter, goes on with letters, digits and inner hyphens; Greek letters count (`Aβ`, `TGF-β`). */
const TOKEN = /[A-Za-z\u0391-\u03C9][A-Za-z0-9\u0391-\u03C9]*(?:-[A-Za-z0-9\u0391-\u03C9]+)*/y
/** Most words hold none, so the search goes from capital to capital. */
const CAPITAL = /[A-Z]/g
const LONGEST = 10
/** Characters looked at on either side of an abbreviation for its long form. */
const WINDOW = 120

interface Candidate {
  start: number
  end: number
  short: string
}

type DefinitionForm = NonNullable<AbbreviationMention['definition']>['form']

interface Definition {
  long: string | undefined
  form: DefinitionForm
  start: number
  end: number
}

export function findAbbreviations(post: Post): Abbreviation[] {
  const found = new Map<string, Abbreviation>()
  const prose = new Set(post.prose)
  for (const block of post.blocks) {
    const heading = block.zone === 'heading' && block.section?.kind !== 'references'
    if (!heading && !prose.has(block)) continue
    collect(block, found)
  }
  return [...found.values()].filter(({ short, definitions }) => definitions.length > 0 || isPlainAbbreviation(short))
}

function collect(block: Block, found: Map<string, Abbreviation>): void {
  const { masked } = block
  if (isShouting(masked)) return
  for (const candidate of candidatesOf(masked)) {
    const { start, end, short } = candidate
    let entry = found.get(short)
    if (!entry) {
      entry = { short, long: undefined, definitions: [], uses: [] }
      found.set(short, entry)
    }
    const mention: AbbreviationMention = { ...block.rangeOf(start, end), block, textStart: start, textEnd: end }
    const definition = definitionAt(masked, candidate)
    if (!definition) {
      entry.uses.push(mention)
      continue
    }
    const { long, form } = definition
    mention.definition = { textStart: definition.start, textEnd: definition.end, form }
    if (long !== undefined) mention.long = long
    entry.definitions.push(mention)
    entry.long ??= mention.long
  }
}

/** Abbreviations of a text view, plural `s` left out of the range only when it is not part of the name. */
export function candidatesOf(text: string): Candidate[] {
  const candidates: Candidate[] = []
  CAPITAL.lastIndex = 0
  for (let capital = CAPITAL.exec(text); capital; capital = CAPITAL.exec(text)) {
    const start = startOfToken(text, capital.index)
    TOKEN.lastIndex = start
    const token = TOKEN.exec(text)![0]
    CAPITAL.lastIndex = start + token.length
    const before = start > 0 ? text[start - 1]! : ' '
    const after = text[start + token.length] ?? ' '
    // Parts of addresses, handles, file names, numbers and dotted initials are not abbreviations of the text.
    if (/[@#_$\\0-9]/.test(before) || /[@_]/.test(after)) continue
    if (before === '.' && /[A-Za-z0-9]/.test(text[start - 2] ?? ' ')) continue
    if (after === '.' && /[A-Za-z]/.test(text[start + token.length + 1] ?? ' ')) continue
    const short = singular(token)
    if (short.length < 2 || short.length > LONGEST || !hasAbbreviationShape(short)) continue
    candidates.push({ start, end: start + token.length, short })
  }
  return candidates
}

/** Start of the token around `at`: back over letters, digits and single hyphens, on to its first letter. */
function startOfToken(text: string, at: number): number {
  let start = at
  let first = at
  while (start > 0) {
    const code = text.charCodeAt(start - 1)
    const letter = isLetter(code)
    if (!letter && !(code >= 48 && code <= 57) && !(code === HYPHEN && isLetterOrDigit(text.charCodeAt(start - 2)))) break
    start--
    if (letter) first = start
  }
  return first
}

const HYPHEN = 45

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0x391 && code <= 0x3c9)
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57)
}

function singular(token: string): string {
  return /[A-Z]{2}s$/.test(token) ? token.slice(0, -1) : token
}

/** Two capitals (`MS`, `mRNA`, `HbA1c`), or a capital with a Greek letter (`Aβ`). */
function hasAbbreviationShape(short: string): boolean {
  if (/-[a-z]{2,}/.test(short) || /^[a-z]+-/.test(short)) return false
  let capitals = 0
  for (const character of short) if (character >= 'A' && character <= 'Z') capitals++
  if (capitals >= 2) return !/[a-z]{3}/.test(short) || /^[a-z]{2,4}[A-Z]{2,}$/.test(short)
  return capitals === 1 && /[\u03B1-\u03C9]/.test(short)
}

/** Only capitals: the forms for which a missing definition can be told from a symbol, a gene or a product name. */
export function isPlainAbbreviation(short: string): boolean {
  return /^[A-Z]{2,6}$/.test(short)
}

/** Headings and sentences in capitals: no telling which of their words are abbreviations. */
function isShouting(text: string): boolean {
  let words = 0
  let loud = 0
  let letters = 0
  let capitals = 0
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0
    const capital = code >= 65 && code <= 90
    if (capital || (code >= 97 && code <= 122)) {
      letters++
      if (capital) capitals++
      continue
    }
    if (letters >= 2) words++
    if (letters >= 2 && capitals === letters) loud++
    letters = 0
    capitals = 0
  }
  return words >= 3 && loud * 2 > words
}

const OPENING = /[([]\s?["'“‘]?(?:(?:also )?(?:known|called|abbreviated)(?: as| to)? |or |aka |i\.e\.,? )?$/
const CLOSING = /^["'”’]?\s?(?:[)\]]|[,;:] |[-–—] )/
const GLOSS = /^(?:["'”’]|\*)?\s?[([]([^()[\]]{3,90})[)\]]/
const DASH_BEFORE = /\s[-–—]\s?$|\s(?:called|aka)\s["“]?$/
/** Words that announce a definition, so that letters inside words may count (`ciliary neurotrophic factor, or CNTF,`). */
const WORDS_BEFORE = /[,:]?\s(?:or(?: simply)?|also called|also known as|known as|abbreviated(?: as| to)?|for short,?)\s["“]?$/
const COMMA_BEFORE = /,\s$/
const DASH_AFTER = /^(?:["'”’]|\*)?(?:\s?[-–—=:]\s?|,? (?:which )?(?:stands for|is short for|means) )(?:the |an? )?/

function definitionAt(text: string, { start, end, short }: Candidate): Definition | undefined {
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const after = text.slice(end, end + WINDOW)
  return (
    inBrackets(before, after, start, end, short) ??
    glossed(after, start, end, short) ??
    listed(text, before, after, start, end) ??
    spelledOut(before, after, start, end, short)
  )
}

/** `long form (ABC)`; brackets after other words count as a gloss of it (`painkillers (NSAIDs)`). */
function inBrackets(before: string, after: string, start: number, end: number, short: string): Definition | undefined {
  const opening = OPENING.exec(before)
  if (!opening || !CLOSING.test(after)) return undefined
  const lead = before.slice(0, opening.index)
  const match = matchLongForm(short, lead)
  const closing = /^["'”’]?\s?[)\]]/.exec(after)
  const stop = closing ? end + closing[0].length : end
  if (match)
    return {
      long: match,
      form: closing ? 'long (short)' : 'other',
      start: start - before.length + lead.lastIndexOf(match),
      end: stop,
    }
  if (!closing || !/[A-Za-z]{2}\s?$/.test(lead)) return undefined
  return { long: undefined, form: 'other', start: start - before.length + opening.index, end: stop }
}

/** `ABC (long form)`; other words in the brackets are a gloss of it (`STEMI (heart attack)`). */
function glossed(after: string, start: number, end: number, short: string): Definition | undefined {
  const gloss = GLOSS.exec(after)
  if (!gloss) return undefined
  const inside = gloss[1]!
  const match = matchLongForm(short, inside)
  const stop = end + gloss[0].length
  if (match && inside.trim().startsWith(match)) return { long: match, form: 'short (long)', start, end: stop }
  if (match || /^[a-z]+(?:[ -][a-z]+)+/i.test(inside)) return { long: match, form: 'other', start, end: stop }
  return undefined
}

const LEGEND_ENTRY = /(?:^|[,;.] )[A-Z][A-Za-z0-9-]{1,9}s?[:=] ?[a-z]/g
const LEAST_ENTRIES = 3

/** `ABC: any words; DEF: any words; ...`: the legend of a table. */
function listed(text: string, before: string, after: string, start: number, end: number): Definition | undefined {
  const words = /^(?:: ?| ?= ?)([^,;.:=\n]{3,80})/.exec(after)
  if (!words || !/(?:^|[,;.:)] )$/.test(before) || (text.match(LEGEND_ENTRY)?.length ?? 0) < LEAST_ENTRIES) return undefined
  return { long: undefined, form: 'other', start, end: end + words[0].length }
}

/** `long form - ABC`, `long form, or ABC`, `ABC: long form`, `ABC stands for long form`. */
function spelledOut(before: string, after: string, start: number, end: number, short: string): Definition | undefined {
  // "(most often hepatocellular carcinoma, HCC)".
  const words = WORDS_BEFORE.exec(before) ?? (after.startsWith(')') ? COMMA_BEFORE.exec(before) : null)
  const sign = words ?? DASH_BEFORE.exec(before)
  if (sign) {
    const lead = before.slice(0, sign.index)
    const match = matchLongForm(short, lead, !words || short.length < 3)
    if (match) return { long: match, form: 'other', start: start - before.length + lead.lastIndexOf(match), end }
  }
  const lead = DASH_AFTER.exec(after)
  if (!lead) return undefined
  const saysSo = /for|means/.test(lead[0])
  const rest = after.slice(lead[0].length)
  const stop = /[.;:!?()\n]|, /.exec(rest)
  const following = (stop ? rest.slice(0, stop.index) : rest).split(' ').slice(0, short.length + 4)
  for (let count = following.length; count > 1; count--) {
    const phrase = following.slice(0, count).join(' ')
    if (matchLongForm(short, phrase, !saysSo) === phrase)
      return { long: phrase, form: 'other', start, end: end + lead[0].length + phrase.length }
  }
  return undefined
}
