/** `html`: one file for people who would rather look than read. It asks nothing of any server and runs no script. */
import { claimCounts, countsOf, messageCounts, type PostCounts, postHtml, titleOf, unsupportedClass } from './html-post.ts'
import { STYLE } from './html-style.ts'
import { escapeText } from './html-text.ts'
import { viewOf } from './post-view.ts'
import { count } from './printable.ts'
import type { FileReport, Reporter, RunSummary } from './types.ts'

/** Bytes kept back so that the table can come first: about 700 posts. */
const KEPT = 16_000_000

/** Posts beyond `kept` bytes are written as they are done, and the table comes after them, so that memory stays flat. */
export function createHtml(kept = KEPT): Reporter {
  // Bytes, not strings: a string made of parts would keep the parts, and so whole texts of posts, alive.
  const rows: Buffer[] = []
  const total: PostCounts = { claims: 0, supported: 0, unsupported: 0, borderline: 0, error: 0, warn: 0, info: 0 }
  let waiting: Buffer[] | undefined = []
  let length = 0
  return {
    view: viewOf,
    file(report) {
      const id = `p${rows.length + 1}`
      const counts = countsOf(report)
      for (const name of Object.keys(total) as (keyof PostCounts)[]) total[name] += counts[name]
      rows.push(Buffer.from(tableRow(id, report, counts)))
      const post = postHtml(id, report, counts)
      if (!waiting) return post
      const bytes = Buffer.from(post)
      waiting.push(bytes)
      length += bytes.length
      if (length <= kept) return ''
      const text = `${HEAD}<p><a href="#posts">Table of posts</a>, at the end of this page.</p>\n${Buffer.concat(waiting)}`
      waiting = undefined
      return text
    },
    end(summary) {
      const table = tableHtml(rows, total, summary)
      return waiting ? `${HEAD}${table}${Buffer.concat(waiting)}${END}` : table + END
    },
  }
}

const LEGEND = `<details class="legend" open><summary>How to read this</summary>
<ul>
<li><mark class="ok">A claim with a citation</mark><b class="t ok">✓</b> The sign leads to the citation that supports it.</li>
<li><mark class="no">A claim without</mark><b class="t no">✗</b> The sign leads to the list of claims, which says why.</li>
<li><mark class="maybe border">A borderline claim without</mark><b class="t maybe">?</b> It may be no claim: medlint is less sure, or it is a fragment.</li>
<li><mark class="ok border">A borderline claim with a citation</mark><b class="t ok">✓</b></li>
<li><b class="t error">E1</b><mark class="error">Error</mark>, <b class="t warn">W2</b><mark class="warn">warning</mark>, <b class="t info">I3</b><mark class="info">info</mark>: the sign leads to what to do, and back.</li>
<li><mark class="cite">Citation</mark> of a claim. <i class="u">U+200B</i> A character that cannot be seen, by its number.</li>
</ul>
<p>medlint says whether a claim has a source, never whether it is true.</p>
</details>
`

const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>medlint report</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>medlint report</h1>
${LEGEND}</header>
<main>
`

const END = '</main>\n</body>\n</html>\n'

const COLUMNS = ['Post', 'Claims', 'Supported', 'Unsupported', 'Of these borderline', 'Errors', 'Warnings', 'Infos']

function tableHtml(rows: readonly Buffer[], total: PostCounts, { version, now, files }: RunSummary): string {
  return `<section id="posts" aria-labelledby="postsh">
<h2 id="postsh">${count(files, 'post')}</h2>
<ul class="counts">${claimCounts(total)}${messageCounts(total)}</ul>
<div class="wide"><table class="posts"><thead><tr>${COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${Buffer.concat(rows)}</tbody></table></div>
<p class="path">medlint ${escapeText(version)}; today was ${escapeText(now)}</p>
</section>
`
}

function tableRow(id: string, report: FileReport, counts: PostCounts): string {
  const title = titleOf(report)
  const path = title === report.path ? '' : `<br><bdi class="path">${escapeText(report.path)}</bdi>`
  const { claims, supported, unsupported, borderline, error, warn, info } = counts
  const claimCells = report.view
    ? [cell(claims), cell(supported), cell(unsupported, unsupportedClass(counts)), cell(borderline, 'maybe')]
    : Array<string>(4).fill('<td>–</td>')
  const cells = [...claimCells, cell(error, 'error'), cell(warn, 'warn'), cell(info, 'info')]
  return `<tr><th scope="row"><a href="#${id}"><bdi>${escapeText(title)}</bdi></a>${path}</th>${cells.join('')}</tr>\n`
}

/** A number other than 0 in the colour of what it counts. */
function cell(number: number, name?: string): string {
  return name !== undefined && number > 0 ? `<td><b class="${name}">${number}</b></td>` : `<td>${number}</td>`
}
