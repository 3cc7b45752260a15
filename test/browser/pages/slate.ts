/** Slate as the raw mode of Decap CMS uses it: one block for each line of the source. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createEditor, Editor, Node, Transforms } from 'slate'
import { withHistory } from 'slate-history'
import { Editable, Slate, withReact } from 'slate-react'
import { offer, target } from './page.ts'

const editor = withHistory(withReact(createEditor()))
const linesOf = (text: string) => text.split('\n').map((line) => ({ type: 'paragraph', children: [{ text: line }] }))

createRoot(target).render(
  createElement(Slate, {
    editor,
    initialValue: linesOf(''),
    // biome-ignore lint/correctness/noChildrenProp: the types of Slate want it among the properties
    children: createElement(Editable, { 'aria-label': 'Post' }),
  }),
)
offer({
  editorText: () => editor.children.map((node) => Node.string(node)).join('\n'),
  setEditorText(markdown) {
    Editor.withoutNormalizing(editor, () => {
      Transforms.deselect(editor)
      for (let index = editor.children.length - 1; index >= 0; index--) Transforms.removeNodes(editor, { at: [index] })
      Transforms.insertNodes(editor, linesOf(markdown), { at: [0] })
    })
  },
})
