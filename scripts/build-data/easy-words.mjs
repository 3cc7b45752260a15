/**
 * easy-words.txt: words that school children know, for the formulas that count the others. Lines `word lists`, sorted by code
 * unit; lists: `d` Dale & Chall's 3,000 words of 1948 to 1983 (npm dale-chall), `s` Spache's 1,041 words of 1974 (npm spache).
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { daleChall } from 'dale-chall'
import { spache } from 'spache'

export async function build(outputFolder) {
  const lists = new Map()
  for (const [flag, words] of Object.entries({ d: daleChall, s: spache })) {
    for (const word of words) lists.set(word, (lists.get(word) ?? '') + flag)
  }
  const words = [...lists.keys()].sort((a, b) => (a < b ? -1 : 1))
  writeFileSync(path.join(outputFolder, 'easy-words.txt'), `${words.map((word) => `${word} ${lists.get(word)}`).join('\n')}\n`)
}
