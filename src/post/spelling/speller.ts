/** Which words are known and what an unknown one may have been meant to be. Pure and deterministic: the order of questions never matters. */
import misspellings from '../../../data/misspellings.json' with { type: 'json' }
import type { Form } from '../forms.ts'
import type { LineRange } from '../sorted-lines.ts'
import type { Resources } from '../types.ts'
import { distance, type EditKind, neighbours } from './edits.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

export type Locale = 'en-US' | 'en-GB'

export interface Correction {
  word: string
  /** Higher is likelier: frequency (x 1000, Zipf) plus the likelihood of the slip. */
  score: number
  /** The slip that explains it; `two` when it takes two of them. */
  kind: EditKind | 'two' | 'listed'
  /** The last letter is the one that differs. */
  atEnd: boolean
  drug: boolean
}

export interface Speller {
  /** True when the word is known, in any English without a locale. Case counts as in the dictionary; a capital at the start is free. */
  known(word: string, locale?: Locale): boolean
  /** Built from known parts in a regular way: not in the list, but no slip either. */
  plausible(word: string): boolean
  /** Corrections, the likeliest first. */
  corrections(word: string): Correction[]
  /** At most five corrections as words. */
  suggest(word: string): string[]
  /** The one correction an editor would make without thinking, if there is one. */
  confident(word: string, uses?: number): string | undefined
  flags(word: string): string | undefined
  /** The same for a word of a text. */
  flagsOf(form: Form): string | undefined
}

const LISTED: ReadonlyMap<string, string> = new Map(Object.entries(misspellings.entries))
const MOST_CACHED = 100_000
/** Unknown words whose corrections are kept. */
const MOST_KEPT = 10_000
/** Flag of real words so rare that they are only there to be left alone. */
const RARE = 'r'

/** How likely each slip is, on the scale of frequencies: swapped letters and doubled letters are what fingers and memory get wrong most. */
const LIKELIHOOD: Record<EditKind, number> = { swap: 900, double: 900, vowel: 600, missing: 400, extra: 400, replace: 0 }
/** Frequency of a listed word outside the frequency list: medical words are likelier in health texts than other rare ones. */
const UNSEEN = { medical: 2200, drug: 1800, other: 700 }
const FIRST_LETTER = -2500
const LAST_LETTER_S = -1500
const TWO_SLIPS = -1500

const PREFIX =
  /^(?:non|pre|post|anti|inter|intra|multi|sub|super|re|un|over|under|co|neuro|cardio|micro|macro|psycho|bio|immuno|hyper|hypo|trans|para|peri|poly|mono|di|tri|auto|extra|electro|photo|radio|chemo|pseudo|semi|ultra|mid|mis|dis|de|nano|thermo|osteo|gastro|hepato|nephro|hemato|vaso|oro|naso|self|tele|cyber|eco|geo|hydro|intero|meta|myo|onco|pharmaco|phyto|pro|socio|supra|infra|retro)(?=.{4})/
/** Of these, those that no slip makes out of another word. The rest must be a word of five letters and more. */
const LONG_PREFIX =
  /^(?:non|post|anti|inter|intra|multi|super|under|neuro|cardio|micro|macro|psycho|immuno|hyper|hypo|trans|para|peri|poly|extra|electro|photo|radio|chemo|pseudo|ultra|nano|thermo|osteo|gastro|hepato|nephro|hemato|haemato|vaso|retro|supra|infra|broncho|encephalo|glomerulo|cranio|endo|antero|postero|tachy|brady|myelo|lympho|dermato|arterio|veno|costo|utero|uro|hydro|bio|angio|fibro|muco|pharmaco|phyto|meta|myo|onco|geno|proteo|cysto|cerebro|ventriculo|spino|thoraco|lumbo|naso|oro|socio)(?=\p{L}{5})/u
const SUFFIX = /(?:like|less|wise|ness|free|able|ably|ability|ally|ly|s|es|ed|ing|er|ers|al|ic|ism|ist|ists)$/

let speller: { words: string; frequency: string | undefined; speller: Speller } | undefined

/** `undefined` without the vocabulary. One speller is kept for as long as the host gives the same lists. */
export function createSpeller(resources: Resources): Speller | undefined {
  const words = resources('words')
  const vocabulary = openVocabulary(resources)
  if (words === undefined || !vocabulary) return undefined
  const frequency = resources('frequency')
  if (speller?.words !== words || speller.frequency !== frequency)
    speller = { words, frequency, speller: makeSpeller(vocabulary) }
  return speller.speller
}

function makeSpeller(vocabulary: Vocabulary): Speller {
  const cache = new Map<string, string | null>()
  const likely = new Map<string, Correction[]>()
  const common = new Map<string, CommonWord[]>()

  function flags(word: string): string | undefined {
    let value = cache.get(word)
    if (value === undefined) {
      value = lookUp(word.replaceAll('’', "'")) ?? null
      if (cache.size >= MOST_CACHED) cache.clear()
      cache.set(word, value)
    }
    return value ?? undefined
  }

  function lookUp(word: string): string | undefined {
    const direct = vocabulary.flags(word) ?? vocabulary.flags(word.toLowerCase())
    if (direct !== undefined) return direct
    const contraction = /^(.+)'(?:s|ll|re|ve|d|m)?$/i.exec(word)
    if (contraction) return lookUp(contraction[1]!)
    // Proper nouns written small are a matter of style; short ones would let slips pass.
    if (word.length < 5) return undefined
    return vocabulary.flags(word[0]!.toUpperCase() + word.slice(1)) ?? flagsOfCompound(word.toLowerCase())
  }

  /** "Transmembrane", "nonsignificant": a long prefix in front of a listed word. */
  function flagsOfCompound(lower: string): string | undefined {
    const prefix = LONG_PREFIX.exec(lower)
    return prefix ? vocabulary.flags(lower.slice(prefix[0].length)) : undefined
  }

  function known(word: string, locale?: Locale): boolean {
    const value = flags(word)
    if (value === undefined) return false
    return !(locale === 'en-US' && /\bgb\b/.test(value)) && !(locale === 'en-GB' && /\bus\b/.test(value))
  }

  function plausible(word: string): boolean {
    const lower = word.toLowerCase()
    const stem = PREFIX.exec(lower)
    if (stem && known(lower.slice(stem[0].length))) return true
    const suffix = SUFFIX.exec(lower)
    if (!suffix || lower.length - suffix[0].length < 4) return false
    const base = lower.slice(0, -suffix[0].length)
    return known(base) || (/^[aei]/.test(suffix[0]) && known(`${base}e`)) || (suffix[0] === 'es' && known(`${base}is`))
  }

  function corrections(word: string): Correction[] {
    const lower = word.replaceAll('’', "'").toLowerCase()
    const listed = LISTED.get(lower)
    const found = oneEditAway(lower)
    if (found.length === 0 && lower.length >= 6) found.push(...twoEditsAway(lower, vocabulary.startingWith(lower[0]!)))
    if (listed !== undefined) {
      for (const other of found) other.score = Math.min(other.score, 9000)
      const rest = found.filter((other) => other.word !== listed)
      return [{ word: listed, score: 10_000, kind: 'listed', atEnd: false, drug: false }, ...rest.sort(byScore)]
    }
    return found.sort(byScore)
  }

  function oneEditAway(lower: string): Correction[] {
    const has = (candidate: string, within: LineRange) => candidate.length > 2 && isOffered(candidate, within)
    return neighbours(lower, { has, startingWith: vocabulary.rangeOf, branches: vocabulary.branches }).map(({ word, kind, at }) =>
      correction(word, LIKELIHOOD[kind] + penalty(lower, word, at), kind, at >= lower.length - 1),
    )
  }

  /** The corrections that `confident` can be about, which is few words of the vocabulary: kept, since unknown words come again. */
  function likelyCorrections(lower: string): Correction[] {
    let found = likely.get(lower)
    if (!found) {
      found = oneEditAway(lower)
      if (found.length === 0 && lower.length >= SHORTEST_OF_TWO) found = twoEditsAway(lower, commonNear(lower))
      found.sort(byScore)
      if (likely.size >= MOST_KEPT) likely.clear()
      likely.set(lower, found)
    }
    return found
  }

  /** Common words that share the first letter and nearly all letters, so that two edits may lead there. */
  function commonNear(lower: string): string[] {
    const first = lower[0]!
    let words = common.get(first)
    if (!words) {
      words = vocabulary.commonStartingWith(first, LEAST_OF_TWO).map((word) => ({ word, letters: lettersOf(word) }))
      common.set(first, words)
    }
    const letters = lettersOf(lower)
    return words.filter((each) => bitsOf(each.letters ^ letters) <= 4).map(({ word }) => word)
  }

  /** Known, and not so rare that nobody means it. */
  function isOffered(word: string, within?: LineRange): boolean {
    const value = vocabulary.flags(word, within)
    return value !== undefined && value !== RARE
  }

  function correction(word: string, bonus: number, kind: Correction['kind'], atEnd: boolean): Correction {
    const value = vocabulary.flags(word) ?? ''
    const drug = /\bd\b/.test(value)
    const unseen = drug ? UNSEEN.drug : /\bm\b/.test(value) ? UNSEEN.medical : UNSEEN.other
    return { word, score: Math.max(vocabulary.frequency(word), unseen) + bonus, kind, atEnd, drug }
  }

  /** Only words with the same first letter: nobody gets that wrong together with another letter. */
  function twoEditsAway(lower: string, candidates: Iterable<string>): Correction[] {
    const found: Correction[] = []
    for (const candidate of candidates) {
      if (Math.abs(candidate.length - lower.length) > 2 || !isOffered(candidate)) continue
      if (distance(lower, candidate, 2) === 2)
        found.push(correction(candidate, TWO_SLIPS, 'two', candidate.at(-1) !== lower.at(-1)))
    }
    return found.sort(byScore).slice(0, 5)
  }

  function confident(word: string, uses = 1): string | undefined {
    const lower = word.toLowerCase()
    const listed = LISTED.get(lower)
    if (listed !== undefined) return matchCase(word, listed)
    if (lower.length < 5 || isShortName(word) || plausible(word)) return undefined
    const [best, second] = likelyCorrections(lower)
    if (!best || best.word[0] !== lower[0] || best.score < CONFIDENT.score) return undefined
    if (!isLikelySlip(word, best, vocabulary.frequency(best.word))) return undefined
    if (second && best.score - second.score < CONFIDENT.margin) return undefined
    // A new medicine looks like an old one with another letter.
    if (best.drug && (lower.length < 8 || uses > 2)) return undefined
    if (uses >= CONFIDENT.uses && best.score < CONFIDENT.repeatedScore) return undefined
    return matchCase(word, best.word)
  }

  function flagsOf(form: Form): string | undefined {
    if (form.spelled?.by !== vocabulary) form.spelled = { by: vocabulary, flags: lookUp(form.text.replaceAll('’', "'")) }
    return form.spelled.flags
  }

  return {
    known,
    plausible,
    corrections,
    confident,
    flags,
    flagsOf,
    suggest: (word) =>
      corrections(word)
        .slice(0, 5)
        .map((one) => matchCase(word, one.word)),
  }
}

/**
 * Thresholds on the frequency scale, set on seeded slips and on the words real pages repeat: a word used several times is mostly a term the
 * vocabulary lacks, not a slip.
 */
const CONFIDENT = { score: 2500, margin: 900, uses: 3, repeatedScore: 3300 }
/** Two slips in a shorter word are not told from another word. */
const SHORTEST_OF_TWO = 9
/** Frequency below which two slips are neither likely enough nor a rival of what is. */
const LEAST_OF_TWO = CONFIDENT.score - TWO_SLIPS - CONFIDENT.margin

interface CommonWord {
  word: string
  letters: number
}

/** The letters of a word as a set of bits. */
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function bitsOf(set: number): number {
  let bits = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++
  return bits
}

/** Letters that sound alike; those beside each other on a keyboard are in `KEYS`. */
const SOUND_ALIKE = /^(?:ck|cs|sz|fv|mn|bp|dt|gj|kq|xz)$/
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Names start with a capital; a longer word that does starts a sentence more often. */
function isShortName(word: string): boolean {
  return word.length < 8 && /^[A-Z]/.test(word)
}

/**
 * Terms the vocabulary lacks differ from known words in other ways than slips do: by an ending (`dermoscope`, Latin cases), by a
 * consonant far away on the keyboard (`hydrogel`), by several letters in a short word.
 */
function isLikelySlip(word: string, { word: meant, kind, atEnd }: Correction, frequency: number): boolean {
  if (kind === 'swap' || kind === 'double') return true
  if (atEnd) return kind === 'missing' && frequency >= COMMON
  switch (kind) {
    case 'two':
      return word.length >= SHORTEST_OF_TWO
    case 'replace':
      return word.length >= 7 && isNear(...differingLetters(word.toLowerCase(), meant))
    case 'vowel':
      return word.length >= 8 || frequency >= LESS_COMMON
    default:
      return word.length >= 6
  }
}

const COMMON = 4000
const LESS_COMMON = 3000

/** The first letters in which two words of one length differ. */
function differingLetters(one: string, other: string): [string, string] {
  let at = 0
  while (one[at] === other[at]) at++
  return [one[at]!, other[at]!]
}

function isNear(one: string, other: string): boolean {
  if (SOUND_ALIKE.test([one, other].sort().join(''))) return true
  const place = (letter: string) => {
    const row = KEYS.findIndex((keys) => keys.includes(letter))
    return { row, column: KEYS[row]!.indexOf(letter) + row / 2 }
  }
  const [first, second] = [place(one), place(other)]
  return Math.abs(first.row - second.row) <= 1 && Math.abs(first.column - second.column) <= 1
}

function penalty(word: string, candidate: string, at: number): number {
  if (candidate[0] !== word[0]) return FIRST_LETTER
  const inflected = at >= Math.min(word.length, candidate.length) - 1 && candidate.endsWith('s') !== word.endsWith('s')
  return inflected ? LAST_LETTER_S : 0
}

function byScore(one: Correction, other: Correction): number {
  return other.score - one.score || (one.word < other.word ? -1 : 1)
}

function matchCase(word: string, correction: string): string {
  return /^[A-Z]/.test(word) ? correction[0]!.toUpperCase() + correction.slice(1) : correction
}
