/**
 * Word lists for the way over a network: half the size of the plain text, which is made of them when a list is first asked for.
 *
 * Five lines: `packed`; the signs; the values with `|` between them; the words; the value of each word. A word is a sign, the number of which
 * says how many letters of the word before it fall away, and the letters that follow. A value is its number as one character from `0` on.
 */
import type { Resources } from './types.ts'

const HEAD = 'packed\n'
const FIRST_VALUE = 48
/** Marks are signs, but for the apostrophe. */
const WORD = /([!-&(-/:-@[-`{-~])([^!-&(-/:-@[-`{-~]*)/g

const readers = new WeakMap<Resources, Resources>()

/** The lists of a host, of which some may be packed. */
export function plainLists(resources: Resources): Resources {
  let reader = readers.get(resources)
  if (!reader) {
    const plain = new Map<string, string>()
    reader = (name) => {
      const text = resources(name)
      if (!text?.startsWith(HEAD)) return text
      const known = plain.get(name) ?? unpackList(text)
      plain.set(name, known)
      return known
    }
    readers.set(resources, reader)
  }
  return reader
}

/** Lines `word` or `word value`, sorted as they were packed. */
export function unpackList(text: string): string {
  const [, signs = '', table = '', words = '', values = ''] = text.split('\n')
  const endings = table.split('|').map((value) => (value === '' ? '\n' : ` ${value}\n`))
  let lines = ''
  let word = ''
  let index = 0
  for (const [, sign, letters] of words.matchAll(WORD)) {
    word = word.slice(0, word.length - signs.indexOf(sign!)) + letters
    lines += word + endings[values.charCodeAt(index++) - FIRST_VALUE]
  }
  return lines
}
