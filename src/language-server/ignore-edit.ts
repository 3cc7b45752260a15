/** The comment that ignores a finding. Without a reason it is left empty: medlint asks for one until the author gives it. */
import type { Edit, Message } from '../lint/types.ts'
import type { Post } from '../post/types.ts'

/** `undefined` where no comment can stand, and for what the core reports. */
export function ignoreEdit(post: Post, { rule, start }: Message, reason = ''): Edit | undefined {
  if (rule.startsWith('medlint/')) return undefined
  const { frontmatter } = post
  if (frontmatter.format !== 'none' && start < frontmatter.end) return inFrontmatter(post, rule, reason)
  const block = post.tree.children.find(({ type, position }) => {
    const to = position?.end.offset ?? 0
    return type !== 'yaml' && type !== ('toml' as string) && start < to
  })
  const from = block?.position?.start.offset
  if (from === undefined) return undefined
  const line = post.text.lastIndexOf('\n', from - 1) + 1
  const directive = `medlint ignore ${rule} reason="${inComment(reason)}"`
  const comment = post.mdx ? `{/* ${directive} */}\n\n` : `<!--${directive}-->\n`
  return { start: line, end: line, text: withEndings(post, comment) }
}

function inFrontmatter(post: Post, rule: string, reason: string): Edit | undefined {
  const { format, body, entries } = post.frontmatter
  // A second `medlint` key would break the first.
  if (format !== 'yaml' || entries.has('medlint')) return undefined
  const text = `medlint:\n  disable:\n    ${rule}:\n      reason: ${JSON.stringify(oneLine(reason))}\n`
  const needsBreak = body.end > body.start && !/\n$/.test(post.text.slice(body.start, body.end))
  return { start: body.end, end: body.end, text: withEndings(post, needsBreak ? `\n${text.slice(0, -1)}` : text) }
}

/** Nothing that would end the attribute or the comment. */
function inComment(reason: string): string {
  return oneLine(reason)
    .replaceAll('"', "'")
    .replaceAll('*/', '* /')
    .replace(/-{2,}>?/g, '–')
}

function oneLine(reason: string): string {
  return reason.trim().replace(/\s+/g, ' ')
}

function withEndings({ text }: Post, inserted: string): string {
  return /\r\n/.test(text) ? inserted.replaceAll('\n', '\r\n') : inserted
}
