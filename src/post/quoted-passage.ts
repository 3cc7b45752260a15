/** The passage that a text-fragment link quotes (`#:~:text=`), and whether a sentence contradicts it. No network: the link says it all. */

/** The quoted words, `start` and `end` of a range joined by an ellipsis; `undefined` without a readable fragment. */
export function quotedPassage(url: string): string | undefined {
  const directive = /:~:(.*)$/.exec(url)?.[1]
  const value = directive
    ?.split('&')
    .find((part) => part.startsWith('text='))
    ?.slice(5)
  if (!value) return undefined
  // `prefix-,start,end,-suffix`: the context outside of the passage has a hyphen.
  const terms = value.split(',').filter((term) => !term.endsWith('-') && !term.startsWith('-'))
  try {
    return terms
      .map((term) => decodeURIComponent(term))
      .join(' … ')
      .replace(/\s+/g, ' ')
      .trim()
  } catch {
    return undefined
  }
}

export interface Contradiction {
  /** The words of the sentence, offsets into it. */
  start: number
  end: number
  /** The words of the passage that say something else. */
  quote: string
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const UNIT =
  '%|percent|per cent|mg|g|kg|mcg|ml|mL|mmHg|years?|months?|weeks?|days?|hours?|minutes?|points?|patients|people|participants|adults|women|men|children'
const AMOUNT = new RegExp(
  `(?<![\\w.,])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${NUMBER_WORDS.join('|')})(?:\\s|-)?(${UNIT})(?![\\w])`,
  'gi',
)

interface Amount {
  value: number
  unit: string
  start: number
  end: number
}

function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const word = NUMBER_WORDS.indexOf(match[1]!.toLowerCase())
    const unit = match[2]!
      .toLowerCase()
      .replace(/^per ?cent$/, '%')
      .replace(/s$/, '')
    const value = word >= 0 ? word : Number(match[1]!.replaceAll(',', ''))
    return { value, unit, start: match.index, end: match.index + match[0].length }
  })
}

const DIRECTIONS: [RegExp, -1 | 1][] = [
  [/^(?:rose|rises?|risen|increas(?:e[sd]?|ing)|grew|raised|raises?|higher)$/i, 1],
  [/^(?:fell|falls?|fallen|lower(?:ed|s)?|reduc(?:e[sd]?|ing|tion)|decreas(?:e[sd]?|ing)|dropped|declin(?:e[sd]?|ing))$/i, -1],
]
const QUALITIES: [RegExp, -1 | 1][] = [
  [/^(?:improv(?:e[sd]?|ing|ement)|better)$/i, 1],
  [/^(?:worsen(?:ed|s|ing)?|worse|deteriorat(?:e[sd]?|ing))$/i, -1],
]
const NEGATION = /^(?:not|no|never|without|neither|nor|failed|cannot|\w+n't)$/i
/** So many words before a direction word a negation reaches it. */
const REACH = 3

interface Direction {
  sign: number
  negated: boolean
  start: number
  end: number
}

function directionsIn(text: string, list: readonly [RegExp, -1 | 1][]): Direction[] {
  const words = [...text.matchAll(/[\p{L}'\u2019]+/gu)]
  return words.flatMap((word, index) => {
    const sign = list.find(([pattern]) => pattern.test(word[0]))?.[1]
    if (sign === undefined) return []
    const before = words.slice(Math.max(0, index - REACH), index)
    const negated = before.some(([text]) => NEGATION.test(text.replace('\u2019', "'")))
    return [{ sign, negated, start: word.index, end: word.index + word[0].length }]
  })
}

/** What the sentence says against the passage: one amount of a unit against another, a direction turned round or denied. */
export function contradiction(sentence: string, quote: string): Contradiction | undefined {
  return amounts(sentence, quote) ?? directions(sentence, quote, DIRECTIONS) ?? directions(sentence, quote, QUALITIES)
}

/** Only one amount of the unit on each side: with more, nobody can tell which one is meant. */
function amounts(sentence: string, quote: string): Contradiction | undefined {
  const said = amountsIn(sentence)
  const quoted = amountsIn(quote)
  for (const { value, unit, start, end } of said) {
    const same = (amount: Amount) => amount.unit === unit
    if (said.filter(same).length !== 1 || quoted.filter(same).length !== 1) continue
    const other = quoted.find(same)!
    // "about 15 %" for 14.6 % is no contradiction.
    if (Math.round(other.value) !== Math.round(value)) return { start, end, quote: quote.slice(other.start, other.end) }
  }
  return undefined
}

function directions(sentence: string, quote: string, list: readonly [RegExp, -1 | 1][]): Contradiction | undefined {
  const said = directionsIn(sentence, list)
  const quoted = directionsIn(quote, list)
  const [first] = said
  const [other] = quoted
  if (!first || !other || said.length > 1 || quoted.length > 1 || first.negated) return undefined
  if (first.sign === other.sign ? !other.negated : other.negated) return undefined
  const from = other.negated ? Math.max(0, quote.lastIndexOf(' ', Math.max(0, other.start - 9)) + 1) : other.start
  return { start: first.start, end: first.end, quote: quote.slice(from, other.end) }
}
