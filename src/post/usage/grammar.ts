/** Nouns that have no plural, numbers that do not agree, lists that are open twice. */
import list from '../../../data/usage.json' with { type: 'json' }
import { type Token, textAt, tokensOf, wordSet } from '../claims/tokens.ts'
import type { Sentence } from '../types.ts'
import type { Slip } from './types.ts'

const UNCOUNTABLE: ReadonlyMap<string, string> = new Map(Object.entries(list.uncountable))
const SINGULARS = new Set(Object.values(list.uncountable))
const VERBS_TOO = new Set(list.verbsToo)
const PLURALS: ReadonlyMap<string, string> = new Map(Object.entries(list.plurals))
const SINGULAR_TO_PLURAL: ReadonlyMap<string, string> = new Map(
  Object.entries(list.plurals).map(([plural, singular]) => [singular, plural]),
)

const COUNTERS = wordSet('two three four five six seven eight nine ten several many numerous various few multiple both')
const BEFORE_NOUN = wordSet(
  'two three four five several many numerous various few multiple these those recent some all previous further other most clinical scientific medical new latest our their more different the of',
)
/** Behind a noun that stands for itself, not in front of another: "an information leaflet". */
const NOUN_ENDS = wordSet(
  '. , ; : ! ? ) of on about for that which from to is was are were has have had with and or in who because if when',
)
/** "A research and development grant". */
const JOINS = wordSet('and or')
const ONE = wordSet('a an each every another')
const PLURAL_DETERMINERS = wordSet('these those several many numerous few both')
const SINGULAR_VERBS: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do', doesn: 'do' }
/** In front of the first noun of a sentence that is its subject. */
const OPENERS = wordSet('the these those many most some all several few such our your other')
const OPEN_LISTS = wordSet('such eg including')

export function grammarSlips(sentence: Sentence): Slip[] {
  const { words } = sentence
  if (!words.some(({ form }) => INTERESTING.has(form.lower))) return []
  const tokens = tokensOf(sentence)
  return tokens.flatMap((_, at) =>
    [uncountable, determiner, subject, thereIs, openTwice].flatMap((look) => look(sentence, tokens, at) ?? []),
  )
}

/** A sentence without any of these has nothing to look at. */
const INTERESTING = new Set([
  ...UNCOUNTABLE.keys(),
  ...SINGULARS,
  ...PLURALS.keys(),
  ...SINGULAR_TO_PLURAL.keys(),
  'there',
  'etc',
  'etc.',
  'people',
])

type Look = (sentence: Sentence, tokens: readonly Token[], at: number) => Slip | undefined

const uncountable: Look = (sentence, tokens, at) => {
  const { text, start, end } = tokens[at]!
  const before = textAt(tokens, at - 1)
  const counted = COUNTERS.has(before) || tokens[at - 1]?.number === true
  const singular = UNCOUNTABLE.get(text)
  if (singular !== undefined) {
    if (VERBS_TOO.has(text) && !counted && !BEFORE_NOUN.has(before)) return undefined
    return slip('uncountable', sentence, start, end, counted && COUNTERS.has(before) ? `pieces of ${singular}` : singular)
  }
  if (!SINGULARS.has(text) || !ONE.has(before) || !endsNoun(tokens, at) || JOINS.has(textAt(tokens, at + 1))) return undefined
  const article = tokens[at - 1]!
  return slip(
    'uncountable',
    sentence,
    article.start,
    end,
    before === 'a' || before === 'an' ? text : `${before} piece of ${text}`,
  )
}

/** "this patients", "these symptom". */
const determiner: Look = (sentence, tokens, at) => {
  const { text, start, end } = tokens[at]!
  const before = tokens[at - 1]
  if (!before?.word || !endsNoun(tokens, at)) return undefined
  const written = before.text
  if (ONE.has(written) && PLURALS.has(text)) return slip('agreement', sentence, start, end, PLURALS.get(text)!)
  if (written === 'this' && PLURALS.has(text)) return slip('agreement', sentence, before.start, before.end, 'these')
  if (PLURAL_DETERMINERS.has(written) && SINGULAR_TO_PLURAL.has(text))
    return slip('agreement', sentence, start, end, SINGULAR_TO_PLURAL.get(text)!)
  return undefined
}

/** "The patients was ..." at the start of a sentence. */
const subject: Look = (sentence, tokens, at) => {
  const first = at === 0 || (at === 1 && OPENERS.has(textAt(tokens, 0)))
  const { text } = tokens[at]!
  const verb = tokens[at + 1]
  if (!first || !verb || (text !== 'people' && !PLURALS.has(text))) return undefined
  const plural = SINGULAR_VERBS[verb.text]
  return plural === undefined ? undefined : slip('agreement', sentence, verb.start, verb.end, plural)
}

const MANY = wordSet('many several few numerous various multiple two three four five')

/** "There is several reasons". */
const thereIs: Look = (sentence, tokens, at) => {
  if (tokens[at]!.text !== 'there' || !MANY.has(textAt(tokens, at + 2)) || textAt(tokens, at + 3) === 'a') return undefined
  const verb = tokens[at + 1]!
  const plural = SINGULAR_VERBS[verb.text]
  return plural === undefined || verb.text === 'does' ? undefined : slip('agreement', sentence, verb.start, verb.end, plural)
}

/** "such as rest, tea, etc." */
const openTwice: Look = (sentence, tokens, at) => {
  const { text, start, end } = tokens[at]!
  if (text !== 'etc') return undefined
  const opening = tokens
    .slice(0, at)
    .findLastIndex((token, index) => OPEN_LISTS.has(token.text) && (token.text !== 'such' || textAt(tokens, index + 1) === 'as'))
  if (opening < 0 || tokens.slice(opening, at).some((token) => token.text === ';' || token.text === ')')) return undefined
  const comma = tokens[at - 1]
  const from = comma?.text === ',' ? comma.start : start - 1
  const stop = sentence.block.text[end] === '.' && end + 1 < sentence.textEnd ? end + 1 : end
  return {
    check: 'suchAsEtc',
    block: sentence.block,
    textStart: start,
    textEnd: end,
    changes: [{ textStart: from, textEnd: stop, text: '' }],
  }
}

function endsNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next === undefined || NOUN_ENDS.has(next.text)
}

function slip(check: Slip['check'], { block }: Sentence, textStart: number, textEnd: number, text: string): Slip {
  const written = block.text.slice(textStart, textEnd)
  const cased = /^\p{Lu}/u.test(written) ? text[0]!.toUpperCase() + text.slice(1) : text
  return { check, block, textStart, textEnd, changes: [{ textStart, textEnd, text: cased }] }
}
