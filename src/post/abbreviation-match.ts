/** Which words an abbreviation stands for. Schwartz & Hearst 2003 (a simple algorithm for abbreviation definitions): letters matched from the right. */

/**
 * The end of `text` that spells out `short`, or `undefined`. `strict` asks that every letter starts a word (for forms without brackets,
 * where nothing else says that this is a definition).
 */
export function matchLongForm(short: string, text: string, strict = false): string | undefined {
  const letters = [...short].filter((character) => /[\p{L}\p{N}]/u.test(character))
  const lead = withinSentence(text)
  const words = wordsOf(lead)
  const most = Math.min(letters.length + 5, letters.length * 2)
  const from = words.length > most ? words[words.length - most]!.start : (words[0]?.start ?? 0)
  const phrase = lead.slice(from).trimEnd()
  const start = strict ? matchInitials(letters, phrase) : matchLetters(letters, phrase)
  if (start === undefined) return undefined
  const long = phrase.slice(start).replace(/^["'“‘*]+/, '')
  const inside = wordsOf(long)
  if (long.length <= short.length || inside.some(({ word }) => word === short)) return undefined
  // One short word can hold the letters of anything: "patients (PTs)".
  if (inside.length === 1 && (strict || long.length < letters.length * 3)) return isContraction(short, long) ? long : undefined
  return long
}

/** One-word long forms are real when the abbreviation is of the kind `TB` (tuberculosis), `miRNA` (microRNA), `Aβ` (amyloid-beta). */
function isContraction(short: string, long: string): boolean {
  return long.length >= short.length + 2 && (/[a-z\u03B1-\u03C9]/.test(short) || long.includes('-'))
}

function withinSentence(text: string): string {
  const stop = Math.max(
    text.lastIndexOf('. '),
    text.lastIndexOf('; '),
    text.lastIndexOf('? '),
    text.lastIndexOf('! '),
    text.lastIndexOf('\n'),
  )
  const bracket = Math.max(text.lastIndexOf('('), text.lastIndexOf(')'), text.lastIndexOf('['))
  return text.slice(Math.max(stop, bracket) + 1)
}

function wordsOf(text: string): { word: string; start: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)].map((match) => ({ word: match[0], start: match.index }))
}

const GREEK: Record<string, string> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', κ: 'kappa', λ: 'lambda', ω: 'omega' }

/** Schwartz & Hearst: each letter somewhere, in order, the first one at the start of a word. */
function matchLetters(letters: string[], phrase: string): number | undefined {
  const text = phrase.toLowerCase()
  let at = text.length
  for (let index = letters.length - 1; index >= 0; index--) {
    const letter = letters[index]!.toLowerCase()
    const greek = GREEK[letter]
    at--
    if (greek) {
      const found = text.lastIndexOf(greek, at)
      const symbol = text.lastIndexOf(letter, at)
      at = Math.max(found, symbol)
    } else {
      while (at >= 0 && (text[at] !== letter || (index === 0 && at > 0 && isInside(text, at)))) at--
    }
    if (at < 0) return undefined
  }
  return startOfWord(text, at)
}

/** Every letter starts a word or a part of one after a hyphen; small words in between are free (`body mass index`, `quality of life`). */
function matchInitials(letters: string[], phrase: string): number | undefined {
  const parts = [...phrase.matchAll(/[\p{L}\p{N}]+/gu)]
  let index = letters.length - 1
  for (let part = parts.length - 1; part >= 0; part--) {
    const { 0: word, index: at } = parts[part]!
    if (word[0]!.toLowerCase() === letters[index]!.toLowerCase()) {
      if (index === 0) return at
      index--
    } else if (!/^(?:of|and|the|for|in|to|with|on|by|a|an)$/i.test(word) || index === letters.length - 1) {
      return undefined
    }
  }
  return undefined
}

function isInside(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1]!)
}

function startOfWord(text: string, at: number): number {
  let start = at
  while (start > 0 && /[\p{L}\p{N}'’-]/u.test(text[start - 1]!)) start--
  return start
}
