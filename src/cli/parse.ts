/** Markdown parsing on Node: satteri, or micromark where satteri has no binary (or `MEDLINT_PARSER=micromark`). */
import type { Root } from 'mdast'
import { blankFrontmatter } from '../post/frontmatter.ts'
import type { Parse } from '../post/types.ts'

const OPTIONS = { features: { gfm: true, frontmatter: false, math: false, wikilinks: false } } as const

export async function loadParser(): Promise<Parse> {
  if (process.env['MEDLINT_PARSER'] === 'micromark') return loadPortableParser()
  try {
    const satteri = await import('./native-parser.ts')
    return tolerant((text, { mdx }) => {
      const body = blankFrontmatter(text)
      return (mdx ? satteri.mdxToMdast(body, OPTIONS) : satteri.markdownToMdast(body, OPTIONS)) as Root
    })
  } catch {
    return loadPortableParser()
  }
}

async function loadPortableParser(): Promise<Parse> {
  const { parsePortable } = await import('../portable-parser.ts')
  return tolerant(parsePortable)
}

/** MDX that does not parse is read as Markdown: its prose still counts. */
function tolerant(parse: Parse): Parse {
  return (text, { mdx }) => {
    if (!mdx) return parse(text, { mdx })
    try {
      return parse(text, { mdx })
    } catch {
      return parse(text, { mdx: false })
    }
  }
}
