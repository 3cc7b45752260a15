/**
 * Phrases of one to three words with learned weights: what speaks for or against a claim beside the cue families. A word counts as it is
 * written, and as what it names (`@condition`, `@treatment`, `@outcome`, `@health`); `#` is any number.
 */
import type { Token } from './tokens.ts'

export type PhraseWeights = Iterable<readonly [phrase: string, weight: number]>

const LONGEST_WRITTEN = 2
const LONGEST_NAMED = 3

/** Every phrase of the tokens, each once: what the weights are fitted on. */
export function phrasesOf(tokens: readonly Token[]): Set<string> {
  const phrases = new Set<string>()
  for (const [words, longest] of [
    [tokens.map(({ form }) => form.written), LONGEST_WRITTEN],
    [tokens.map(({ form }) => form.named), LONGEST_NAMED],
  ] as const) {
    for (let from = 0; from < words.length; from++) {
      for (let length = 1; length <= longest && from + length <= words.length; length++)
        phrases.add(words.slice(from, from + length).join(' '))
    }
  }
  return phrases
}

export interface PhraseNode {
  /** By the next word; none at the end of the longest phrases. */
  next: Map<string, PhraseNode> | undefined
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
      node.next ??= new Map()
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
    const result: PhraseSum = { sum: 0, loudest: undefined }
    let most = 0
    const meet = (node: PhraseNode, from: number, to: number) => {
      if (node.weight === 0 || node.met === reading) return
      node.met = reading
      result.sum += node.weight
      if (node.weight <= most || !tokens[from]!.word) return
      most = node.weight
      result.loudest = { from, to }
    }
    for (let from = 0; from < tokens.length; from++) {
      const { form } = tokens[from]!
      if (form.phrases?.by !== root) form.phrases = { by: root, written: root.next?.get(form.written), named: root.next?.get(form.named) }
      let node = form.phrases.written
      if (node) {
        meet(node, from, from + 1)
        const next = tokens[from + 1]
        const pair = next && node.next?.get(next.form.written)
        if (pair) meet(pair, from, from + LONGEST_WRITTEN)
      }
      if (form.named !== form.written) node = form.phrases.named
      if (node && form.named !== form.written) meet(node, from, from + 1)
      for (let to = from + 1; node?.next && to < from + LONGEST_NAMED && to < tokens.length; to++) {
        node = node.next.get(tokens[to]!.form.named)
        if (node) meet(node, from, to + 1)
      }
    }
    return result
  }
}

function newNode(): PhraseNode {
  return { next: undefined, weight: 0, met: 0 }
}
