/** Spaces too many or too few. */
import { isOthersWords } from '../others-words.ts'
import type { Block } from '../types.ts'
import type { Slip } from './types.ts'

/** A word of running text glued to a bracket that holds more than an ending. */
const PAREN = /(?<![\p{L}\d_.$])(\p{L}\p{Ll}{2,})\(((?:\p{L}|\d+ )[^()\n]{1,200})\)(?![\p{L}\d-])/gu
/** Endings and prefixes: "person(s)", "poly(ethylene glycol)"; names of functions: "log(dose)". */
const SHORTEST_ASIDE = 3
const ENDING = /^(?:s|es|ies|ren|ed|d|ing|al|ly|en|er|ers|or|ors|ic|nel|ness|ion|ions)$/i
const FUNCTION =
  /^(?:poly|bis|tris|log|exp|sin|cos|tan|sqrt|mean|median|max|min|sum|rep|factor|table|plot|data|function|mod|pr|std|var|len|range|print|list|sort|round|abs|rgb|rgba|url|translate)$/i
const CODE = /[=_<>{}\\]|\w\(|, ?\d|^\w+, ?\w+$/
/** Not behind a stop: two spaces there are a habit, not a slip. */
const DOUBLE = /(?<=[\p{L}\d,;%]|[^.!?]\)) {2,}(?=[\p{L}\d(])/gu
/** Statements of a program outside of a code block. */
const PROGRAM = /<-\s|\w\(.*\w\(.*\w\(|\)\s?[[{]|=>/
/** More runs of spaces than this in a block lay something out. */
const LAYOUT = 4
const GLUED_PAREN = /\p{Ll}\(/u
const GLUED_STOP = /\p{Ll}[.?!]\p{Lu}/u
const COMMA = /(?<=[\p{L}\d)%]) +,(?=\s|$)/gu
const GLUED = /(?<![\p{L}\d.@/_#-])(\p{L}*\p{Ll}{2})([.?!])(\p{Lu}\p{Ll}+)(?![.@/(_]\p{L}?|\p{Lu}|['’]?\p{L})/gu
/** Not the end of a sentence: titles, abbreviations; names of sites and files. */
const TITLE = /^(?:mr|mrs|ms|dr|drs|prof|st|jr|sr|vs|no|fig|inc|ltd|co|eg|ie)$/i
const NAME = /^(?:com|net|org|gov|edu|js|io|uk|html?|pdf|md|py|ai)$/i

/** Cheap looks first: most blocks have none of these. */
export function spacingSlips(block: Block): Slip[] {
  const { masked } = block
  return [
    ...(GLUED_PAREN.test(masked) && !PROGRAM.test(masked) ? parens(block) : []),
    ...(masked.includes(' ,') ? commas(block) : []),
    ...(GLUED_STOP.test(masked) ? sentences(block) : []),
    ...(masked.includes('  ') ? doubleSpaces(block) : []),
  ]
}

function parens(block: Block): Slip[] {
  return [...block.masked.matchAll(PAREN)].flatMap(({ 1: word = '', 2: inside = '', index }) => {
    if (ENDING.test(inside) || inside.length < SHORTEST_ASIDE || FUNCTION.test(word) || CODE.test(inside)) return []
    const place = { textStart: index + word.length, textEnd: index + word.length + 1 }
    return [{ check: 'spaceBeforeParen', block, ...place, changes: [{ ...place, text: ' (' }] }]
  })
}

function commas(block: Block): Slip[] {
  return [...block.masked.matchAll(COMMA)].map(({ 0: written, index }) => {
    const place = { textStart: index, textEnd: index + written.length }
    return { check: 'spaceBeforeComma', block, ...place, changes: [{ ...place, text: ',' }] }
  })
}

function sentences(block: Block): Slip[] {
  return [...block.masked.matchAll(GLUED)].flatMap(({ 0: written, 1: before = '', 2: stop = '', 3: after = '', index }) => {
    if (TITLE.test(before) || NAME.test(after)) return []
    const textStart = index + before.length
    const changes = [{ textStart, textEnd: textStart + 1, text: `${stop} ` }]
    return [{ check: 'gluedSentence', block, textStart: index, textEnd: index + written.length, changes }]
  })
}

function doubleSpaces(block: Block): Slip[] {
  if (!block.masked.includes('  ')) return []
  const runs = [...block.masked.matchAll(DOUBLE)]
    .map(({ 0: gap, index }) => ({ textStart: index, textEnd: index + gap.length }))
    .filter(({ textStart, textEnd }) => !isOthersWords(block, textStart, textEnd))
  const [first, ...also] = runs
  if (!first || runs.length >= LAYOUT) return []
  return [
    {
      check: 'doubleSpace',
      block,
      ...first,
      also,
      changes: runs.map((run) => ({ ...run, textStart: run.textStart + 1, text: '' })),
    },
  ]
}
