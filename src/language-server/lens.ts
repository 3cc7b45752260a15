/** One line over the title that sums up the page. */
import type { CodeLens } from 'vscode-languageserver'
import { readsByBlock } from '../lint/settings.ts'
import { isSupported } from '../post/claims/support.ts'
import type { Analysis } from './analysis.ts'
import { rangeIn } from './diagnostics.ts'

export function lenses(analysis: Analysis): CodeLens[] {
  const { document, post } = analysis
  const title = summaryOf(analysis)
  return title === '' ? [] : [{ range: rangeIn(document, post.titleRange), command: { title, command: '' } }]
}

/** "2 errors, 5 warnings · 3 of 12 claims cited · grade 10.8" */
export function summaryOf({ post, result }: Analysis): string {
  const count = (severity: string) => result.messages.filter((message) => message.severity === severity).length
  const counts = [plural(count('error'), 'error'), plural(count('warn'), 'warning')].filter((text) => text !== '')
  const parts = [counts.length > 0 ? counts.join(', ') : 'no errors or warnings']
  const byBlock = readsByBlock(result.settings())
  const claims = post.claims.filter(({ fragment, level }) => !fragment && level !== 'low')
  const cited = claims.filter((claim) => isSupported(claim, byBlock))
  if (claims.length > 0) parts.push(`${cited.length} of ${claims.length} claims cited`)
  const grade = post.language === 'en' ? post.readability.grade.fleschKincaid : undefined
  if (grade !== undefined) parts.push(`grade ${grade.toFixed(1)}`)
  return parts.join(' · ')
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
