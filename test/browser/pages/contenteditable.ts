/** A contenteditable without a model of its own: what a form would send is its visible text. */
import { offer, target } from './page.ts'

offer({
  // biome-ignore lint/performance/useDomNodeTextContent: blocks have to end in line feeds
  editorText: () => target.innerText,
  setEditorText(markdown) {
    target.replaceChildren(
      ...markdown.split('\n\n').map((paragraph) => Object.assign(document.createElement('p'), { textContent: paragraph })),
    )
  },
})
