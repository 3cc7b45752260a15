/** The text of a rich editor as Markdown, from its tree. What looks like Markdown already is read as Markdown. */
import { MappedText } from './mapped-text.ts'
import type { Reading } from './types.ts'

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'button canvas iframe img input math noscript object script select style svg template textarea video audio'.split(' '),
)
/** Characters that editors put where there is no text. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/

export interface RichOptions {
  /** Whether the text in an element belongs to the post. */
  includes?(element: Element): boolean
  /** Address of a link that does not say it. */
  addressOf?(link: Element): string | undefined
}

/** @param roots in order of the text, apart by a blank line */
export function readRichText(roots: readonly Element[], options: RichOptions = {}): Reading {
  const writer = new Writer(options)
  for (const root of roots) writer.block(root)
  return writer.out.reading(false)
}

class Writer {
  readonly out = new MappedText()
  readonly #options: RichOptions
  /** What each line of the block starts with: list indents, quote marks. */
  #prefix = ''
  /** Marker of the item or heading, for its first line only. */
  #marker = ''
  /** Line feeds owed before the next text; none are written before the first. */
  #owed = 2
  #inTable = false

  constructor(options: RichOptions) {
    this.#options = options
  }

  block(element: Element): void {
    const name = element.localName
    if (name === 'pre') return this.#code(element)
    if (name === 'table') return this.#table(element as HTMLTableElement)
    if (name === 'ul' || name === 'ol') return this.#list(element)
    const heading =
      /^h([1-6])$/.exec(name) ?? (element.getAttribute('role') === 'heading' ? ['', element.ariaLevel ?? '2'] : null)
    this.#end(2)
    if (name === 'blockquote') this.#within('> ', '', () => this.#children(element))
    else if (heading) this.#within('', `${'#'.repeat(Number(heading[1]))} `, () => this.#children(element))
    else this.#children(element)
    this.#end(2)
  }

  #within(prefix: string, marker: string, write: () => void): void {
    const before = this.#prefix
    this.#prefix += prefix
    this.#marker += marker
    write()
    this.#prefix = before
    this.#marker = ''
  }

  #list(list: Element): void {
    this.#end(this.#marker ? 1 : 2)
    let number = 0
    for (const item of list.children) {
      if (item.localName !== 'li') {
        this.block(item)
        continue
      }
      number += 1
      // Quill marks bullets on the item: its lists are all `ol`.
      const ordered = list.localName === 'ol' && item.getAttribute('data-list') !== 'bullet'
      const marker = ordered ? `${number}. ` : '- '
      this.#end(1)
      this.#marker = marker
      this.#within(' '.repeat(marker.length), '', () => this.#children(item))
      this.#end(1)
    }
    this.#end(2)
  }

  #code(element: Element): void {
    this.#end(2)
    this.#start()
    const fence = '```'
    const lines = [fence, ...(element.textContent ?? '').split('\n'), fence]
    this.out.write(lines.join(`\n${this.#prefix}`))
    this.#end(2)
  }

  #table(table: HTMLTableElement): void {
    this.#end(2)
    const before = this.#inTable
    this.#inTable = true
    for (const [index, row] of [...table.rows].entries()) {
      this.#end(1)
      this.#start()
      for (const cell of row.cells) {
        this.out.write('| ')
        this.#children(cell)
        this.out.write(' ')
      }
      this.out.write('|')
      if (index === 0) this.out.write(`\n${this.#prefix}${'| --- '.repeat(row.cells.length)}|`)
    }
    this.#inTable = before
    this.#end(2)
  }

  #children(parent: Element): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.#words(node as Text)
      else if (node.nodeType === 1) this.#element(node as Element)
    }
  }

  #element(element: Element): void {
    const name = element.localName
    if (SKIPPED.has(name) || element.hasAttribute('data-slate-zero-width') || this.#options.includes?.(element) === false) return
    if (name === 'br') return this.#lineBreak(element)
    if (name === 'code') return this.#quotedCode(element)
    if (name === 'sup') return this.#wrapped('<sup>', '</sup>', element)
    if (name === 'a') return this.#link(element)
    if (!this.#inTable && isBlock(element)) return this.block(element)
    this.#children(element)
  }

  /** The last one of a block only holds it open. */
  #lineBreak(element: Element): void {
    if (element.nextSibling && !this.#inTable) this.#owed = Math.min(2, this.#owed + 1)
  }

  #quotedCode(element: Element): void {
    const text = (element.textContent ?? '').replace(/[`\n]/g, ' ')
    if (text.trim() === '') return
    this.#start()
    this.out.write(`\`${text}\``)
  }

  #wrapped(open: string, close: string, element: Element): void {
    if ((element.textContent ?? '').trim() === '') return
    this.#start()
    this.out.write(open)
    this.#children(element)
    this.out.write(close)
  }

  #link(element: Element): void {
    const address = element.getAttribute('href') ?? this.#options.addressOf?.(element)
    if (!address) this.#children(element)
    else this.#wrapped('[', `](<${address.replace(/[<>\n]/g, encodeURIComponent)}>)`, element)
  }

  #words(node: Text): void {
    const { data } = node
    const keepsLines = data.includes('\n') && /^(?:pre|break-spaces)/.test(getComputedStyle(node.parentElement!).whiteSpace)
    let at = 0
    while (at < data.length) {
      let end = at
      while (end < data.length && !INVISIBLE.test(data[end]!) && data[end] !== '\n' && data[end] !== '\u00A0') end++
      if (end > at && (this.#owed === 0 || data.slice(at, end).trim() !== '')) {
        const from = this.#owed > 0 ? at + leadingSpace(data.slice(at, end)) : at
        this.#start()
        this.out.copy(node, from, end)
      }
      if (data[end] === '\n' && keepsLines) this.#end(Math.min(2, this.#owed + 1))
      else if (data[end] === '\n' || data[end] === '\u00A0') this.#space(node, end)
      at = end + 1
    }
  }

  /** A line feed that is shown as a space; a space that does not break, which editors put beside another space. */
  #space(node: Text, at: number): void {
    if (this.#owed > 0) return
    if (node.data[at] === '\u00A0') this.out.copy(node, at, at + 1)
    else this.out.write(' ')
  }

  /** Owes at least so many line feeds, once there is text. */
  #end(lines: number): void {
    this.#owed = Math.max(this.#owed, lines)
  }

  #start(): void {
    if (this.#owed > 0) {
      // A marker takes the place of the indent that the lines below it have.
      const indent = this.#prefix.slice(0, this.#prefix.length - itemIndent(this.#marker))
      if (this.out.text !== '') this.out.write(`\n${this.#owed > 1 ? `${this.#prefix.trimEnd()}\n` : ''}`)
      this.out.write(indent + this.#marker)
    }
    this.#owed = 0
    this.#marker = ''
  }
}

/** Width of the indent that the marker of a list item brings for the lines below. */
function itemIndent(marker: string): number {
  return /^(?:- |\d+\. )/.exec(marker)?.[0].length ?? 0
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}

function isBlock(element: Element): boolean {
  return BLOCKS.has(element.localName) || (element.localName === 'span' && getComputedStyle(element).display === 'block')
}
