/** Does one sentence go on with another? Pronouns, connectives, naming sentences, shared words. */
import type { Sentence } from '../types.ts'
import { isHealthWord } from './naming.ts'
import { tokensOf } from './tokens.ts'

const ANAPHOR =
  /^(?:(?:and|so|in|of|for|on|with|by|as|at|from|both|all|most|some|each|one|thus|therefore|hence|overall)\s+)*(?:it|its|they|them|their|these|this|those|such|that|thus|therefore|hence|he|she|his|her|both)\b/i
const OPENER =
  /^(?:also|in addition|additionally|moreover|furthermore|however|besides|but|yet|on the other hand|in contrast|by contrast|another|similarly|likewise|conversely|nevertheless|nonetheless|alternatively|meanwhile|plus)\b/i
const NAMING =
  /\b(?:is|are|was|were)\s+(?:also\s+|often\s+|commonly\s+|sometimes\s+)?(?:called|known as|named|termed|referred to as)\b/i
const LONGEST_NAMING = 100

export function isAnaphoric({ text }: Sentence): boolean {
  return ANAPHOR.test(text)
}

/** Starts with an additive or contrastive connective: a new proposition needs its own citation. */
export function opensNewProposition({ text }: Sentence): boolean {
  return OPENER.test(text) || /^(?:\w+\s+){1,2}also\b/i.test(text)
}

export function isNaming({ text }: Sentence): boolean {
  return text.length <= LONGEST_NAMING && NAMING.test(text)
}

const POINTER =
  /\b(?:this|the|that|these|those|said|both)\s+(?:(?:same|new|large|small|randomi[sz]ed|original|latter|former|discovery|current|present|two|three)\s+){0,2}(?:stud(?:y|ies)|trials?|reviews?|papers?|authors?|researchers|investigators|survey|experiment|analysis|meta-analysis)\b|\b(?:treatment|intervention|control|placebo|brace|drug|therapy|study|finasteride|active)\s+(?:group|arm)s?\b|\bthe\s+\w+\s+(?:group|arm)\b/i

/** Refers to a work cited before. */
export function pointsBack({ text }: Sentence): boolean {
  return POINTER.test(text)
}

const STUDY_OPENER =
  /^(?:in|one|a|an|two|several|the|this|these|many|most|some|studies|research|trials|according)\b[^.]{0,60}\b(?:stud(?:y|ies)|trials?|reviews?|research|meta-analysis|survey|authors|paper)\b/i

/** The sentence with the citation is about the same thing: it takes up this one, or shares a word about health with it. */
export function sharesTopic(sentence: Sentence, next: Sentence): boolean {
  if (opensNewProposition(next)) return false
  if (isAnaphoric(next) || STUDY_OPENER.test(next.text)) return true
  const words = new Set(topicWords(sentence))
  return topicWords(next).some((word) => words.has(word))
}

/** Word stems are cut to this length so that "infection" and "infections" meet. */
const STEM = 6

function topicWords(sentence: Sentence): string[] {
  return tokensOf(sentence)
    .filter((token) => token.word && token.text.length > 3 && (isHealthWord(token) || token.text.length > 7))
    .map((token) => token.text.slice(0, STEM))
}
