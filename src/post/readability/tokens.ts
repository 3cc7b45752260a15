/** The words of a sentence as the frequency list knows them. */
const TOKEN = /[a-z][a-z'-]*/g
const DIGIT = /\d/
const NUMBER_PART = /-\d+(?![^-])/g
const NOT_ASCII = /[^\x00-\x7F]/
const APOSTROPHES = /[’ʼ＇]/g
const HYPHENS = /[‐‑]/g
/** Accents, soft hyphens and zero-width joiners. */
const DROPPED = /[\p{M}\u00AD\u200C\u200D]/gu

/** Contractions are absent from the list (it has `don` and `t`), so "don't" is read as "do not". */
const IRREGULAR = new Map<string, readonly string[]>(
  Object.entries({
    "can't": ['can', 'not'],
    "won't": ['will', 'not'],
    "shan't": ['shall', 'not'],
    "ain't": ['is', 'not'],
    "let's": ['let'],
  }),
)
const ENCLITIC = /'(?:ll|re|ve|d|m|s)$/

/**
 * Lower-case tokens of one word. None for what starts with a digit (12, 12-week). A name with a digit (BRCA1) is one token,
 * without plain numbers behind a hyphen (COVID-19 is "covid"): skipping such names costs .014 of the correlation with people.
 */
export function tokensOf(text: string): readonly string[] {
  let lower = text.toLowerCase()
  if (DIGIT.test(text)) return DIGIT.test(text[0]!) ? [] : [lower.replace(NUMBER_PART, '')]
  if (NOT_ASCII.test(lower)) lower = lower.replace(APOSTROPHES, "'").replace(HYPHENS, '-').normalize('NFD').replace(DROPPED, '')
  if (PLAIN.test(lower)) return [lower]
  return (lower.match(TOKEN) ?? []).flatMap(expand)
}

const PLAIN = /^[a-z]+$/

function expand(token: string): readonly string[] {
  const irregular = IRREGULAR.get(token)
  if (irregular) return irregular
  let bare = token.replace(ENCLITIC, '')
  const negated = bare.endsWith("n't")
  if (negated) bare = bare.slice(0, -3)
  bare = trim(bare)
  if (bare === '') return negated ? ['not'] : []
  return negated ? [bare, 'not'] : [bare]
}

function trim(token: string): string {
  let start = 0
  let end = token.length
  while (start < end && (token[start] === "'" || token[start] === '-')) start++
  while (end > start && (token[end - 1] === "'" || token[end - 1] === '-')) end--
  return token.slice(start, end)
}
