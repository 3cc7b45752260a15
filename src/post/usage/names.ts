/** Names written with the wrong capitals: "E. Coli", "alzheimer's". */
import list from '../../../data/usage.json' with { type: 'json' }
import type { Block, Sentence, Word } from '../types.ts'
import type { Slip } from './types.ts'

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(list.names))
/** Initials of the genera that a species name goes with. */
const SPECIES = new Map<string, string>()
for (const [initial, names] of Object.entries(list.species))
  for (const name of names.split(' ')) SPECIES.set(name, (SPECIES.get(name) ?? '') + initial)
const INITIAL = /(?<![\p{L}\d.])(\p{L})\.\s?$/u
/** What an initial takes, with a character in front of it. */
const INITIAL_WINDOW = 4

/** Words, in lower case, that `nameSlip` has something to say of. */
export const NAME_WORDS: readonly string[] = [...NAMES.keys(), ...SPECIES.keys()]

export function nameSlip({ block }: Sentence, { form, textStart, textEnd }: Word): Slip | undefined {
  const { text, lower } = form
  const name = NAMES.get(lower)
  if (name === undefined) return organismSlip(block, lower, textStart, textEnd)
  // "Covid-19" is a house style; without any capital it is none.
  if (text !== text.toLowerCase() || text.replaceAll('’', "'") === name) return undefined
  return slip(block, textStart, textEnd, text.includes('’') ? name.replace("'", '’') : name)
}

function organismSlip(block: Block, species: string, textStart: number, textEnd: number): Slip | undefined {
  const before = INITIAL.exec(block.masked.slice(Math.max(0, textStart - INITIAL_WINDOW), textStart))
  const initial = before?.[1]
  if (initial === undefined || !SPECIES.get(species)?.includes(initial.toLowerCase())) return undefined
  const start = textStart - before![0].length
  const right = `${initial.toUpperCase()}. ${species}`
  const written = block.text.slice(start, textEnd)
  // A line in capitals throughout has no case to get wrong.
  if (written.replace(/\.\s?/, '. ') === right || written === written.toUpperCase()) return undefined
  return slip(block, start, textEnd, right)
}

function slip(block: Block, textStart: number, textEnd: number, text: string): Slip {
  return { check: 'termCase', block, textStart, textEnd, changes: [{ textStart, textEnd, text }] }
}
