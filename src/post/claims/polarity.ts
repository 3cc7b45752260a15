/** Is a phrase denied, asked or made a condition? Resolved before any word list is believed (RULES.md 2.5). */
import { endsClause, type Token } from './tokens.ts'

const NEGATORS = new Set(
  'no not never cannot without neither nor none nobody nothing hardly scarcely rarely seldom few little unlikely fail fails failed lack lacks lacking myth false untrue unproven refuse'.split(
    ' ',
  ),
)
/** Words that make what follows a question, a condition or somebody else's statement. */
const DISTANCING = new Set(
  'if whether unless claim claims claimed claiming promise promises promised promising supposed supposedly alleged allegedly called beware hype myths hope hoping pretend possible'.split(
    ' ',
  ),
)

export function isNegator({ text }: Token): boolean {
  return NEGATORS.has(text) || text.endsWith("n't")
}

/** What a negated verb of these says nothing about: "it does not prove that X is risk-free". */
const PROVING = new Set('prove mean imply guarantee show suggest demonstrate establish say make'.split(' '))
/** How far back such a verb is looked for. */
const LONGEST_CLAUSE = 14

/** A negator or distancing word within `window` tokens in front of token `from`, in the same clause. */
export function isDenied(tokens: readonly Token[], from: number, window: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= window; at--) {
    const token = tokens[at]!
    if (isNegator(token) || DISTANCING.has(token.text)) return true
    if (endsClause(token)) return false
  }
  return isInDeniedProof(tokens, from)
}

function isInDeniedProof(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > 0 && from - at <= LONGEST_CLAUSE; at--) {
    if (PROVING.has(tokens[at]!.text) && isNegator(tokens[at - 1]!)) return true
  }
  return false
}
