/** Headings that end with a question mark but are built like a statement: "Why migraine happens?" */

export interface Misordered {
  /** The question, when the words allow it to be built. */
  question: string | undefined
}

const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|cannot|couldn['’]t|won['’]t|wouldn['’]t|shouldn['’]t|hasn['’]t|haven['’]t)$/i
const BE_OR_MODAL = /^(?:is|are|was|were|can|could|will|would|should|may|might|must)$/i
const PRONOUN = /^(?:i|you|he|she|it|we|they)$/i
const DETERMINER = /^(?:the|a|an|your|my|our|their|its)$/i
/** Behind these a new clause begins, with an order of its own. */
const CLAUSE =
  /^(?:that|which|who|whom|whose|when|if|where|while|because|before|after|until|unless|and|or|but|as|than|how|why|what|whether|though|although|since)$/i
/** Finite verbs of headings; a noun in the plural ("Why vaccines?") is none of them. */
const VERB =
  /^(?:happens|occurs|works|matters|helps|develops|begins|starts|spreads|hurts|fails|forms|appears|affects|causes|becomes|makes|takes|needs|requires|changes|lasts|feels|gets|goes|differs|increases|decreases|improves|exists|means|heals|grows)$/i
/** The same behind a subject in the plural: "How probiotics support the liver?" */
const PLURAL_VERB =
  /^(?:happen|occur|work|matter|help|develop|begin|start|spread|hurt|fail|form|appear|affect|cause|become|make|take|need|change|differ|increase|decrease|improve|support|prevent|reduce|protect|boost)$/i
/** "How much protein helps?" asks for the subject. */
const MEASURE = /^(?:much|many|few|little|often|long|far|soon|old)$/i
const LONGEST_SUBJECT = 5

/** English headings only. */
export function misorderedQuestion(heading: string): Misordered | undefined {
  const text = heading.trim().replace(/^(?:\d+[.)]|[-•*])\s+/, '')
  if (!text.endsWith('?') || /[:–—(]|\?.*\?/.test(text)) return undefined
  const words = text.replace(/\s*\?$/, '').split(/\s+/)
  const [first = '', second = ''] = words
  if (
    words.length < 3 ||
    !/^(?:why|how|when|where|what)$/i.test(first) ||
    AUXILIARY.test(second) ||
    words.some((word) => /,$/.test(word))
  )
    return undefined
  if (PRONOUN.test(second)) return { question: /^what$/i.test(first) ? undefined : reordered(words, 2) }
  if (/^what$/i.test(first) || MEASURE.test(second)) return undefined
  const verb = words.findIndex(
    (word, index) => index >= 2 && (BE_OR_MODAL.test(word) || VERB.test(word) || isPlural(words, index)),
  )
  if (verb < 0 || verb > LONGEST_SUBJECT + 1 || words.slice(1, verb).some((word) => CLAUSE.test(word) || /^to$/i.test(word)))
    return undefined
  // "How common is it?" and "How safe are masks?" are in order: the subject of a statement needs an article.
  if (/^how$/i.test(first) && BE_OR_MODAL.test(words[verb]!) && !DETERMINER.test(second)) return undefined
  // "Why choose a clinic near you?" has no subject.
  return { question: reordered(words, verb) }
}

function isPlural(words: readonly string[], index: number): boolean {
  return PLURAL_VERB.test(words[index]!) && /[^s]s$/i.test(words[index - 1]!) && index <= LONGEST_SUBJECT
}

/** The auxiliary in front of the subject; `does` and the bare verb where there is none. */
function reordered(words: readonly string[], verb: number): string | undefined {
  const [first, ...subject] = words.slice(0, verb)
  const found = words[verb]
  if (!found) return undefined
  const rest = words.slice(verb + 1)
  const capital = /^\p{Lu}/u.test(found)
  const cased = (word: string) => (capital ? word[0]!.toUpperCase() + word.slice(1) : word.toLowerCase())
  if (BE_OR_MODAL.test(found)) return `${[first, cased(found), ...subject, ...rest].join(' ')}?`
  if (AUXILIARY.test(found)) return undefined
  if (VERB.test(found)) return `${[first, cased('does'), ...subject, cased(bare(found)), ...rest].join(' ')}?`
  const plural = /^(?:i|you|we|they)$/i.test(subject[0] ?? '') ? /^\p{L}+$/u.test(found) : isPlural(words, verb)
  return plural ? `${[first, cased('do'), ...subject, found, ...rest].join(' ')}?` : undefined
}

function bare(verb: string): string {
  return /^goes$/i.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1)
}
