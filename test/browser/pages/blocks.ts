/** One contenteditable for each block, with a model fed by input events alone, as the block editor of WordPress (Gutenberg) does it. */
import { offer, PARAGRAPH_END, target } from './page.ts'

interface Block {
  level: number
  text: string
}

let blocks: Block[] = []

function elementOf(block: Block): HTMLElement {
  const element = document.createElement(block.level ? `h${block.level}` : 'p')
  element.contentEditable = 'true'
  element.className = 'block-editor-rich-text__editable block-editor-block-list__block wp-block'
  element.dataset.type = block.level ? 'core/heading' : 'core/paragraph'
  element.setAttribute('role', 'document')
  element.setAttribute('aria-label', block.level ? 'Block: Heading' : 'Block: Paragraph')
  element.textContent = block.text
  element.addEventListener('input', () => {
    block.text = element.textContent ?? ''
  })
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const next = { level: 0, text: '' }
    blocks.splice(blocks.indexOf(block) + 1, 0, next)
    const added = elementOf(next)
    element.after(added)
    added.focus()
  })
  return element
}

function setEditorText(markdown: string): void {
  blocks = markdown.split(PARAGRAPH_END).map((text) => {
    const heading = /^(#{1,6}) (.*)$/s.exec(text)
    return heading ? { level: heading[1]!.length, text: heading[2]! } : { level: 0, text }
  })
  target.replaceChildren(...blocks.map(elementOf))
}

setEditorText('')
offer({
  editorText: () => blocks.map(({ level, text }) => (level ? `${'#'.repeat(level)} ${text}` : text)).join('\n\n'),
  setEditorText,
})
