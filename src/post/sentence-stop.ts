/**
 * Does a stop end the sentence? Decided from the tokens around it: what stands before the stop (abbreviation, initial, label, number,
 * plain word) and how the text goes on. The word lists are in `data/sentence-abbreviations.json`.
 */
import list from '../../data/sentence-abbreviations.json' with { type: 'json' }
import { type Next, nextAt, tokenBefore, wordBefore } from './sentence-tokens.ts'

const { entries } = list

type AbbreviationClass = 'inner' | 'title' | 'number' | 'closing' | 'place' | 'company' | 'dose' | 'measure' | 'month' | 'species'

const CLASSES: AbbreviationClass[] = [
  'species',
  'month',
  'measure',
  'dose',
  'company',
  'place',
  'closing',
  'number',
  'title',
  'inner',
]
const ABBREVIATIONS = new Map(CLASSES.flatMap((name) => entries[name].map((word): [string, AbbreviationClass] => [word, name])))
const STARTERS = new Set(entries.starters)
const SURNAMES = new Set(entries.surnames)
const LOWER_CASE_STARTERS = new Set(entries.lowerCaseStarters)
const AFTER_PLACE = new Set(entries.afterPlace)
const LETTER_HEADS = new Set(entries.letterHeads)
const LABEL_HEADS = new Set(entries.labelHeads)

const LOWER = /^\p{Ll}/u
const UPPER = /^\p{Lu}/u
const CAPITALISED = /^\p{Lu}\p{Ll}+(?:['’-]\p{L}+)*$/u
/** mRNA, pH, eGFR, lncRNA, p53, α-tocopherol, t-test. */
const LOWER_CASE_SYMBOL = /^(?:\p{Ll}{1,4}\p{Lu}|p\d{2}|[α-ω]|[a-z]-\p{L})/u
/** Marks that no sentence starts with. */
const JOINING = /[,;:&=+±×/%)\]]/
const INITIALS = /^(?:\p{Lu}\.){1,6}\p{Lu}$/u
const LOWER_CHAIN = /^(?:\p{Ll}\.){1,6}\p{Ll}$/u
const DEGREE = /^(?:\p{Lu}\p{Ll}{0,4}\.){1,3}\p{Lu}\p{Ll}{0,4}$/u
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/
const LABEL = /^(?:[(["“]?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4}))$/
/** Abbreviations that open a line as a label. */
const RUN_IN = /^(?:Ex|Eg|Ie|Nb|NB|PS|Def|Obs)$/
const HEADED_LABEL = /^(\p{L}{2,12})\.? (?:\d{1,3}(?:\.\d{1,2})?|[A-Z]|[IVX]{1,4})$/u
const ROMAN_OR_CODE = /^(?:[IVXLC]+|\p{L}\d*)$/u
/** What may follow the fraction of a decimal written with a space: "33. 3 %". */
const AFTER_FRACTION =
  /(?:\s?%|\)|\s(?:mg|mcg|µg|g|kg|ml|mL|l|L|mmol|cm|mm|years?|months?|weeks?|days?|hours?|points?|times|fold|per|to|and|vs)\b)/y

export interface Stop {
  text: string
  /** Where the sentence starts. */
  from: number
  /** Offset of the stop. */
  at: number
  next: Next
  /** A citation is glued to the stop, or stands between stop and next word after a space. */
  cited: 'glued' | 'spaced' | undefined
}

/** For a single full stop followed by white space (or by a capital). */
export function fullStopEnds(stop: Stop): boolean {
  const { text, from, at, next } = stop
  if (next.kind === 'end') return true
  const token = tokenBefore(text, at, from)
  if (isLabel(text, from, at, token)) return false
  const name = classOf(token)
  if (next.kind === 'lower') return endsBeforeLower(stop, token, name)
  if (next.kind === 'digit') return endsBeforeDigit(stop, token, name)
  if (next.kind !== 'upper') return endsBeforeMark(stop, token, name)
  if (name) return abbreviationEnds(stop, token, name)
  if (/^\p{L}$/u.test(token)) return letterEnds(stop, token)
  if (INITIALS.test(token)) return isStarter(next) && !isInitial(next)
  if (LOWER_CHAIN.test(token)) return isStarter(next) || CAPITALISED.test(next.word)
  if (DEGREE.test(token) && token.length < 10) return startsLikeSentence(stop)
  return true
}

function classOf(token: string): AbbreviationClass | undefined {
  if (token.length > 10 || /^\p{Lu}$/u.test(token)) return undefined
  const name = ABBREVIATIONS.get(token.toLowerCase())
  if (name === undefined) return undefined
  const capitalised = UPPER.test(token)
  if (name === 'month') return capitalised ? name : undefined
  if (name === 'title') return capitalised || token === 'dr' || token === 'prof' ? name : undefined
  const shouted = token.length > 1 && !token.includes('.') && token === token.toUpperCase()
  if (shouted && token !== 'NO' && token !== 'VS') return undefined
  return name
}

/** "1.", "a.", "Figure 2." at the start of the sentence, or "1." after a colon, label what follows. */
function isLabel(text: string, from: number, at: number, token: string): boolean {
  if (token === '' || token.length > 10) return false
  if (at - from <= 24) {
    const whole = text.slice(from, at).trimStart()
    if (LABEL.test(whole) || RUN_IN.test(whole)) return true
    const head = HEADED_LABEL.exec(whole)?.[1]
    if (head && LABEL_HEADS.has(head.toLowerCase())) return true
  }
  if (!/^\d{1,2}$/.test(token) || text[at - token.length - 1] !== ' ') return false
  let before = at - token.length
  while (before > from && text[before - 1] === ' ') before--
  return text[before - 1] === ':' || text[before - 1] === ';'
}

function endsBeforeLower(stop: Stop, token: string, name: AbbreviationClass | undefined): boolean {
  const { next } = stop
  if (next.opened !== '' && next.opened !== '*') return false
  const plain = name === undefined && !LOWER_CHAIN.test(token) && !(token.length === 1 && /\p{L}/u.test(token))
  const usual = plain || name === 'closing' || name === 'measure' || name === 'place'
  if (LOWER_CASE_SYMBOL.test(next.word)) return usual || headsLetter(stop, token)
  if (!plain) return false
  if (stop.cited === 'glued') return token.length > 1
  return LOWER_CASE_STARTERS.has(next.word.replace('’', "'")) && (/^\p{Ll}{3,}$/u.test(token) || /\d\)?$|%$|\)$/.test(token))
}

function endsBeforeDigit(stop: Stop, token: string, name: AbbreviationClass | undefined): boolean {
  const { text, from, at, next } = stop
  if (name === 'measure') return !NUMBER.test(wordBefore(text, at - token.length, from).word)
  if (name !== undefined) return token === 'etc'
  if (/^\p{L}$/u.test(token)) return headsLetter(stop, token)
  if (INITIALS.test(token) || LOWER_CHAIN.test(token)) return false
  if (/^\d{1,3}$/.test(token) && /^\d{1,2}$/.test(next.word)) {
    AFTER_FRACTION.lastIndex = next.end
    return !AFTER_FRACTION.test(text)
  }
  return true
}

function endsBeforeMark(stop: Stop, token: string, name: AbbreviationClass | undefined): boolean {
  if (stop.next.kind === 'other' && JOINING.test(stop.text[stop.next.end] ?? '')) return false
  // "cells.[1] .": stray stops stay with the sentence, ".NET" may open one.
  if (/^[.!?]+(?![.!?\p{L}])/u.test(stop.text.slice(stop.next.end, stop.next.end + 8))) return false
  if (/^\p{L}$/u.test(token)) return headsLetter(stop, token)
  if (token === 'al' && stop.next.kind === 'citation') return false
  return name === undefined || name === 'closing' || name === 'measure'
}

function abbreviationEnds(stop: Stop, token: string, name: AbbreviationClass): boolean {
  const { next, cited } = stop
  switch (name) {
    case 'inner':
      return false
    case 'title':
      return isStarter(next) && !SURNAMES.has(next.word.toLowerCase())
    case 'number':
      if (isStarter(next) || (CAPITALISED.test(next.word) && next.word.length > 3)) return true
      // The answer "No.", before anything that is no number.
      return token.toLowerCase() === 'no' && !ROMAN_OR_CODE.test(next.word)
    case 'closing':
      return token === 'etc' || cited !== 'spaced' || isStarter(next)
    case 'company':
      return isStarter(next)
    case 'dose':
      return isStarter(next) || CAPITALISED.test(next.word)
    case 'measure':
    case 'month':
      return !ROMAN_OR_CODE.test(next.word) || isStarter(next)
    case 'place':
    case 'species':
      return startsLikeSentence(stop)
  }
}

function letterEnds(stop: Stop, letter: string): boolean {
  const { text, from, at, next } = stop
  if (headsLetter(stop, letter)) return true
  if (isInitial(next)) return false
  if (isStarter(next)) return !(/^(?: et al|, [A-Z]\.)/.test(text.slice(next.end, next.end + 8)) && next.word.length < 4)
  return LOWER.test(letter) && NUMBER.test(wordBefore(text, at - 1, from).word)
}

/** "vitamin C", "vitamins A, D and K", "hepatitis B": the letter is the end of a name, not an initial. */
function headsLetter({ text, from, at }: Stop, letter: string): boolean {
  if (!/^\p{L}$/u.test(letter)) return false
  let end = at - 1
  for (let steps = 0; steps < 6; steps++) {
    const { word, start } = wordBefore(text, end, from)
    if (LETTER_HEADS.has(word.toLowerCase())) return true
    if (!/^(?:\p{Lu}|and|or|&|\p{Lu}\d{1,2})$/u.test(word)) return false
    end = start
  }
  return false
}

function isStarter(next: Next): boolean {
  return STARTERS.has(next.word.toLowerCase().replace('’', "'"))
}

function isInitial(next: Next): boolean {
  return next.word.length === 1 && next.after === '.'
}

/** A starter, or a capitalised word before a lower-case one ("in the U.S. Maria works"). */
function startsLikeSentence({ text, next }: Stop): boolean {
  if (isStarter(next)) return true
  if (!CAPITALISED.test(next.word) || AFTER_PLACE.has(next.word.toLowerCase())) return false
  return next.after === ' ' && LOWER.test(text.slice(next.end + 1, next.end + 3))
}

/** For `?`, `!` and ellipses: `quoted` when a closing quotation mark or bracket follows the mark. */
export function markEnds(stop: Stop, quoted: boolean, ellipsis: boolean): boolean {
  const { text, next } = stop
  if (next.kind === 'end') return true
  if (next.kind === 'lower') {
    if (quoted || (next.opened !== '' && next.opened !== '*')) return false
    return LOWER_CASE_SYMBOL.test(next.word) || (!ellipsis && LOWER_CASE_STARTERS.has(next.word))
  }
  if (ellipsis) return next.kind === 'upper' || next.kind === 'citation'
  // `"Really?" Roe asked`, `"Really?" I asked`, but not `"Really?" It asks`: a pronoun with a capital starts a sentence.
  if (quoted && next.kind === 'upper' && next.after === ' ')
    return (isStarter(next) && next.word !== 'I') || !isSpeech(text, next.end + 1)
  return true
}

const SPEECH_VERBS = new Set(entries.speechVerbs)

function isSpeech(text: string, position: number): boolean {
  return SPEECH_VERBS.has(nextAt(text, position).word)
}

/** "rinse.Then": the stop ends a sentence though no space follows, unless it is inside a name, file, address or abbreviation. */
export function gluedStopEnds(stop: Stop): boolean {
  const { text, from, at, next } = stop
  if (next.kind !== 'upper') return false
  const token = tokenBefore(text, at, from)
  if (token === '')
    return ')]"”’'.includes(text[at - 1] ?? ' ') && (STARTERS.has(next.word.toLowerCase()) || CAPITALISED.test(next.word))
  if (/[@_\\#=]/.test(token) || '@_/\\=('.includes(next.after || ' ')) return false
  if (token === 'www' || FILE_ENDINGS.has(next.word.toLowerCase()) || isLabel(text, from, at, token)) return false
  const name = classOf(token)
  if (name !== undefined && name !== 'closing') return false
  const [word = ''] = next.word.split('.')
  const starter = STARTERS.has(word.toLowerCase()) && (word.length > 1 || next.after === ' ')
  if (/^\p{Ll}{2,}$/u.test(token.replace(/^.*-/, ''))) return starter || CAPITALISED.test(word) || /^\p{Lu}{2,5}$/u.test(word)
  if (token.includes('.') && !NUMBER.test(token)) return false
  if (/[\d)%]$/.test(token) || /^\p{L}{2,}$/u.test(token)) return starter && (word.length > 1 || !/\d$/.test(token))
  return false
}

const FILE_ENDINGS = new Set(entries.fileEndings)

const OPEN_ENDS = new Set(entries.openEnds)

/** A line that ends in this word goes on in the next one. */
export function isOpenEnd(word: string): boolean {
  return OPEN_ENDS.has(word.toLowerCase())
}
