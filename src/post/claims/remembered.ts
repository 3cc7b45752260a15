/** Short words come back again and again: the verdict on each is kept. */
const MOST_WORDS = 50_000
/** A longer piece of a text may hold on to all of it in memory. */
const LONGEST_WORD = 12

export function remembered(judge: (word: string) => boolean): (word: string) => boolean {
  const verdicts = new Map<string, boolean>()
  return (word) => {
    if (word.length > LONGEST_WORD) return judge(word)
    let verdict = verdicts.get(word)
    if (verdict === undefined) {
      if (verdicts.size >= MOST_WORDS) verdicts.clear()
      verdict = judge(word)
      verdicts.set(word, verdict)
    }
    return verdict
  }
}
