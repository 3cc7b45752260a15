/** Lexical, the editor of Ghost. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { $createHeadingNode, $isHeadingNode, HeadingNode, type HeadingTagType, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { offer, PARAGRAPH_END, target } from './page.ts'

const editor = createEditor({
  namespace: 'page',
  nodes: [HeadingNode],
  onError(error) {
    throw error
  },
})
editor.setRootElement(target)
registerRichText(editor)
registerHistory(editor, createEmptyHistoryState(), 300)

function blockOf(markdown: string) {
  const [, marks = '', text = markdown] = /^(#{1,6}) (.*)$/s.exec(markdown) ?? []
  const block = marks ? $createHeadingNode(`h${marks.length}` as HeadingTagType) : $createParagraphNode()
  return text ? block.append($createTextNode(text)) : block
}

offer({
  editorText: () =>
    editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((node) => `${$isHeadingNode(node) ? `${'#'.repeat(Number(node.getTag()[1]))} ` : ''}${node.getTextContent()}`)
        .join('\n\n'),
    ),
  setEditorText(markdown) {
    editor.update(
      () => {
        $getRoot()
          .clear()
          .append(...markdown.split(PARAGRAPH_END).map(blockOf))
      },
      { discrete: true },
    )
  },
})
