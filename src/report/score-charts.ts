/** Charts of the score report as SVG in the page: no script, no numbers without their text. */
import type { ComponentName } from '../score/formula.ts'
import { COMPONENT_NAMES } from './score-names.ts'
import { count } from './printable.ts'

const WIDTH = 640
const HEIGHT = 200
const FLOOR = 170
const CEILING = 22

/** Pages per ten points; `before` as outlines behind. */
export function distributionChart(bins: readonly number[], before: readonly number[] | undefined): string {
  const most = Math.max(1, ...bins, ...(before ?? []))
  const step = WIDTH / bins.length
  const heightOf = (number: number) => ((FLOOR - CEILING) * number) / most
  const bars = bins.map((number, index) => {
    const left = index * step
    const range = rangeOf(index)
    const old = before?.[index] ?? 0
    const was = before ? `, before ${old}` : ''
    const outline = before ? rect('was', left + 6, FLOOR - heightOf(old), step - 12, heightOf(old)) : ''
    const bar = rect(index < 6 ? 'low' : 'bar', left + 12, FLOOR - heightOf(number), step - 24, heightOf(number))
    const top = FLOOR - heightOf(Math.max(number, old)) - 6
    const label = number > 0 || old > 0 ? text(left + step / 2, top, String(number)) : ''
    return `<g><title>${range}: ${count(number, 'page')}${was}</title>${outline}${bar}${label}${text(left + step / 2, FLOOR + 18, range)}</g>`
  })
  const told = bins.flatMap((number, index) => (number > 0 ? [`${rangeOf(index)}: ${number}`] : []))
  return svg(
    HEIGHT,
    `Pages by score. ${told.join(', ')}`,
    `${bars.join('')}<line class="axis" x1="0" y1="${FLOOR}" x2="${WIDTH}" y2="${FLOOR}"></line>`,
  )
}

function rangeOf(index: number): string {
  return index === 9 ? '90–100' : `${index * 10}–${index * 10 + 9}`
}

const ROW = 30
const NAME_WIDTH = 130
const FULL = WIDTH - NAME_WIDTH - 60

/** Mean share of the points of each component; a line marks what it was before. */
export function componentChart(
  shares: ReadonlyMap<ComponentName, number>,
  before: ReadonlyMap<ComponentName, number> | undefined,
): string {
  const rows = [...shares].map(([name, share], index) => {
    const top = index * ROW + 6
    const old = before?.get(name)
    const was = old === undefined ? '' : `, before ${percent(old)}`
    const mark =
      old === undefined
        ? ''
        : `<line class="mark" x1="${tidy(NAME_WIDTH + FULL * old)}" y1="${top - 3}" x2="${tidy(NAME_WIDTH + FULL * old)}" y2="${top + 21}"></line>`
    return `<g><title>${COMPONENT_NAMES[name]}: ${percent(share)} of its points${was}</title>${text(NAME_WIDTH - 10, top + 14, COMPONENT_NAMES[name], 'end')}${rect('rest', NAME_WIDTH, top, FULL, 18)}${rect('bar', NAME_WIDTH, top, FULL * share, 18)}${mark}${text(WIDTH - 50, top + 14, percent(share), 'start')}</g>`
  })
  const told = [...shares].map(([name, share]) => `${COMPONENT_NAMES[name]} ${percent(share)}`)
  return svg(shares.size * ROW + 6, `Mean share of points by component. ${told.join(', ')}`, rows.join(''))
}

function svg(height: number, label: string, content: string): string {
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${content}</svg>\n`
}

function rect(name: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${name}" x="${tidy(x)}" y="${tidy(y)}" width="${tidy(width)}" height="${tidy(height)}"></rect>`
}

function text(x: number, y: number, content: string, anchor = 'middle'): string {
  return `<text x="${tidy(x)}" y="${tidy(y)}" text-anchor="${anchor}">${content}</text>`
}

function tidy(number: number): string {
  return String(Math.round(number * 10) / 10)
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
