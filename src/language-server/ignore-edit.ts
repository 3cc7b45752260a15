/** The comment that ignores a finding. Its reason is left empty: medlint asks for it until the author gives one. */
import type { Edit, Message } from '../lint/types.ts'
import type { Post } from '../post/types.ts'

/** `undefined` where no comment can stand, and for what the core reports. */
export function ignoreEdit(post: Post, { rule, start }: Message): Edit | undefined {
  if (rule.startsWith('medlint/')) return undefined
  const { frontmatter } = post
  if (frontmatter.format !== 'none' && start < frontmatter.end) return inFrontmatter(post, rule)
  const block = post.tree.children.find(({ type, position }) => {
    const to = position?.end.offset ?? 0
    return type !== 'yaml' && type !== ('toml' as string) && start < to
  })
  const from = block?.position?.start.offset
  if (from === undefined) return undefined
  const line = post.text.lastIndexOf('\n', from - 1) + 1
  const directive = `medlint ignore ${rule} reason=""`
  const comment = post.mdx ? `{/* ${directive} */}\n\n` : `<!--${directive}-->\n`
  return { start: line, end: line, text: withEndings(post, comment) }
}

function inFrontmatter(post: Post, rule: string): Edit | undefined {
  const { format, body, entries } = post.frontmatter
  // A second `medlint` key would break the first.
  if (format !== 'yaml' || entries.has('medlint')) return undefined
  const text = `medlint:\n  disable:\n    ${rule}:\n      reason: ""\n`
  const needsBreak = body.end > body.start && !/\n$/.test(post.text.slice(body.start, body.end))
  return { start: body.end, end: body.end, text: withEndings(post, needsBreak ? `\n${text.slice(0, -1)}` : text) }
}

function withEndings({ text }: Post, inserted: string): string {
  return /\r\n/.test(text) ? inserted.replaceAll('\n', '\r\n') : inserted
}
