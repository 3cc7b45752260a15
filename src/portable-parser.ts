/** The parser for browsers and for machines without satteri's binary: micromark with GFM, frontmatter and MDX. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mdxFromMarkdown } from 'mdast-util-mdx'
import { gfm } from 'micromark-extension-gfm'
import { mdxjs } from 'micromark-extension-mdxjs'
import { blankFrontmatter } from './post/frontmatter.ts'
import { mendPositions } from './post/tree.ts'
import type { Parse } from './post/types.ts'

export const parsePortable: Parse = (text, { mdx }) => {
  const body = blankFrontmatter(text)
  const extensions = mdx ? [gfm(), mdxjs()] : [gfm()]
  const mdastExtensions = mdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()]
  return mendPositions(fromMarkdown(body, { extensions, mdastExtensions }), body)
}
