/** Names written with the wrong capitals: "E. Coli", "alzheimer's". */
import list from '../../../data/usage.json' with { type: 'json' }
import type { Block, Sentence } from '../types.ts'
import type { Slip } from './types.ts'

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(list.names))
const SPECIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(list.species).map(([initial, names]) => [initial, new Set(names.split(' '))]),
)
const ORGANISM = /(?<![\p{L}\d.])(\p{L})\.\s?(\p{L}\p{Ll}{3,})(?!\p{L})/gu

export function nameSlips({ block, words }: Sentence): Slip[] {
  const slips: Slip[] = []
  for (const { form, textStart, textEnd } of words) {
    const name = NAMES.get(form.lower)
    // "Covid-19" is a house style; without any capital it is none.
    if (name !== undefined && form.text.replaceAll('’', "'") !== name && form.text === form.text.toLowerCase())
      slips.push(slip(block, textStart, textEnd, keepApostrophe(name, form.text)))
  }
  return slips
}

export function organismSlips(block: Block): Slip[] {
  if (!/\p{L}\.\s?\p{L}/u.test(block.masked)) return []
  return [...block.masked.matchAll(ORGANISM)].flatMap(({ 0: whole, 1: initial = '', 2: name = '', index }) => {
    const species = name.toLowerCase()
    if (!SPECIES.get(initial.toLowerCase())?.has(species) || block.text.toUpperCase() === block.text) return []
    if (initial === initial.toUpperCase() && name === species) return []
    return [slip(block, index, index + whole.length, `${initial.toUpperCase()}. ${species}`)]
  })
}

function slip(block: Block, textStart: number, textEnd: number, text: string): Slip {
  return { check: 'termCase', block, textStart, textEnd, changes: [{ textStart, textEnd, text }] }
}

const keepApostrophe = (name: string, written: string) => (written.includes('’') ? name.replace("'", '’') : name)
