/** ProseMirror with its Markdown schema. */
import { baseKeymap } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { defaultMarkdownParser, defaultMarkdownSerializer, schema } from 'prosemirror-markdown'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import { offer, target } from './page.ts'

const view = new EditorView(target, {
  state: EditorState.create({
    schema,
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
  }),
})
offer({
  editorText: () => defaultMarkdownSerializer.serialize(view.state.doc),
  setEditorText(markdown) {
    const { content } = defaultMarkdownParser.parse(markdown)
    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, content))
  },
})
