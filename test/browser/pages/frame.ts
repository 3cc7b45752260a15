/** The editor lives in a frame, as the canvas of WordPress does. */
import { offer } from './page.ts'

const frame = document.querySelector('iframe')!
const field = () => frame.contentDocument!.querySelector('textarea')!
offer({
  editorText: () => field().value,
  setEditorText(markdown) {
    field().value = markdown
  },
})
