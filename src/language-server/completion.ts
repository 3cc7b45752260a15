/** Keys for the frontmatter: what the site's schema and the configured rules ask for and the page does not have yet. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { collectionFor } from '../config/cms-schema.ts'
import type { CmsField } from '../post/types.ts'
import type { Analysis } from './analysis.ts'
import { rangeIn } from './diagnostics.ts'

/** A key being typed at the start of a line, of an object's first level only. */
const KEY_SO_FAR = /(?:^|\n)([\w-]*)$/

export function completionsAt(analysis: Analysis, offset: number): CompletionItem[] {
  const { document, post, place } = analysis
  const { frontmatter } = post
  if (frontmatter.format !== 'yaml' && frontmatter.format !== 'toml') return []
  if (offset < frontmatter.body.start || offset > frontmatter.body.end) return []
  const typed = KEY_SO_FAR.exec(post.text.slice(frontmatter.body.start, offset))?.[1]
  if (typed === undefined) return []
  const given = keysIn(post.text.slice(frontmatter.body.start, frontmatter.body.end))
  const range = rangeIn(document, { start: offset - typed.length, end: offset })
  const [joint, quote] = frontmatter.format === 'toml' ? [' = ', '""'] : [': ', '']
  const schema = post.project.cmsSchema
  const collection = schema && collectionFor(schema, post.path, frontmatter.data)
  const keys = new Map<string, string>()
  for (const field of collection?.fields ?? [])
    if (field.name !== 'body') keys.set(field.name, fieldDetail(field, schema!.source))
  for (const [rule, key] of keysOfRules(place.resolved.rules)) if (!keys.has(key)) keys.set(key, `asked for by ${rule}`)
  return [...keys]
    .filter(([key]) => !given.has(key))
    .map(([key, detail], index) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range, newText: `${key}${joint}${quote}` },
    }))
}

/** Read line by line: while a key is being typed, the frontmatter as a whole cannot be read. */
function keysIn(frontmatter: string): Set<string> {
  return new Set([...frontmatter.matchAll(/^([\w-]+)[ \t]*[:=]/gm)].map(([, key]) => key!))
}

function fieldDetail({ widget, required, options }: CmsField, source: string): string {
  const values = options && options.length > 0 ? `: ${options.join(', ')}` : ''
  return `${required ? 'required ' : ''}${widget}${values} (${source})`
}

type Rules = Analysis['place']['resolved']['rules']

/** The first name of each thing that a rule of the frontmatter looks for under several names. */
function* keysOfRules(rules: Rules): Generator<[rule: string, key: string]> {
  for (const [rule, { level, options }] of Object.entries(rules)) {
    if (level === 'off' || !rule.startsWith('frontmatter-')) continue
    const { required, aliases } = options as { required?: unknown; aliases?: unknown }
    if (Array.isArray(required)) for (const key of required) if (typeof key === 'string' && !key.includes('.')) yield [rule, key]
    if (Array.isArray(aliases) && typeof aliases[0] === 'string') yield [rule, aliases[0]]
  }
}
