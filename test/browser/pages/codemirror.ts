/** CodeMirror 6 as code hosts use it: only the visible lines are in the DOM. */
import { markdown } from '@codemirror/lang-markdown'
import { basicSetup, EditorView } from 'codemirror'
import { offer, target } from './page.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content
const view = new EditorView({
  parent: target,
  extensions: [basicSetup, markdown(), EditorView.lineWrapping, nonce ? EditorView.cspNonce.of(nonce) : []],
})
offer({
  editorText: () => view.state.sliceDoc(),
  setEditorText: (insert) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }),
})
