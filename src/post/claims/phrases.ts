/**
 * Phrases of one to three words with learned weights: what speaks for or against a claim beside the cue families. A word counts as it is
 * written, and as what it names (`@condition`, `@treatment`, `@outcome`, `@health`); `#` is any number.
 */
import { isHealthWord, namesCondition, namesIntervention, namesOutcome } from './naming.ts'
import type { Token } from './tokens.ts'

export type PhraseWeights = Iterable<readonly [phrase: string, weight: number]>

const LONGEST_WRITTEN = 2
const LONGEST_NAMED = 3
const NUMBER = '#'

function written(token: Token): string {
  return token.number ? NUMBER : token.text
}

function named(token: Token): string {
  if (token.form.names === 0) return written(token)
  if (namesCondition(token)) return '@condition'
  if (namesIntervention(token)) return '@treatment'
  if (namesOutcome(token)) return '@outcome'
  return isHealthWord(token) ? '@health' : token.text
}

/** Every phrase of the tokens, each once: what the weights are fitted on. */
export function phrasesOf(tokens: readonly Token[]): Set<string> {
  const phrases = new Set<string>()
  for (const [form, longest] of [
    [written, LONGEST_WRITTEN],
    [named, LONGEST_NAMED],
  ] as const) {
    const words = tokens.map(form)
    for (let from = 0; from < words.length; from++) {
      for (let length = 1; length <= longest && from + length <= words.length; length++)
        phrases.add(words.slice(from, from + length).join(' '))
    }
  }
  return phrases
}

interface Node {
  next: Map<string, Node>
  weight: number
  /** Number of the reading that met it last: a phrase counts once. */
  met: number
}

export interface PhraseSum {
  /** Sum of the weights of the phrases that occur. */
  sum: number
  /** The phrase of a word or more that speaks loudest for a claim, by token; `to` exclusive. */
  loudest: { from: number; to: number } | undefined
}

export function compilePhrases(weights: PhraseWeights): (tokens: readonly Token[]) => PhraseSum {
  const root = newNode()
  for (const [phrase, weight] of weights) {
    let node = root
    for (const word of phrase.split(' ')) {
      let next = node.next.get(word)
      if (!next) {
        next = newNode()
        node.next.set(word, next)
      }
      node = next
    }
    node.weight = weight
  }
  let reading = 0
  return (tokens) => {
    reading++
    let sum = 0
    let most = 0
    let loudest: PhraseSum['loudest']
    const walk = (from: number, form: (token: Token) => string, longest: number) => {
      let node: Node | undefined = root
      for (let to = from; to < from + longest && to < tokens.length && node.next.size > 0; to++) {
        node = node.next.get(form(tokens[to]!))
        if (!node) return
        if (node.weight === 0 || node.met === reading) continue
        node.met = reading
        sum += node.weight
        if (node.weight <= most || !tokens[from]!.word) continue
        most = node.weight
        loudest = { from, to: to + 1 }
      }
    }
    for (let from = 0; from < tokens.length; from++) {
      walk(from, written, LONGEST_WRITTEN)
      walk(from, named, LONGEST_NAMED)
    }
    return { sum, loudest }
  }
}

function newNode(): Node {
  return { next: new Map(), weight: 0, met: 0 }
}
