/** The score of a post. Pure: the same text, configuration, date and data give the same score on every host. */
import type { ResolvedConfig, ResolvedRule } from '../config/types.ts'
import type { Rule } from '../lint/define-rule.ts'
import { lint } from '../lint/lint.ts'
import type { Settings } from '../lint/types.ts'
import type { Post } from '../post/types.ts'
import { type Score, score } from './formula.ts'
import { type LostPoint, lostPoints } from './lost-points.ts'
import { readPage } from './read-page.ts'

export interface PageScore extends Score {
  /** Why there is no total though there may be claims. */
  unrated: 'not a publication' | 'policy page' | 'not English' | undefined
  grade: { value: number; target: number } | undefined
  topics: Record<'harm' | 'limits' | 'alternatives' | 'clinician', boolean> | undefined
  lost: LostPoint[]
}

/** What makes a page lose points has to be told, whatever a configuration hides or lowers; how strictly is up to its options. */
const FIXED: Readonly<Record<string, object>> = { 'frontmatter-author': { requireCredentials: true } }
const HIDING = new Set(['ignore', 'sections', 'severity'])

/** Every rule on, no suppressions: the configuration that scores are computed with. `rules`: the built-in ones. */
export function fullRuleSet(config: ResolvedConfig, rules: Readonly<Record<string, Rule>>): ResolvedConfig {
  const all = Object.entries(rules).map(([id, rule]): [string, ResolvedRule] => {
    const own = Object.entries(config.rules[id]?.options ?? rule.meta.defaultOptions).filter(([key]) => !HIDING.has(key))
    return [id, { rule, level: rule.meta.severity, overridden: false, options: { ...Object.fromEntries(own), ...FIXED[id] } }]
  })
  return { ...config, rules: Object.fromEntries(all), directives: { ...config.directives, enabled: false } }
}

/** `full`: what `fullRuleSet` made. */
export function scorePost(post: Post, full: ResolvedConfig): PageScore {
  const { messages, settings } = lint(post, full)
  const input = readPage({ post, messages, settings, config: full })
  const unrated = reasonNotToRate(post, settings)
  const result = score(input)
  const { plain, balance } = input
  return {
    ...result,
    ...(unrated ? { total: undefined, letter: undefined, cap: undefined } : {}),
    unrated,
    grade: plain && { value: Math.round(plain.grade * 10) / 10, target: plain.target },
    topics: balance && {
      harm: balance.harm === 'specific',
      limits: balance.limits,
      alternatives: balance.alternatives,
      clinician: balance.clinician,
    },
    lost: unrated || result.total === undefined ? [] : lostPoints(input, result, messages),
  }
}

function reasonNotToRate(post: Post, { content, pageType }: Settings): PageScore['unrated'] {
  if (!content) return 'not a publication'
  if (pageType === 'policy') return 'policy page'
  return post.language === 'en' ? undefined : 'not English'
}
