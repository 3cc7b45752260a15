/** A hash that is the same on every host and needs nothing of one. It tells texts apart; it hides nothing. */

const PRIME = 0x01000193
/** Start values of FNV-1a, and of a second run of it that differs from the first. */
const SEEDS = [0x811c9dc5, 0x9e3779b9] as const

/** 16 hexadecimal digits: twice 32 bits of FNV-1a over the UTF-16 code units, each mixed at the end as in MurmurHash3. */
export function textHash(text: string): string {
  return SEEDS.map((seed) => hex(mixed(fnv(text, seed)))).join('')
}

/** 8 hexadecimal digits, where a rare mix-up does no harm. */
export function shortHash(text: string): string {
  return hex(mixed(fnv(text, SEEDS[0])))
}

function fnv(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), PRIME)
    hash = Math.imul(hash ^ (unit >> 8), PRIME)
  }
  return hash
}

function mixed(hash: number): number {
  let result = hash
  result = Math.imul(result ^ (result >>> 16), 0x85ebca6b)
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35)
  return (result ^ (result >>> 16)) >>> 0
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0')
}
