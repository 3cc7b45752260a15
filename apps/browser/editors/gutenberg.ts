/** The block editor of WordPress: one editable for each block and one for the title. */
import { joinFrontmatter } from './frontmatter.ts'
import { readRichText } from './rich-text.ts'
import type { Adapter } from './types.ts'

const BLOCKS = '.block-editor-block-list__layout.is-root-container'
const TITLE = '.editor-post-title__input, .wp-block-post-title'

export const gutenberg: Adapter = {
  name: 'gutenberg',
  find(element) {
    const document = element.ownerDocument
    const list = document.querySelector<HTMLElement>(BLOCKS)
    const title = document.querySelector<HTMLElement>(TITLE)
    if (!list || !(list.contains(element) || title?.contains(element))) return undefined
    return {
      element: list,
      door: 'command',
      read() {
        if (!list.isConnected) return undefined
        // Toolbars and placeholders stand between the blocks.
        const body = readRichText([list], {
          includes: (each) => isEditable(each) || each.querySelector('[contenteditable="true"]') !== null,
        })
        return title?.isConnected && !list.contains(title)
          ? joinFrontmatter([{ name: 'title', value: textOf(title) }], body)
          : body
      },
    }
  },
}

function isEditable(element: Element): boolean {
  return (element as HTMLElement).isContentEditable && !element.hasAttribute('data-rich-text-placeholder')
}

function textOf(title: HTMLElement): Text[] {
  const walker = title.ownerDocument.createTreeWalker(title, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}
