/** Scores as text for a terminal: a row per page, or all about one page. */
import { count, printable, wrap } from '../report/printable.ts'
import { COMPONENT_NAMES } from '../report/score-names.ts'
import { type Comparison, type ScoredPage, summaryOf } from '../score/summary.ts'

interface TextOptions {
  columns: number
  color: boolean
}

const TOPICS = {
  harm: 'harm',
  limits: 'limits of the evidence',
  alternatives: 'alternatives',
  clinician: 'when to ask a clinician',
} as const
const HEAD = 'score   JAMA  cited     grade  page'
const INDENT = HEAD.indexOf('page')
const BOLD = ['\u001B[1m', '\u001B[22m'] as const
const MOST_LINES = 8

const MOST_CHANGES = 10

/** What moved since an earlier run, the greatest losses by name. */
export function changesText({ since, mean, changes, added, gone }: Comparison, now: number | null, columns: number): string {
  const lower = changes.filter((change) => change.now < change.before)
  const average = mean === null || now === null ? '' : `mean ${mean} -> ${now}, `
  const head = `Since ${since}: ${average}${count(lower.length, 'page')} lower, ${changes.length - lower.length} higher, ${added.length} newly rated, ${gone.length} no longer.`
  const rows = lower
    .slice(0, MOST_CHANGES)
    .flatMap(({ path, before, now: total }) => hanging('', 2, `${before} -> ${total}  ${printable(path)}`, columns))
  const left = lower.length - MOST_CHANGES
  return `${[...wrap(head, columns), ...rows, ...(left > 0 ? [`  and ${left} more`] : [])].join('\n')}\n`
}

export function tableText(pages: readonly ScoredPage[], { columns, color }: TextOptions): string {
  if (pages.length === 0) return 'No pages.\n'
  const rows = pages.flatMap((page) => rowOf(page, columns))
  const { rated, mean, median, letters } = summaryOf(pages)
  const spread = Object.entries(letters).map(([letter, number]) => `${letter} ${number}`)
  const average = mean === null ? '' : `; mean ${mean}, median ${median} (${spread.join(', ')})`
  const last = wrap(`${count(pages.length, 'page')}, ${rated} rated${average}`, columns)
  return `${[bold(HEAD, color), ...rows, ...last].join('\n')}\n`
}

function rowOf(page: ScoredPage, columns: number): string[] {
  const { total, letter, jama, cited, claims, grade, cap } = page
  const start = [
    (total === undefined ? '–' : `${String(total).padStart(3)} ${letter}`).padEnd(6),
    `${jama.met}/4`.padEnd(4),
    `${cited}/${claims}`.padEnd(8),
    (grade ? grade.value.toFixed(1) : '–').padEnd(5),
  ].join('  ')
  const why = total === undefined ? notRated(page) : cap ? `at most ${cap.limit}: ${cap.reason}` : page.note
  const width = columns - INDENT
  const lines = [...cut(printable(page.path), width), ...(why ? wrap(`(${why})`, width) : [])]
  return lines.map((line, index) => (index === 0 ? `${start}  ${line}` : ' '.repeat(INDENT) + line))
}

/** Names have no spaces to break at. */
function cut(text: string, width: number): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; at += width) parts.push(text.slice(at, at + width))
  return parts
}

function notRated({ unrated, note }: ScoredPage): string {
  return `not rated: ${unrated ?? note}`
}

function bold(text: string, color: boolean): string {
  return color ? BOLD[0] + text + BOLD[1] : text
}

export function pageText(page: ScoredPage, { columns, color }: TextOptions): string {
  const { total, letter, cap, note, jama, cited, claims, tiers, grade, topics, components, lost } = page
  const head = total === undefined ? notRated(page) : `${total} ${letter}${note ? ` (${note})` : ''}`
  const tierList = Object.entries(tiers).map(([tier, number]) => `${tier}:${number}`)
  const found = Object.entries(topics ?? {}).map(
    ([name, has]) => `${TOPICS[name as keyof typeof TOPICS]} ${has ? 'found' : 'missing'}`,
  )
  const marks = Object.entries(jama).flatMap(([name, met]) => (name !== 'met' ? [`${name} ${met ? 'yes' : 'no'}`] : []))
  const facts: [string, string | undefined][] = [
    ['Limited', cap && `at most ${cap.limit}: ${cap.reason}`],
    ['JAMA', `${jama.met}/4 (${marks.join(', ')})`],
    ['Claims', `${cited} of ${claims} cited${tierList.length > 0 ? ` (${tierList.join(' ')})` : ''}`],
    ['Grade', grade && `${grade.value.toFixed(1)} (target ${grade.target})`],
    ['Topics', found.length > 0 ? found.join(', ') : undefined],
  ]
  const lines = [bold(`${printable(page.path)}: ${head}`, color)]
  for (const [name, text] of facts) if (text !== undefined) lines.push(...hanging(name, 8, text, columns))
  if (total === undefined) return `${lines.join('\n')}\n`
  lines.push('')
  for (const { name, points, available } of components) {
    lines.push(`${COMPONENT_NAMES[name].padEnd(16)}${points.toFixed(1).padStart(5)} of ${available}`)
    for (const { what, rule, lines: at } of lost.find(({ component }) => component === name)?.causes ?? []) {
      const places = at.length > MOST_LINES ? [...at.slice(0, MOST_LINES), '…'] : at
      const where = ` (${rule === what ? '' : `${rule}, `}${at.length === 1 ? 'line' : 'lines'} ${places.join(', ')})`
      lines.push(...hanging('  -', 4, `${what}${where}`, columns))
    }
  }
  return `${lines.join('\n')}\n`
}

/** A name, and beside it a text of several lines. */
function hanging(name: string, indent: number, text: string, columns: number): string[] {
  return wrap(text, columns - indent).map((line, index) => (index === 0 ? name.padEnd(indent) : ' '.repeat(indent)) + line)
}
