/** The score: a strip of figures over the page, and where its points went. */

import { COMPONENT_NAMES } from '../../src/report/score-names.ts'
import type { ComponentName } from '../../src/score/formula.ts'
import type { PageScore } from '../../src/score/index.ts'
import { found, make } from './make.ts'

export interface ScoreView {
  show(score: PageScore): void
}

const RATED_ALIKE = 'Scores judge form, never truth: a page of well cited errors scores well.'
const MOST_LINES = 6

/** @param onLine is called with the number of a line that costs points. */
export function createScoreView(onLine: (line: number) => void): ScoreView {
  function toComponent({ components, lost }: PageScore, name: ComponentName): HTMLElement {
    const { points, available } = components.find((each) => each.name === name)!
    const fill = make('div', { className: 'fill' })
    fill.style.width = `${(100 * points) / available}%`
    const meter = make('div', { className: 'meter' }, fill)
    const figures = make('span', { className: 'points' }, `${points.toFixed(1)} of ${available}`)
    const causes = lost.find(({ component }) => component === name)?.causes ?? []
    const list = causes.map(({ what, lines }) => make('li', {}, what, ...lines.slice(0, MOST_LINES).flatMap(toLine), more(lines)))
    const head = make('h3', {}, COMPONENT_NAMES[name], figures)
    return make('section', { className: 'component' }, head, meter, ...(list.length > 0 ? [make('ul', {}, ...list)] : []))
  }

  function toLine(line: number): (Node | string)[] {
    const button = make('button', { type: 'button', className: 'line' }, `line ${line}`)
    button.onclick = () => onLine(line)
    return [' ', button]
  }

  return {
    show(score) {
      const { total, letter, cap, jama, cited, claims, grade } = score
      const ring = found('ring')
      ring.className = letter ?? 'none'
      ring.style.setProperty('--share', String(total ?? 0))
      found('total').textContent = total === undefined ? '–' : String(total)
      found('letter').textContent = letter ?? ''
      found('why').textContent = reasonOf(score)
      found('cited').textContent = `${cited} of ${claims}`
      found('jama').textContent = `${jama.met} of 4`
      found('grade').textContent = grade ? grade.value.toFixed(1) : '–'
      found('target').textContent = grade ? `target ${grade.target}` : 'too short to tell'
      const limit = cap ? [make('p', { className: 'cap' }, `Limited to ${cap.limit}: ${cap.reason}.`)] : []
      const parts = total === undefined ? [] : score.components.map(({ name }) => toComponent(score, name))
      found('components').replaceChildren(
        make('p', {}, total === undefined ? `${reasonOf(score)}.` : RATED_ALIKE),
        ...limit,
        ...parts,
      )
    },
  }
}

function reasonOf({ total, cap, unrated, note }: PageScore): string {
  if (total === undefined) return `not rated: ${unrated ?? note ?? 'no claims'}`
  return cap ? `limited to ${cap.limit}` : (note ?? 'form, from 0 to 100')
}

function more(lines: readonly number[]): string {
  return lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : ''
}
