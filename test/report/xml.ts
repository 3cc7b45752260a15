/** XML as others read it: libxml2 for schemas, a DOM for what is in it. */
import { readFileSync } from 'node:fs'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { validateXML } from 'xmllint-wasm'

/** What libxml2 has against a document; nothing when it fits the schema. */
export async function faultsOf(xml: string, schema: string): Promise<string[]> {
  const text = readFileSync(new URL(`./schemas/${schema}`, import.meta.url), 'utf8')
  const { errors } = await validateXML({ xml, schema: text })
  return errors.map(({ message }) => message)
}

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

/** Throws on anything that is not well formed. */
export function readXml(xml: string): XmlElement {
  const parser = new DOMParser({
    onError: (level, message) => {
      // A warning is about style: the character that stands for one that XML forbids.
      if (level !== 'warning') throw new Error(`${level}: ${message}`)
    },
  })
  return plain(parser.parseFromString(xml, 'text/xml').documentElement!)
}

function plain(element: Element): XmlElement {
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const)
  return {
    name: element.tagName,
    attributes: Object.fromEntries(attributes),
    text: element.textContent ?? '',
    children: Array.from(element.childNodes).flatMap((node) =>
      node.nodeType === node.ELEMENT_NODE ? plain(node as Element) : [],
    ),
  }
}
