/** YAML with the line of each key and entry, as `json-text.ts` gives them for JSON. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type ParsedText, TextError } from './json-text.ts'

export function parseYamlText(text: string): ParsedText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [problem] = document.errors
  if (problem) throw new TextError(sentence(problem.message), lines.linePos(problem.pos[0]).line)
  return {
    data: document.toJS({ maxAliasCount: 100 }),
    lineOf: (path) => lines.linePos(offsetOf(document.contents, path)).line || 1,
  }
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => (isScalar(item.key) ? String(item.key.value) : String(item.key)) === String(step))
      if (!pair) break
      offset = (pair.key as Node | null)?.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else break
  }
  return offset
}
