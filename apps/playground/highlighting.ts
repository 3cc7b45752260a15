/** Colours of Markdown that can be read on light and dark ground, and frontmatter that is not taken for headings. */
import { markdown } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'

const frontmatter: MarkdownConfig = {
  defineNodes: [{ name: 'Frontmatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'Frontmatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== '---') return false
        while (context.nextLine() && line.text.trimEnd() !== '---');
        context.nextLine()
        context.addElement(context.elt('Frontmatter', 0, context.prevLineEnd()))
        return true
      },
    },
  ],
}

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700', color: 'var(--ink)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.labelName, tags.string], color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--link)' },
  { tag: [tags.monospace, tags.literal, tags.character, tags.escape], color: 'var(--code)' },
  { tag: tags.quote, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.comment, tags.processingInstruction, tags.contentSeparator], color: 'var(--quiet)' },
  { tag: [tags.tagName, tags.angleBracket, tags.attributeName, tags.keyword, tags.typeName], color: 'var(--code)' },
])

export const markdownSupport: Extension = [markdown({ extensions: [frontmatter] }), syntaxHighlighting(colours)]
