/** Capital letters that are no abbreviation a reader needs to have explained. */
import type { AbbreviationMention } from './types.ts'

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})[A-D]?$/
/** Sex chromosomes, stretches of DNA. */
const SEQUENCE = /^X+Y*$|^[ACGTUN]{5,}$|^(?=.*N.*N)[ACGTUNRY]{5,}$/
/** Behind the name of a drug: "Exenatide IR", "metformin XR". */
const FORMULATION = /^(?:[CDEISWX]R|XL|LA|HFA|ODT)$/
const CODON = /^[ACGTU]{3}$/
const REFERENCE_LIKE = /\b(?:19|20)\d\d\s?;|\bet al\b.{0,200}\b(?:19|20)\d\d|\bdoi\b|\bPMID\b|\bISBN\b/i

/**
 * Roman numerals, initials ("Smith JR,"), states ("Boston, MA 02115"), degrees after a name, trial and model names ("SCORE-2", "the STEP trial"),
 * parts of names in capitals ("ABC Study Group"), genes ("the SRY gene"), virus lineages ("JN.1").
 */
export function looksLikeName({ block, textStart, textEnd }: AbbreviationMention, short: string): boolean {
  // A link on the abbreviation itself explains it.
  if (block.links.some((link) => link.textStart === textStart && link.textEnd === textEnd)) return true
  const text = block.masked
  const before = text.slice(Math.max(0, textStart - 40), textStart)
  const after = text.slice(textEnd, textEnd + 40)
  if (ROMAN.test(short) || SEQUENCE.test(short)) return true
  if (CODON.test(short) && /\b(?:repeats?|codons?|triplets?|trinucleotides?)\b/i.test(before + after)) return true
  if (FORMULATION.test(short) && /(?:[A-Z][a-z]{4,}|[a-z]{3,}(?:ide|in|ol|one|ine|ate|am)) $/.test(before)) return true
  // "MH Zweig - G Campbell", "JV Tu, MJ Schull".
  if (short.length <= 3 && /^ [A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:,| [-–]) (?:[A-Z]{1,3} [A-Z]|et al)/.test(after)) return true
  if (short.length <= 3 && /\b[A-Z]{1,3} [A-Z][a-z]+(?:,| [-–]) $/.test(before) && /^ [A-Z][a-z]+/.test(after)) return true
  if (short.length <= 3 && /[A-Z][a-z]+,? $/.test(before) && /^(?:[,;.]|$)/.test(after) && isReference(text)) return true
  // "Spilker B, Cramer JA. Title", "Dr. Ganga SS".
  if (short.length <= 3 && /[A-Z][a-z]+ [A-Z]{1,3}, [A-Z][a-z]+ $|\b(?:Dr|Prof|Mr|Mrs|Ms)\.? (?:[A-Z][a-z]+ )+$/.test(before))
    return true
  if (short.length === 2 && /[A-Z][a-z]+, $/.test(before)) return true
  if (/[A-Z][a-z]+(?: [A-Z]\.?)? [A-Z][a-z]+, (?:[A-Za-z.]{2,8}, )*$/.test(before)) return true
  if (short.length <= 3 && /[A-Z][a-z]+ $/.test(before) && /^, (?:[A-Z][a-z]+ [A-Z]{1,3}[,.]|et al)/.test(after)) return true
  // "JN.1", "SRY gene": names that nobody writes out.
  if (/^\.\d|^ (?:genes?|gene's|mutations?|alleles?|variants?|Jr)\b/.test(after)) return true
  if (/^[-‐‑– ]?\d|^[₀-₉/&+=]|^-[A-Z0-9]|^ (?:[IVX]{1,4}|[A-Z])\b/.test(after) || /[-‐‑/&+=]$/.test(before)) return true
  if (
    /^['’]?s? (?:trials?|stud(?:y|ies)|registr(?:y|ies)|Study|Trial|Group|Collaborat|Network|Consortium|Foundation|Association|Institute|Letters|Journal|(?:[A-Z][a-z]+ )?(?:Meeting|Congress|Conference|Symposium)|Society|College|Inc|Ltd|LLC|GmbH|Pharma)/.test(
      after,
    )
  )
    return true
  return isReference(text)
}

const SOURCE_COLUMN = /^(?:sources?|titles?|papers?|references?|citations?|articles?|publications?|stud(?:y|ies))$/i
/** Shorter links name a thing, they are no title. */
const TITLE_WORDS = 4

/** In the title of another work: the words of a link to it, a cell of a table of sources. */
export function isInTitleOfOthers({ block: { links, table }, textStart, textEnd }: AbbreviationMention): boolean {
  if (table && table.row > 0 && SOURCE_COLUMN.test(table.header.trim())) return true
  return links.some(
    (link) =>
      (link.kind === 'scholarly' || link.kind === 'authority') &&
      link.textStart <= textStart &&
      textEnd <= link.textEnd &&
      link.text.split(' ').length >= TITLE_WORDS,
  )
}

export function isReference(text: string): boolean {
  return text.length < 1500 && REFERENCE_LIKE.test(text)
}
