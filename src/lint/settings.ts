/** Audience and page type of one file: frontmatter first, then configuration, then inference (RULES.md 1.4). */
import type { ResolvedConfig } from '../config/types.ts'
import { pageNameOf } from '../post/page-path.ts'
import type { Post } from '../post/types.ts'
import { isPolicyName, isPublication } from './page-names.ts'
import type { Audience, PageType, Settings } from './types.ts'

export const AUDIENCES: readonly Audience[] = ['patient', 'general', 'clinician']
export const PAGE_TYPES: readonly PageType[] = [
  'article',
  'treatment',
  'condition',
  'monograph',
  'prevention',
  'supplement',
  'story',
  'news',
  'hub',
  'logistics',
  'policy',
]

const TEMPLATE_KEYS = ['type', 'pageType', 'templateKey', 'layout', 'template', 'category']
const MONOGRAPH = /^(?:dos(?:e|es|ing|age)|contraindications?|adverse (?:effects|reactions|events)|(?:drug )?interactions)\b/

export function settingsFor(post: Post, config: ResolvedConfig): Settings {
  const { region, species, now, content } = config
  const written = post.frontmatter.data['audience']
  const audience = AUDIENCES.find((each) => each === written) ?? config.audience
  return { audience, pageType: pageTypeOf(post, config), region, species, now, content }
}

/** Pages on which one marker behind a section supports all of it (RULES.md 2.7, `1:block`). */
export function readsByBlock({ pageType, audience }: Settings): boolean {
  return pageType === 'monograph' || audience === 'clinician'
}

function pageTypeOf(post: Post, config: ResolvedConfig): PageType {
  const { data } = post.frontmatter
  for (const key of TEMPLATE_KEYS) {
    const value = data[key]
    if (typeof value !== 'string') continue
    const mapped = Object.hasOwn(config.pageTypes, value) ? config.pageTypes[value] : undefined
    if (mapped) return mapped
    if (key !== 'type' && key !== 'pageType') continue
    const named = PAGE_TYPES.find((type) => type === value.toLowerCase())
    if (named) return named
  }
  if (isPolicyName(post.title) || isPolicyName(pageNameOf(post.path) ?? '')) return 'policy'
  // A file that is named in `contentFiles` is content, whatever it is called.
  if (!config.content && post.path !== undefined && !isPublication(post.path)) return 'policy'
  const headings = new Set(post.sections.map((section) => MONOGRAPH.exec(section.title.trim().toLowerCase())?.[0].slice(0, 6)))
  headings.delete(undefined)
  return headings.size >= 2 ? 'monograph' : 'article'
}
