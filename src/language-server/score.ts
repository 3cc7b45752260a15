/** The score of an open document, as `medlint score` computes it. */
import { rules } from '../../rules/index.ts'
import { fullRuleSet, type PageScore, scorePost } from '../score/index.ts'
import type { Analysis } from './analysis.ts'

export function scoreOf({ post, place }: Analysis): PageScore {
  return scorePost(post, fullRuleSet(place.resolved, rules))
}
