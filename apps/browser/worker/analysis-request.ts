/** From a text on a page and the settings to what the engine is asked. */
import { rules } from '../../../src/core.ts'
import type { AnalysisRequest } from '../../engine/types.ts'
import type { Settings } from '../settings.ts'

/** A text without frontmatter is a body: what the rest of the form holds is not known, so nothing is said about it. */
const FRONTMATTER_OFF = Object.fromEntries(
  Object.values(rules)
    .filter(({ meta }) => meta.family === 'frontmatter')
    .map(({ meta }) => [meta.id, 'off']),
)

/** @param host of the page the text is written on: links to it are links to the own site */
export function analysisRequest(text: string, host: string, { preset, audience }: Settings, now: string): AnalysisRequest {
  const options = {
    ...(hasFrontmatter(text) ? {} : { rules: FRONTMATTER_OFF }),
    ...(audience === '' ? {} : { audience }),
    ...(host === '' ? {} : { ownDomains: [host.replace(/^www\./, '')] }),
  }
  return { text, preset, options, now }
}

export function hasFrontmatter(text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/.test(text)
}
