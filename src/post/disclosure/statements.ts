/** Statements about the page itself (a disclaimer, who pays, an approval): where the words of `data/disclosure-wording.json` stand. */
import list from '../../../data/disclosure-wording.json' with { type: 'json' }
import { compileList } from '../claims/patterns.ts'
import { type Token, tokenize } from '../claims/tokens.ts'
import type { Block, Post, Range, Sentence } from '../types.ts'

/** The families of the list. */
export type StatementKind =
  | 'disclaimer'
  | 'function-claim'
  | 'weight-loss'
  | 'doctor-recommends'
  | 'not-evaluated'
  | 'status'
  | 'approval'
  | 'credential'
  | 'paid'
  | 'interests'
  | 'entertainment'

/** One statement: the tokens `from` to `to` (exclusive) make it one. */
export interface Statement {
  kind: StatementKind
  block: Block
  /** Not set behind the references, where a page has its small print and sentences are not read. */
  sentence: Sentence | undefined
  tokens: readonly Token[]
  from: number
  to: number
}

const findHits = compileList(list.families satisfies Record<StatementKind, string[]>, list.sets)
const PROSE: ReadonlySet<Block['zone']> = new Set(['paragraph', 'list-item', 'block-quote'])

/** All statements of the page in order of place; several of one sentence when their words differ. */
export function findStatements({ study, blocks }: Post): Statement[] {
  const read = study.units.flatMap(({ reading: { sentence, tokens } }) => statementsIn(sentence.block, sentence, tokens))
  const behind = blocks.filter(({ zone, section }) => PROSE.has(zone) && section !== undefined && section.kind !== 'body')
  return [...read, ...behind.flatMap((block) => statementsIn(block, undefined, tokenize(block.masked)))]
}

function statementsIn(block: Block, sentence: Sentence | undefined, tokens: readonly Token[]): Statement[] {
  return findHits(tokens).map(({ family, from, to }) => ({ kind: family as StatementKind, block, sentence, tokens, from, to }))
}

/** The words of a statement with their place in the source. */
export function wordsOf({ block, tokens, from, to }: Statement): Range & { text: string } {
  const textStart = tokens[from]!.start
  const textEnd = tokens[to - 1]!.end
  return { ...block.rangeOf(textStart, textEnd), text: block.text.slice(textStart, textEnd) }
}
