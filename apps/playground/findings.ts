/** The list of findings: filtered by severity, walked with F8 and Shift+F8, each with its fixes. */
import type { Edit, Message, Severity } from '../../src/lint/types.ts'
import { found, make } from './make.ts'
import { remediesOf } from './remedies.ts'

export interface Findings {
  show(messages: readonly Message[]): void
  /** The next finding behind an offset (1) or the one before it (-1), going round; it is marked in the list. */
  step(direction: 1 | -1, cursor: number): Message | undefined
}

interface Listener {
  onOpen(message: Message): void
  onFix(edits: readonly Edit[]): void
}

type Filter = Severity | 'all'

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', 'All'],
  ['error', 'Errors'],
  ['warn', 'Warnings'],
  ['info', 'Notes'],
]
const KINDS: Readonly<Record<Severity, string>> = { error: 'Error', warn: 'Warning', info: 'Note' }

export function createFindings({ onOpen, onFix }: Listener): Findings {
  const list = found('findings')
  const bar = found('filters')
  let all: readonly Message[] = []
  let filter: Filter = 'all'
  let current: Message | undefined
  const items = new Map<Message, HTMLLIElement>()
  const shown = () => (filter === 'all' ? all : all.filter(({ severity }) => severity === filter))

  function mark(message: Message | undefined): void {
    if (current) items.get(current)?.removeAttribute('aria-current')
    current = message
    const item = message && items.get(message)
    item?.setAttribute('aria-current', 'true')
    item?.scrollIntoView({ block: 'nearest' })
  }

  function draw(): void {
    items.clear()
    current = undefined
    for (const message of shown()) items.set(message, toItem(message))
    list.replaceChildren(...items.values())
    list.hidden = items.size === 0
    found('nothing').hidden = items.size > 0
    found('nothing-title').textContent = all.length === 0 ? 'Nothing to report' : 'None of this kind'
    found('nothing-text').textContent =
      all.length === 0 ? 'No rule of this preset has anything to say about the post.' : 'Choose "All" to see the other findings.'
    bar.replaceChildren(bar.firstElementChild!, ...FILTERS.map(([name, label]) => toChip(name, label)))
  }

  function toChip(name: Filter, label: string): HTMLButtonElement {
    const number = name === 'all' ? all.length : all.filter(({ severity }) => severity === name).length
    const chip = make('button', { type: 'button', className: `chip ${name}` }, label, make('b', {}, String(number)))
    chip.setAttribute('aria-pressed', String(filter === name))
    chip.onclick = () => {
      filter = name
      draw()
      bar.querySelector<HTMLButtonElement>(`.${name}`)?.focus()
    }
    return chip
  }

  function toItem(message: Message): HTMLLIElement {
    const { rule, severity, line, start, end, note, url } = message
    const kind = make(
      'span',
      { className: 'sign', title: KINDS[severity] },
      make('span', { className: 'unseen' }, KINDS[severity]),
    )
    const open = make('button', { type: 'button', className: 'open' }, message.message)
    open.onclick = () => {
      mark(message)
      onOpen(message)
    }
    const link = make('a', { href: url, target: '_blank', rel: 'noreferrer' }, rule)
    const place = make('p', { className: 'place' }, `Line ${line} · `, link)
    const fixes = remediesOf(message).map(({ title, edits }) => {
      const button = make('button', { type: 'button', className: 'fix' }, title)
      button.onclick = () => onFix(edits)
      return button
    })
    const parts = [open, ...(note ? [make('p', { className: 'note' }, note)] : []), place]
    if (fixes.length > 0) parts.push(make('p', { className: 'fixes' }, ...fixes))
    const item = make('li', { className: severity }, kind, make('div', {}, ...parts))
    Object.assign(item.dataset, { rule, start, end })
    return item
  }

  return {
    show(messages) {
      all = messages
      draw()
    },
    step(direction, cursor) {
      const messages = shown()
      const at = current && current.start === cursor ? messages.indexOf(current) : -1
      const next = at >= 0 ? at + direction : beside(messages, cursor, direction)
      const message = messages[(next + messages.length) % messages.length]
      mark(message)
      return message
    },
  }
}

/** Index of the first finding behind an offset, or of the last one before it; out of range where there is none. */
function beside(messages: readonly Message[], cursor: number, direction: 1 | -1): number {
  if (direction === -1) return messages.findLastIndex(({ start }) => start < cursor)
  const next = messages.findIndex(({ start }) => start >= cursor)
  return next < 0 ? messages.length : next
}
