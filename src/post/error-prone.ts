/**
 * Error-prone notation of doses: abbreviations and symbols that are misread, and whether a dose stands beside them. The words are in
 * `data/error-prone.json`; which of them a page may use is the rule's business.
 */
import list from '../../data/error-prone.json' with { type: 'json' }
import { type DoseNumber, doseFinder } from './doses.ts'
import { isMeasured } from './measured-amounts.ts'
import { isMentioned, isOthersBlock, isOthersWords } from './others-words.ts'
import type { Block, Post, Sentence, Word } from './types.ts'

export interface ErrorProne {
  block: Block
  textStart: number
  textEnd: number
  /** As written. */
  text: string
  /** What to write, the number before it considered. */
  instead: string
  misread: string
  /** A number is glued to it, so what stands instead needs a space. */
  glued: boolean
  /** Not misread, but unknown to patients. */
  shorthand: boolean
  inDose: boolean
}

interface Entry {
  instead: string[]
  misread: string
  use?: string
  patients?: boolean
  shorthand?: boolean
  alone?: boolean
}

const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  list.entries.flatMap((entry) => entry.written.map((text): [string, Entry] => [text, entry])),
)
const SYMBOLS: Readonly<Record<string, Entry>> = list.symbols

const DOSE_UNITS = 'mg mcg micrograms g mL units cc tablet tablets capsule capsules drop drops puff puffs'.split(' ')
/** A number and the start of what is glued to it. */
const GLUED = /^\d[\d.,–-]*(?=[A-Za-zµμ]+$)/
const NUMBER_BEFORE = /\d[\s-]$/
/** "Prevention (100-400 qd)": a number right before says how much. */
const AMOUNT_BEFORE = /(?:^|[\s(–-])\d[\d.,]*\s$/
const ONE_BEFORE = /(?:^|[^\d.,–-])1[\s-]?$/
const PER_LABORATORY = /^\s?(?:\/|per\s)\s?(?:d?[Ll]|m[Ll]|(?:deci)?lit(?:er|re)s?|mmol|mol|cells?|g)(?!\p{L})/u
/** An infusion by weight is dosed so; without the weight it may be a clearance or an excretion, in cc what the body gives off. */
const RATE = /^\/kg\/(?:h|hr|hour|min|d|day)\b/
/** What a laboratory weighs out is no dose. */
const MATERIAL = /^\s(?:of\s)?(?:total\s)?(?:proteins?|peptides?|DNA|RNA|mRNA|cDNA|lysate|antibody|tissue|samples?|extract)\b/
const DOSE_COLUMN = /\b(?:dos(?:e|es|age|ing)|frequency|regimen|schedule|how often)\b/i
/** What a body holds or gives off is measured, whatever its unit. */
const BODY_VOLUME = /\b(?:urin\w*|UOP|output|tidal|TV|IBW|ideal body weight|drain\w*|residual|blood loss|EBL|stools?)\b/i
/** Columns and sections that explain or ban such words. */
const ABOUT_WORDS = /\b(?:abbreviations?|acronyms?|symbols?|notation|do not use|glossary)\b/i
/** Right before in brackets, or right after: the words it stands for. */
const SPELLED_BEFORE = /\b(?:daily|day|night|bedtime|mouth|needed|skin|sulph?ate)\s\($/i
const SPELLED_AFTER =
  /^\s\(?(?:(?:once|twice|(?:three|four) times)\s(?:daily|a day|per day)|at bedtime|by mouth|(?:as|when) needed)\)/i
const HAS_SYMBOL = /[@<>:]/
const SYMBOL = /[@<>]/g
const BEFORE_SYMBOL = /(?:^|[\s(])$/
/** Ranges of large numbers with a unit glued to them. */
const LONGEST_WORD = 24
/** A dose so many characters away goes with the abbreviation. */
const REACH = 60
const REACH_OF_NAME = 4
const BODY_WINDOW = 25
/** Other things that MS stands for. */
const OTHER_MS = /sclerosis|stenosis|spectromet|master of science/i
/** Other salts beside it: a formula, not a medicine. */
const CHEMISTRY = /\b(?:NaCl|CaCl2|KH2PO4|NaHCO3|Na2SO4|CaSO4|MgCl2|FeSO4|CuSO4|ZnSO4)\b/

interface Place {
  sentence: Sentence
  textStart: number
  textEnd: number
  before: string
  after: string
  doses: readonly DoseNumber[]
}

/** All of a post, in order; what only patients are not to read when it is for them. */
export function findErrorProne(post: Post, forPatients: boolean): ErrorProne[] {
  const find = doseFinder(DOSE_UNITS, [])
  const dosesOf = lastKept(find)
  const found: ErrorProne[] = []
  for (const sentence of post.sentences) {
    const add = (textStart: number, textEnd: number, entry: Entry, isUse: Use) => {
      const { block } = sentence
      if (entry.patients && !forPatients) return
      if (isOthersBlock(block) || isAboutWords(block)) return
      if (isOthersWords(block, textStart, textEnd) || isMentioned(block, textStart, textEnd)) return
      const before = block.masked.slice(Math.max(0, textStart - REACH), textStart)
      const after = block.masked.slice(textEnd, textEnd + REACH)
      const inDose = isUse({ sentence, textStart, textEnd, before, after, doses: dosesOf(block) }, post)
      if (inDose === undefined || (!inDose && !entry.alone)) return
      const [one = '', more = one] = entry.instead
      found.push({
        block,
        textStart,
        textEnd,
        text: block.text.slice(textStart, textEnd),
        instead: ONE_BEFORE.test(before) ? one : more,
        misread: entry.misread,
        glued: /\d$/.test(before),
        shorthand: entry.shorthand === true,
        inDose,
      })
    }
    for (const word of sentence.words) addWord(word, add)
    if (!HAS_SYMBOL.test(sentence.text)) continue
    for (const { number, textStart, textEnd } of ratiosIn(sentence)) {
      add(
        textStart,
        textEnd,
        { instead: [strengthOf(number)], misread: 'read as another strength, ten times more or less' },
        () => true,
      )
    }
    for (const { 0: symbol, index } of sentence.block.masked.slice(sentence.textStart, sentence.textEnd).matchAll(SYMBOL))
      add(sentence.textStart + index, sentence.textStart + index + 1, SYMBOLS[symbol]!, symbol === '@' ? at : comparison)
  }
  return found
}

const RATIO_DRUGS = /\b(?:epinephrine|adrenalin(?:e)?|isoproterenol|isoprenaline|neostigmine)\b/i
/** Mixtures with a local anaesthetic keep the ratio on their label. */
const ANAESTHETIC = /\w(?:o|a|i)caine\b/i
const RATIO = /(?<![\d:.,])1\s?:\s?(1,?000|10,?000|100,?000)(?![\d:,.]\d|\d)/g

/** Strengths as ratios, beside the name of a medicine that was sold so (FDA removed them from labels of single medicines in 2016). */
function ratiosIn({ block, textStart, textEnd }: Sentence): { number: number; textStart: number; textEnd: number }[] {
  const text = block.masked.slice(textStart, textEnd)
  if (!RATIO_DRUGS.test(text) || ANAESTHETIC.test(text)) return []
  return [...text.matchAll(RATIO)].map(({ 0: whole, 1: number = '', index }) => {
    return { number: Number(number.replace(',', '')), textStart: textStart + index, textEnd: textStart + index + whole.length }
  })
}

/** One gram in so many millilitres. */
function strengthOf(millilitres: number): string {
  return `${1000 / millilitres} mg/mL`
}

type Use = (place: Place, post: Post) => boolean | undefined
type Add = (textStart: number, textEnd: number, entry: Entry, isUse: Use) => void

function addWord({ text, textStart, textEnd }: Word, add: Add): void {
  if (text.length > LONGEST_WORD) return
  const number = text.charCodeAt(0) <= 57 ? (GLUED.exec(text)?.[0].length ?? 0) : 0
  const entry = ENTRIES.get(number > 0 ? text.slice(number) : text)
  if (!entry || (number > 0 && entry.use !== 'amount')) return
  // "2 u" is as often a text message as a dose.
  if (text === 'u') return
  add(textStart + number, textEnd, entry, USES[entry.use ?? '']!)
}

/** What the words around say: in a dose, not in one, or (`undefined`) something else is meant. */
const USES: Readonly<Record<string, Use>> = { amount, frequency, drug }

function amount({ sentence: { block }, textStart, textEnd, before, after, doses }: Place): boolean | undefined {
  if (!/\d$/.test(before) && !NUMBER_BEFORE.test(before)) return undefined
  if (MATERIAL.test(after)) return undefined
  if (PER_LABORATORY.test(after) || BODY_VOLUME.test(before.slice(-BODY_WINDOW) + after.slice(0, BODY_WINDOW))) return false
  if (RATE.test(after) && !/^c/i.test(block.text[textStart]!))
    return !isMeasured(block, { numberStart: textStart, textEnd, unit: '' })
  return doses.some((dose) => dose.numberEnd <= textStart && textStart < dose.textEnd && !isMeasured(block, dose))
}

function frequency({ sentence, textStart, textEnd, before, after, doses }: Place, post: Post): boolean | undefined {
  if (SPELLED_BEFORE.test(before) || SPELLED_AFTER.test(after)) return undefined
  if (AMOUNT_BEFORE.test(before)) return true
  const { table } = sentence.block
  if (table && table.row > 0 && DOSE_COLUMN.test(table.header)) return true
  const dose = doses.some(
    (one) =>
      (one.textEnd <= textStart && one.textEnd > Math.max(sentence.textStart, textStart - REACH)) ||
      (one.numberStart >= textEnd && one.numberStart - textEnd < REACH_OF_NAME),
  )
  if (dose) return true
  const short = sentence.block.text.slice(textStart, textEnd)
  return post.abbreviations.some((one) => one.short === short && one.definitions.length > 0) ? undefined : false
}

function drug({ sentence, textStart, textEnd, before, after, doses }: Place, post: Post): boolean | undefined {
  const { block, textStart: from, textEnd: to } = sentence
  if (SPELLED_BEFORE.test(before)) return undefined
  if (block.text.slice(textStart, textEnd) !== 'MS') {
    if (CHEMISTRY.test(block.text)) return undefined
    return doses.some((dose) => from <= dose.numberStart && dose.textEnd <= to)
  }
  if (OTHER_MS.test(post.text)) return undefined
  const beside = doses.some(
    (dose) => dose.textEnd <= textStart && /^\s(?:of\s)?$/.test(block.masked.slice(dose.textEnd, textStart)),
  )
  return beside || /^\s(?:(?:IV|IM|SC|PO|SR|ER)\s)?\d[\d.–-]*\s?mg\b/.test(after)
}

function at({ sentence, before, after, doses }: Place): boolean | undefined {
  if (!/\s$/.test(before) || !/^\s?\d/.test(after)) return undefined
  return doses.some((dose) => sentence.textStart <= dose.numberStart && dose.textEnd <= sentence.textEnd)
}

function comparison({ sentence: { block }, textEnd, before, doses }: Place): boolean | undefined {
  if (!BEFORE_SYMBOL.test(before)) return undefined
  return doses.some(
    (dose) => dose.numberStart >= textEnd && dose.numberStart - textEnd <= 1 && dose.unit !== '' && !isMeasured(block, dose),
  )
}

function isAboutWords({ table, section }: Block): boolean {
  return ABOUT_WORDS.test(table?.header ?? '') || ABOUT_WORDS.test(section?.title ?? '')
}

/** A block's doses, found once for the words of its sentences. */
function lastKept(find: (block: Block) => DoseNumber[]): (block: Block) => DoseNumber[] {
  let last: { block: Block; doses: DoseNumber[] } | undefined
  return (block) => {
    if (last?.block !== block) last = { block, doses: find(block) }
    return last.doses
  }
}
