/** `medlint score --format html`: where a site stands, which pages need work, and what moved since an earlier run. */
import type { LostPoint } from '../score/lost-points.ts'
import { COMPONENT_NAMES } from './score-names.ts'
import { compare, distributionOf, type FormerRun, type ScoredPage, sharesOf, summaryOf } from '../score/summary.ts'
import { STYLE } from './html-style.ts'
import { escapeText } from './html-text.ts'
import { count } from './printable.ts'
import { componentChart, distributionChart } from './score-charts.ts'

interface ScoreRun {
  version: string
  /** The date that was compared with, `YYYY-MM-DD`. */
  now: string
  pages: readonly ScoredPage[]
  former: FormerRun | undefined
}

const OWN_STYLE = `.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.5rem 2.5rem}
.figures h2{font-size:1.1rem}
.chart{width:100%;max-width:44rem;height:auto;margin:.5rem 0}
.chart text{fill:var(--ink);font:13px system-ui,sans-serif}
.chart .bar{fill:var(--info)}.chart .low{fill:var(--no)}.chart .rest{fill:var(--panel);stroke:var(--line)}
.chart .was{fill:none;stroke:var(--soft);stroke-dasharray:4 3}.chart .mark{stroke:var(--ink);stroke-width:2.5}.chart .axis{stroke:var(--soft)}
.scores td{text-align:left;overflow-wrap:normal}.scores .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.scores details ul{margin:.2rem 0 .6rem;padding-left:1.2rem}
@media print{main>section{break-before:auto!important}.chart{max-width:30rem}svg{break-inside:avoid}tr{break-inside:avoid}}
`
/** Columns that are read, not compared. */
const TEXTS = new Set(['Page', 'Lost points', 'Dearest faults'])
const WORST = 10
const MOST_CHANGES = 30
const MOST_LINES = 8

export function scoreHtml({ version, now, pages, former }: ScoreRun): string {
  const { rated, mean, median, letters } = summaryOf(pages)
  const spread = Object.entries(letters).map(([letter, number]) => `<li>${letter} ${number}</li>`)
  const average = mean === null ? '' : `<li>mean ${mean}</li><li>median ${median}</li>`
  const worst = pages
    .filter(({ total }) => total !== undefined)
    .toSorted((a, b) => a.total! - b.total! || (a.path < b.path ? -1 : 1))
    .slice(0, WORST)
  const figures = rated === 0 ? '' : figuresHtml(pages, former)
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>medlint scores</title>
<style>${STYLE}${OWN_STYLE}</style>
</head>
<body>
<header>
<h1>medlint scores</h1>
<p>In what form pages are, from 0 to 100: sources, authorship, balance, restraint, references, plain language. It says nothing about what is true.</p>
<ul class="counts"><li>${count(pages.length, 'page')}</li><li>${rated} rated</li>${average}${spread.join('')}</ul>
</header>
<main>
${figures}${former ? changesHtml(pages, former) : ''}${worst.length > 1 ? sectionHtml('worst', worst.length < rated ? 'Lowest scores' : 'From the lowest score', tableHtml(worst, false)) : ''}${sectionHtml('pages', 'All pages', tableHtml(pages, true))}<p class="path">medlint ${escapeText(version)}; today was ${escapeText(now)}</p>
</main>
</body>
</html>
`
}

function figuresHtml(pages: readonly ScoredPage[], former: FormerRun | undefined): string {
  const legend = former ? `<p class="path">Dashed outlines and upright lines show ${escapeText(former.now)}.</p>` : ''
  return `<section id="figures" aria-label="Charts"><div class="figures">
<div><h2>Pages by score</h2>${distributionChart(distributionOf(pages), former && distributionOf(former.pages))}</div>
<div><h2>Points by component</h2>${componentChart(sharesOf(pages), former && sharesOf(former.pages))}</div>
</div>${legend}</section>
`
}

function changesHtml(pages: readonly ScoredPage[], former: FormerRun): string {
  const { since, mean, changes, added, gone } = compare(pages, former)
  const now = summaryOf(pages).mean
  const moved = mean === null || now === null ? '' : `<li>mean ${mean} → ${now}</li>`
  const lost = changes.filter((change) => change.now < change.before).length
  const chips = `${moved}<li>${count(lost, 'page')} lower</li><li>${changes.length - lost} higher</li><li>${added.length} newly rated</li><li>${gone.length} no longer</li>`
  const shown =
    changes.length > MOST_CHANGES ? [...changes.slice(0, MOST_CHANGES / 2), ...changes.slice(-MOST_CHANGES / 2)] : changes
  const rows = shown.map(
    ({ path, before, now: total }) =>
      `<tr><th scope="row"><bdi>${escapeText(path)}</bdi></th><td class="n">${before}</td><td class="n">${total}</td><td class="n"><b class="${total < before ? 'no' : 'ok'}">${signed(total - before)}</b></td></tr>`,
  )
  const left = changes.length - shown.length
  const table =
    rows.length === 0
      ? ''
      : `<div class="wide"><table class="scores"><thead><tr><th scope="col">Page</th><th scope="col" class="n">Before</th><th scope="col" class="n">Now</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>${left > 0 ? `<p class="path">${left} smaller changes are left out.</p>` : ''}`
  return sectionHtml('changes', `Since ${escapeText(since)}`, `<ul class="counts">${chips}</ul>${table}`)
}

function sectionHtml(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}h"><h2 id="${id}h">${title}</h2>${content}</section>\n`
}

/** `isWhole`: with every lost point, closed until someone opens it. */
function tableHtml(pages: readonly ScoredPage[], isWhole: boolean): string {
  const columns = ['Score', 'Page', 'Claims cited', 'JAMA', 'Grade', isWhole ? 'Lost points' : 'Dearest faults']
  const rows = pages.map((page) => {
    const { path, total, letter, cited, claims, jama, grade, cap, note, unrated } = page
    const why = total === undefined ? `not rated: ${unrated ?? note}` : cap ? `at most ${cap.limit}: ${cap.reason}` : (note ?? '')
    const more = why === '' ? '' : `<br><span class="path">${escapeText(why)}</span>`
    const score = total === undefined ? '–' : `<b class="${total < 60 ? 'no' : 'ok'}">${total} ${letter}</b>`
    const cells = [`${cited}/${claims}`, `${jama.met}/4`, grade ? grade.value.toFixed(1) : '–']
    const causes = total === undefined ? '' : isWhole ? lostHtml(page.lost) : escapeText(dearest(page.lost))
    return `<tr><td class="n">${score}</td><th scope="row"><bdi>${escapeText(path)}</bdi>${more}</th>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}<td>${causes}</td></tr>`
  })
  return `<div class="wide"><table class="scores"><thead><tr>${columns.map((name) => `<th scope="col"${TEXTS.has(name) ? '' : ' class="n"'}>${name}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`
}

function dearest(lost: readonly LostPoint[]): string {
  const parts = lost
    .slice(0, 2)
    .map(({ component, points, causes }) => `${COMPONENT_NAMES[component]} −${points}: ${causes[0]?.what ?? ''}`)
  return parts.join('; ')
}

function lostHtml(lost: readonly LostPoint[]): string {
  if (lost.length === 0) return 'none'
  const sum = Math.round(10 * lost.reduce((total, { points }) => total + points, 0)) / 10
  const items = lost.flatMap(({ component, points, causes }) =>
    causes.map(
      ({ what, rule, lines }) =>
        `<li>${COMPONENT_NAMES[component]} (−${points}): ${escapeText(what)} <span class="path">${rule === what ? '' : `${rule}, `}${linesOf(lines)}</span></li>`,
    ),
  )
  return `<details><summary>${sum} in ${count(lost.length, 'component')}</summary><ul>${items.join('')}</ul></details>`
}

function linesOf(lines: readonly number[]): string {
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}`
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : `−${-number}`
}
