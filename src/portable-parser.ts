/** The parser for browsers and for machines without satteri's binary: micromark with GFM, frontmatter and MDX. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mdxFromMarkdown } from 'mdast-util-mdx'
import { gfm } from 'micromark-extension-gfm'
import { mdxjs } from 'micromark-extension-mdxjs'
import { frontmatterEnd } from './post/frontmatter.ts'
import { mendPositions } from './post/tree.ts'
import type { Parse } from './post/types.ts'

/** Parses the body; the frontmatter is blanked first, so that positions stay and it is not read as Markdown. */
export const parsePortable: Parse = (text, { mdx }) => {
  const end = frontmatterEnd(text)
  const body = end === 0 ? text : text.slice(0, end).replace(/[^\r\n\uFEFF]/g, ' ') + text.slice(end)
  const extensions = mdx ? [gfm(), mdxjs()] : [gfm()]
  const mdastExtensions = mdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()]
  return mendPositions(fromMarkdown(body, { extensions, mdastExtensions }), body)
}
