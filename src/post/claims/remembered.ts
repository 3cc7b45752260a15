/** Words come back again and again: the verdict on each is kept. */
const MOST_WORDS = 200_000

export function remembered(judge: (word: string) => boolean): (word: string) => boolean {
  const verdicts = new Map<string, boolean>()
  return (word) => {
    let verdict = verdicts.get(word)
    if (verdict === undefined) {
      if (verdicts.size >= MOST_WORDS) verdicts.clear()
      verdict = judge(word)
      verdicts.set(word, verdict)
    }
    return verdict
  }
}
