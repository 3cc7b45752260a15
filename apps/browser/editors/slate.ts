/** Slate: the markdown widget of Decap CMS and Netlify CMS, in both of its modes. */
import { MappedText } from './mapped-text.ts'
import { linkAddresses } from './page-world.ts'
import { readRichText } from './rich-text.ts'
import type { Adapter, Reading } from './types.ts'

export const slate: Adapter = {
  name: 'slate',
  find(element) {
    const root = element.closest<HTMLElement>('[data-slate-editor="true"]')
    if (!root || root.contentEditable === 'false') return undefined
    return {
      element: root,
      door: 'paste',
      read() {
        if (!root.isConnected) return undefined
        if (showsSource(root)) return readLines(root)
        const addresses = linkAddresses(root)
        return readRichText([root], { addressOf: (link) => addresses.get(link) })
      },
    }
  },
}

/** Nothing but lines: the raw mode, where each block is a line of Markdown. */
function showsSource(root: HTMLElement): boolean {
  return [...root.children].every((child) => child.localName === 'div' && child.getAttribute('data-slate-node') === 'element')
}

function readLines(root: HTMLElement): Reading {
  const mapped = new MappedText()
  for (const [index, line] of [...root.children].entries()) {
    if (index > 0) mapped.write('\n')
    const walker = root.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      // A line without text holds a character that keeps its height.
      if (!node.parentElement?.hasAttribute('data-slate-zero-width')) mapped.copy(node, 0, node.length)
    }
  }
  return mapped.reading(true)
}
