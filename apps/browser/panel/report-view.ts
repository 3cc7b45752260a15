/** Shows a report: score, totals, filters, findings. */
import type { Severity } from '../../../src/lint/types.ts'
import { COMPONENT_NAMES } from '../../../src/report/score-names.ts'
import { element, proseOf } from '../elements.ts'
import type { PanelOrder, Report, Shown } from '../messages.ts'

type Order = (order: PanelOrder) => void

const SEVERITIES: { name: Severity; one: string; many: string }[] = [
  { name: 'error', one: 'error', many: 'errors' },
  { name: 'warn', one: 'warning', many: 'warnings' },
  { name: 'info', one: 'note', many: 'notes' },
]
/** Longest excerpt of the text beside a finding, in characters. */
const EXCERPT = 60

const hidden = new Set<Severity>()
const byId = (id: string) => document.getElementById(id)!

export function showReport(report: Report | undefined, order: Order): void {
  const isShown = report !== undefined && report.state !== 'empty'
  for (const id of ['overview', 'filters']) byId(id).hidden = !isShown || (report.state === 'checking' && !report.score)
  showNotice(report?.notice)
  showStatus(report)
  showOverview(report)
  showFilters(report, order)
  const findings = isShown ? report.findings : []
  const items = findings.flatMap((shown) => (hidden.has(shown.message.severity) ? [] : [item(shown, report!.frame, order)]))
  byId('findings').replaceChildren(...items)
}

function showNotice(notice: string | undefined): void {
  byId('notice').hidden = notice === undefined
  byId('notice').textContent = notice ?? ''
}

function showStatus(report: Report | undefined): void {
  const status = byId('status')
  const [head, text] = statusOf(report)
  status.replaceChildren(...(head ? [element('strong', '', [head])] : []), text)
}

function statusOf(report: Report | undefined): [string, string] {
  if (!report) return ['Not checked', 'Click the medlint button in the toolbar, or allow this site above.']
  if (report.state === 'empty') return ['Nothing to check yet', 'Click into the text you are writing.']
  if (report.state === 'failed') return ['', '']
  if (report.state === 'checking' && !report.score) return ['', 'Checking…']
  return report.findings.length === 0 ? ['Nothing found', 'No rule has anything to say about this text.'] : ['', '']
}

function showOverview(report: Report | undefined): void {
  const score = report?.score
  const total = score?.total
  const ring = byId('ring')
  ring.className = score?.letter ?? ''
  ring.style.setProperty('--part', String(total ?? 0))
  ring.setAttribute('aria-label', total === undefined ? 'No score' : `Score ${total} of 100, ${score?.letter}`)
  ring.title =
    total === undefined ? 'A text is rated when it makes claims.' : `The form of the page, from 0 to 100: ${score?.letter}`
  byId('total').replaceChildren(total === undefined ? '–' : String(total), element('small', '', [score?.letter ?? 'no score']))
  byId('claims').textContent = report ? `${report.claims.cited}/${report.claims.all}` : ''
  byId('grade').textContent = report?.grade?.toFixed(1) ?? '–'
  byId('words').textContent = report ? report.words.toLocaleString('en-GB') : ''
  const lost = score?.lost ?? []
  byId('lost').hidden = lost.length === 0 || report?.state === 'empty'
  const missing = report?.hasFrontmatter ? '' : ' (not in this text)'
  byId('lost')
    .querySelector('ul')!
    .replaceChildren(
      ...lost.map(({ component, points, causes }) => {
        const why = causes.map(({ what }) => what).join(', ') + (component === 'identity' ? missing : '')
        const name = element('span', '', [COMPONENT_NAMES[component], element('small', '', [why])])
        return element('li', '', [name, element('b', '', [`−${Math.round(points)}`])])
      }),
    )
}

function showFilters(report: Report | undefined, order: Order): void {
  const labels = SEVERITIES.map(({ name, one, many }) => {
    const count = report?.findings.filter(({ message }) => message.severity === name).length ?? 0
    const checkbox = Object.assign(document.createElement('input'), { type: 'checkbox', checked: !hidden.has(name) })
    checkbox.onchange = () => {
      if (checkbox.checked) hidden.delete(name)
      else hidden.add(name)
      showReport(report, order)
      byId('filters').querySelector<HTMLInputElement>(`.${name} input`)?.focus()
    }
    return element('label', name, [checkbox, `${count} ${count === 1 ? one : many}`])
  })
  byId('filters').replaceChildren(byId('filters').firstElementChild!, ...labels)
}

function item({ key, message, remedies, excerpt, hasPlace }: Shown, frame: string, order: Order): HTMLElement {
  const { rule, note, url } = message
  const quote = element('q', '', [excerpt.length > EXCERPT ? `${excerpt.slice(0, EXCERPT)}…` : excerpt])
  const button = element('button', 'finding', [
    ...proseOf(message.message),
    ...(/\p{L}/u.test(excerpt) ? [quote] : []),
  ]) as HTMLButtonElement
  button.type = 'button'
  button.disabled = !hasPlace
  button.title = note ?? ''
  button.onclick = () => order({ type: 'show', frame, key })
  const actions = remedies.map(({ title, canApply }) => {
    const apply = element('button', '', [title]) as HTMLButtonElement
    apply.type = 'button'
    apply.hidden = !canApply
    apply.onclick = () => order({ type: 'apply', frame, key, title })
    return apply
  })
  const about = Object.assign(document.createElement('a'), {
    href: url,
    target: '_blank',
    rel: 'noreferrer',
    textContent: rule,
  })
  return element('li', message.severity, [button, element('div', 'remedies', [...actions, about])])
}
