/** Quill: one line of the text is one paragraph; its model always ends with a line feed. */
import Quill from 'quill'
import 'quill/dist/quill.snow.css'
import { offer, target } from './page.ts'

const quill = new Quill(target, { theme: 'snow' })
offer({
  editorText: () => quill.getText().replace(/\n$/, ''),
  setEditorText: (markdown) => quill.setText(markdown),
})
