/** Pages that are a list of works themselves: "Works cited", `sleep-references.md`. */
import type { Post } from '../types.ts'

const LIST_PAGE = /\b(?:works cited|references|bibliography|reading list|recommended reading|further reading|literature list)\b/i

export function isListPage({ title, path }: Post): boolean {
  const name = path?.slice(path.lastIndexOf('/') + 1).replace(/[_-]+/g, ' ') ?? ''
  return LIST_PAGE.test(title) || LIST_PAGE.test(name)
}
