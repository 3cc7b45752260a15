/** Quotations: block quotes of somebody's words, and speech between quotation marks, with whether a source is named. */

import { claimCues } from './claims/cues.ts'
import { isHealthWord } from './claims/naming.ts'
import { tokenize } from './claims/tokens.ts'
import type { Block, Post, Range } from './types.ts'

export interface Quotation extends Range {
  form: 'block' | 'inline'
  text: string
  words: number
  /** It says something about health that a reader could act on; an example sentence or a slogan does not. */
  claims: boolean
  /** A citation, a link or a named person stands in it, right before it, or on its last line. */
  attributed: boolean
}

export function findQuotations(post: Post): Quotation[] {
  return [...blockQuotations(post), ...post.prose.flatMap((block) => inlineQuotations(post, block))].sort(
    (a, b) => a.start - b.start,
  )
}

/** Two capitalised words, a title, or a dash with a name. */
const PERSON = /\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Nurse)\b\.?|\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\.?){0,2} \p{Lu}\p{Ll}+|\bet al\b/u
const DASHED_NAME = /(?:[—–]|--|^- ?)\s*\p{Lu}\p{L}+/u
const QUOTED = /^\s*[“"‘']|[”"’']\s*$/

/** Runs of blocks in one block quote that begin or end with a quotation mark: others are asides of the author. */
function blockQuotations(post: Post): Quotation[] {
  const found: Quotation[] = []
  let run: Block[] = []
  for (const block of [...post.blocks, undefined]) {
    if (block && block.quoteDepth > 0 && block.zone !== 'heading' && block.zone !== 'caption') run.push(block)
    else if (run.length > 0) {
      const quotation = toBlockQuotation(post, run)
      if (quotation) found.push(quotation)
      run = []
    }
  }
  return found
}

function toBlockQuotation(post: Post, run: readonly Block[]): Quotation | undefined {
  const first = run[0]!
  const last = run.at(-1)!
  const text = run.map((block) => block.text).join('\n')
  if (!QUOTED.test(first.text) && !QUOTED.test(last.text)) return undefined
  const before = post.blocks[first.index - 1]
  if (BLANK.test(text) || (before && WORDING.test(before.text))) return undefined
  const cited = run.some((block) => isCited(post, block)) || DASHED_NAME.test(last.text) || PERSON.test(last.text)
  const introduced =
    before !== undefined && before.section === first.section && (PERSON.test(before.text) || isCited(post, before))
  return {
    start: markerStart(post.text, first.start),
    end: last.end,
    form: 'block',
    text,
    words: countWords(text),
    claims: statesHealth(text),
    attributed: cited || introduced,
  }
}

/** The `>` in front of the first line. */
function markerStart(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const marker = text.indexOf('>', line)
  return marker >= 0 && marker < start ? marker : start
}

const SPEECH = /[“"]([^“”"\n]{12,600})[”"]/g
const SAYS =
  /\b(?:says?|said|puts? it|put it|claims?|claimed|explains?|explained|(?:writes?|wrote)(?! (?:up|down|off|out)\b)|notes|noted|states?|stated|according to|in the words of)\b[^“"]{0,30}$/i
const QUESTION = /\?\s*$/
/** Not a person who could be named. */
const TEXTS = /\b(?:pages?|headlines?|ads?|labels?|websites?|posts?|articles?|something like|such as|claims? that)\b[^“"]{0,40}$/i
/** Words of the author, or words put into the mouth of the reader. */
const OWN_SPEECH = /\b(?:I|we|you)\b(?: \w+){0,3} \w+(?: that)?[:,]?\s*$/i
/** Wording that is proposed, not quoted. */
const WORDING =
  /\b(?:language|wording|phras(?:e|es|ing)|templates?|samples?|examples?|scripts?|sentences?|statements?|formulas?|gold standard|formats?)\b[^.!?“"]{0,60}:\s*$/i
/** "[condition]", "he/she": a form to fill in. */
const BLANK = /\[[a-z][^\]]*\](?!\()|_{3,}|\b(?:he\/she|s\/he|his\/her)\b/i

function inlineQuotations(post: Post, block: Block): Quotation[] {
  if (block.quoteDepth > 0) return []
  return [...block.text.matchAll(SPEECH)].flatMap((match) => {
    const before = block.text.slice(Math.max(0, match.index - 160), match.index)
    const inside = match[1]!
    if (!SAYS.test(before) || TEXTS.test(before) || QUESTION.test(inside)) return []
    if (OWN_SPEECH.test(before) || WORDING.test(before) || BLANK.test(before + inside)) return []
    const behind = block.text.slice(match.index + match[0].length, match.index + match[0].length + 80)
    const textEnd = match.index + match[0].length
    const attributed = PERSON.test(before) || PERSON.test(behind) || isCited(post, block)
    return [
      {
        ...block.rangeOf(match.index, textEnd),
        form: 'inline' as const,
        text: inside,
        words: countWords(inside),
        claims: statesHealth(inside),
        attributed,
      },
    ]
  })
}

function isCited({ citations }: Post, block: Block): boolean {
  return block.links.some((link) => !link.image) || citations.some((citation) => citation.block === block)
}

const FIRST_PERSON = new Set(['i', 'my', 'me', "i'm", "i've"])

function statesHealth(text: string): boolean {
  const tokens = tokenize(text)
  if (tokens.some((token) => FIRST_PERSON.has(token.text))) return false
  return tokens.some(isHealthWord) && claimCues(tokens).length > 0
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
}
