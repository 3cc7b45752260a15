/** Findings of an older text on a newer one: those outside the changed part move with their words, the others are dropped. */
export function rebase<Finding extends { start: number; end: number }>(
  findings: readonly Finding[],
  before: string,
  after: string,
): Finding[] {
  if (before === after) return [...findings]
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  let suffix = 0
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix++
  const delta = after.length - before.length
  return findings.flatMap((finding) => {
    if (finding.end <= prefix) return [finding]
    if (finding.start >= before.length - suffix) return [{ ...finding, start: finding.start + delta, end: finding.end + delta }]
    return []
  })
}
