/** A reader of HTML that forgives nothing: only tags and attributes medlint may write, all quoted, closed and nested. */

export interface Element {
  name: string
  attributes: Map<string, string>
  classes: string[]
  parents: Element[]
  /** Text inside, entities decoded; `keep` can leave inner elements out. */
  text(keep?: (element: Element) => boolean): string
}

const ALLOWED: Record<string, string[]> = {
  html: ['lang'],
  meta: ['charset', 'http-equiv', 'content', 'name'],
  a: ['href', 'aria-label', 'title', 'rel'],
  section: ['aria-labelledby', 'aria-label'],
  div: ['dir', 'lang'],
  details: ['open'],
  th: ['scope'],
  svg: ['viewBox', 'role', 'aria-label'],
  rect: ['x', 'y', 'width', 'height'],
  line: ['x1', 'y1', 'x2', 'y2'],
  text: ['x', 'y', 'text-anchor'],
}
const PLAIN = 'head title style body header main h1 h2 p ul li summary mark b i bdi br span table thead tbody tr td g'.split(' ')
const ANYWHERE = ['class', 'id']
const VOID = new Set(['meta', 'br'])

const TOKEN = /<!DOCTYPE html>|<(\/?)([a-z]\w*)((?: [a-z][\w-]*(?:="[^"<>]*")?)*)>|([^<]+)/y
const ATTRIBUTE = / ([a-z][\w-]*)(?:="([^"]*)")?/g
const BARE = />|&(?!(?:amp|lt|gt|quot|#39);)/
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** All elements in order. Throws where the text is not strict. */
export function readHtml(html: string): Element[] {
  const elements: Element[] = []
  const open: { element: Element; parts: (string | Element)[] }[] = []
  const fail = (what: string, offset: number): never => {
    throw new Error(`${what} at ${JSON.stringify(html.slice(Math.max(0, offset - 60), offset + 60))}`)
  }
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < html.length) {
    const offset = TOKEN.lastIndex
    const token = TOKEN.exec(html)
    if (!token) return fail('no token', offset)
    const [, closing, name, attributeText, text] = token
    if (text !== undefined) {
      if (BARE.test(text) && open.at(-1)?.element.name !== 'style') fail('bare & or >', offset)
      open.at(-1)?.parts.push(text.replace(/&([a-z]+|#39);/g, (_, entity: string) => ENTITIES[entity]!))
      continue
    }
    if (name === undefined) continue
    if (closing) {
      if (open.pop()?.element.name !== name) fail(`</${name}> closes something else`, offset)
      continue
    }
    const element = elementOf(name, attributeText ?? '', (what) => fail(what, offset))
    element.parents = open.map((each) => each.element)
    if (name === 'a' && element.parents.some((parent) => parent.name === 'a')) fail('link in a link', offset)
    const parts: (string | Element)[] = []
    element.text = (keep = () => true) =>
      parts.map((part) => (typeof part === 'string' ? part : keep(part) ? part.text(keep) : '')).join('')
    open.at(-1)?.parts.push(element)
    elements.push(element)
    if (!VOID.has(name)) open.push({ element, parts })
  }
  if (open.length > 0) fail(`<${open.at(-1)!.element.name}> stays open`, html.length)
  return elements
}

function elementOf(name: string, text: string, fail: (what: string) => never): Element {
  const allowed = ALLOWED[name] ?? (PLAIN.includes(name) ? [] : fail(`<${name}>`))
  const attributes = new Map<string, string>()
  for (const [, key, value = ''] of text.matchAll(ATTRIBUTE)) {
    if (!allowed.includes(key!) && !ANYWHERE.includes(key!)) fail(`${key} on <${name}>`)
    if (attributes.has(key!)) fail(`${key} twice`)
    if (BARE.test(value)) fail('bare & or >')
    attributes.set(key!, value)
  }
  const classes = attributes.get('class')?.split(' ') ?? []
  return { name, attributes, classes, parents: [], text: () => '' }
}
