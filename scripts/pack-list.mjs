/** The packed form of a word list; src/post/packed-list.ts says what it is and reads it. */
const SIGNS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'
const FIRST_VALUE = 48

/** @param {string[]} lines `word` or `word value`, sorted */
export function packList(lines) {
  const values = new Map()
  let before = ''
  let words = ''
  let signs = ''
  for (const line of lines) {
    const space = line.indexOf(' ')
    const word = space < 0 ? line : line.slice(0, space)
    const value = space < 0 ? '' : line.slice(space + 1)
    if (!values.has(value)) values.set(value, values.size)
    let shared = 0
    while (shared < word.length && word[shared] === before[shared]) shared++
    const sign = SIGNS[before.length - shared]
    if (sign === undefined || [...word].some((letter) => SIGNS.includes(letter))) throw new Error(`"${word}" cannot be packed`)
    words += sign + word.slice(shared)
    signs += String.fromCharCode(FIRST_VALUE + values.get(value))
    before = word
  }
  return `packed\n${SIGNS}\n${[...values.keys()].join('|')}\n${words}\n${signs}\n`
}
