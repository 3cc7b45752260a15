/** The list under the editor. Plain DOM in a shadow root, so that neither the styles nor the React of the CMS meet it. */
import type { Severity } from '../../src/core.ts'
import { placeOf } from './gate.ts'
import { type Finding, isInBody, type Remedy, type Report } from './protocol.ts'
import { PANEL } from './style.ts'

export interface Panel {
  showChecking(): void
  showReport(report: Report): void
  showFailure(text: string): void
  /** A line under the list; with `undo` it has a button. */
  showNote(text: string, undo?: () => void): void
  remove(): void
}

export interface PanelActions {
  apply(remedy: Remedy): void
  goTo(finding: Finding): void
}

const SHOWN_AT_FIRST = 50
const EXCERPT = 90
const NAMES: Record<Severity, string> = { error: 'Error', warn: 'Warning', info: 'Note' }

export function createPanel(host: HTMLElement, actions: PanelActions): Panel {
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(PANEL)
  root.adoptedStyleSheets = [sheet]
  const status = make('p', { role: 'status' })
  const list = make('ol', { 'aria-label': 'Findings', hidden: '' })
  const note = make('p', { class: 'note', role: 'status' })
  const title = make('h3', { tabindex: '-1' }, 'medlint')
  root.append(make('section', { 'aria-label': 'medlint' }, make('header', {}, title, status), list, note))
  let shown = SHOWN_AT_FIRST

  function draw(report: Report): void {
    const focused = root.activeElement?.getAttribute('data-key')
    const items = report.findings.slice(0, shown).map(itemOf)
    const left = report.findings.length - items.length
    if (left > 0) {
      const more = button(`Show ${left} more`, 'more', () => {
        shown = report.findings.length
        draw(report)
      })
      items.push(make('li', {}, more))
    }
    list.replaceChildren(...items)
    list.hidden = items.length === 0
    // The list is made anew: whoever works in it with the keyboard stays where they were.
    if (focused) (root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`) ?? title).focus()
  }

  function itemOf(finding: Finding, index: number): HTMLElement {
    const { severity, message, why, rule, url, place, remedies } = finding
    const excerpt = isInBody(place) ? `: “${shortened(place.actual)}”` : ''
    const link = make('a', { href: url, target: '_blank', rel: 'noreferrer', 'data-key': `${index}-why` }, rule)
    const item = make(
      'li',
      { class: severity },
      make('p', {}, make('b', {}, NAMES[severity]), ` ${message}`),
      make('small', {}, `${placeOf(place)}${excerpt}`),
      make('small', {}, why ? `Why: ${why} ` : '', link),
    )
    if (isInBody(place)) item.append(button('Go to', `${index}-go`, () => actions.goTo(finding), `Go to: ${message}`))
    for (const [number, remedy] of remedies.entries()) {
      item.append(button(remedy.title, `${index}-${number}`, () => actions.apply(remedy)))
    }
    return item
  }

  return {
    showChecking() {
      if (!status.textContent) status.textContent = 'Checking…'
    },
    showReport(report) {
      status.textContent = summaryOf(report)
      draw(report)
    },
    showFailure(text) {
      status.textContent = `Not checked. ${text}`
    },
    showNote(text, undo) {
      note.replaceChildren(text, ...(undo ? [' ', button('Undo', 'undo', undo)] : []))
    },
    remove: () => root.replaceChildren(),
  }
}

function summaryOf({ findings, claims, score }: Report): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return [
    counted(count('error'), 'error'),
    counted(count('warn'), 'warning'),
    `${claims.cited}/${claims.all} claims cited`,
    'why' in score ? `no score (${score.why})` : `score ${score.total} of 100 (${score.letter})`,
  ].join(' · ')
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function button(text: string, key: string, onClick: () => void, label = text): HTMLElement {
  const made = make('button', { type: 'button', 'data-key': key, 'aria-label': label }, text)
  made.addEventListener('click', onClick)
  return made
}

function make(name: string, attributes: Record<string, string>, ...children: (string | Node)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
