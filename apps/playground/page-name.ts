/** The name a post's file would have: rules compare it with the frontmatter. */

const LONGEST = 60
const FRONTMATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Without its ending: from `slug` or `path`, else the title, else the first heading; "post" where there is none. */
export function nameFrom(text: string): string {
  const frontmatter = FRONTMATTER.exec(text)?.[1] ?? ''
  const address = entryOf(frontmatter, 'slug') ?? entryOf(frontmatter, 'path') ?? entryOf(frontmatter, 'permalink')
  const title = entryOf(frontmatter, 'title') ?? /^#[ \t]+(.+)$/m.exec(text)?.[1]
  const last = address?.split('/').filter(Boolean).at(-1)
  return last?.replace(/\.(?:mdx?|html?)$/, '') || slugOf(title ?? '') || 'post'
}

function entryOf(frontmatter: string, key: string): string | undefined {
  const value = new RegExp(`^${key}:[ \\t]*(.+?)[ \\t]*$`, 'm').exec(frontmatter)?.[1]
  return value?.replace(/^(["'])(.*)\1$/, '$2') || undefined
}

function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  let slug = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= LONGEST) break
    slug += `-${word}`
  }
  return slug.slice(0, LONGEST)
}
