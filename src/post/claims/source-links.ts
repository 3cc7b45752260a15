/** Does a link that cannot support (own site, encyclopaedia, shop) stand where a source would stand, or on a mere topic word? */
import type { Link } from '../types.ts'

/** A link text that calls its target evidence: "our data", "clinical trials", "proven". */
const EVIDENCE =
  /^(?:(?:the|our|own|a|an|this|many|several|recent|new|clinical|scientific|medical|published|independent|internal|large|two|three|numerous|randomi[sz]ed|controlled|human|animal|peer-reviewed)\s+)*(?:stud(?:y|ies)|trials?|research|evidence|data|findings|science|proof|surveys?|reviews?|papers?|proven|our (?:results|outcomes)|(?:scientifically|clinically) (?:proven|tested|shown))(?:\s+(?:shows?|suggests?|confirms?|proves?|results|data|evidence|stud(?:y|ies)|trials?|research))?$/i
const LEADS_ON = /\b(?:see|read|visit|explore|learn|check|find|guide|more|our|compare|compared)\b[^.]{0,40}$/i
/** Words of a link text that states something rather than names a page. */
const STATEMENT_WORDS = 6
const LOWER_SHARE = 0.7

export function namesEvidence({ text }: Link): boolean {
  return EVIDENCE.test(text.trim())
}

export function readsAsSource(link: Link): boolean {
  if (namesEvidence(link)) return true
  const { block, text, textStart, textEnd } = link
  if (!block || LEADS_ON.test(block.text.slice(Math.max(0, textStart - 60), textStart))) return false
  if (block.text[textStart - 1] === '(' && block.text[textEnd] === ')') return true
  return isStatement(text)
}

/** "poor sleep can produce effects that mimic confusion", not "How to Sleep Better Every Night". */
function isStatement(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const lower = words.filter((word) => /^[a-z]/.test(word)).length
  return words.length >= STATEMENT_WORDS && lower / words.length >= LOWER_SHARE
}
