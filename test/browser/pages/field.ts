/** A native field, `#editor`. */
import { offer, target } from './page.ts'

const field = target as HTMLTextAreaElement
offer({
  editorText: () => field.value,
  setEditorText(markdown) {
    field.value = markdown
  },
})
