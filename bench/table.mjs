/** docs/performance.md from the rows of a run. */
import os from 'node:os'

export const machine = () => `${os.availableParallelism()} cores, Node ${process.versions.node.split('.')[0]}`

export function markdownTable(rows) {
  const lines = rows.map(
    ({ what, budget, measured, processor, verdict }) => `| ${[what, budget, measured, processor ?? '', verdict].join(' | ')} |`,
  )
  return ['| what | budget | measured | by processor time | verdict |', '|---|---|---|---|---|', ...lines].join('\n')
}

export function performancePage({ rows, date, version, posts, runs, peerRuns, coldRuns, load }) {
  const busy = load > 0.5 ? ` The machine was not idle (load ${load.toFixed(1)} before the run), so the figures are rough.` : ''
  return `# Performance

Written by \`npm run bench -- --write\`; not edited by hand. medlint ${version}, ${date}, ${machine()}.${busy}

All figures are ratios of two whole processes on one machine in one run: they carry over to other machines, seconds do not.
"By processor time" is the same ratio for the processor time that all threads of the two processes used.

${markdownTable(rows)}

How it is measured:

- The posts are the ${posts.files} English medical posts of a public corpus (${(posts.bytes / 1e6).toFixed(1)} MB, not part of this repository) in one folder. medlint runs on
  one thread with no configuration, so with the preset \`recommended\`.
- Against the bare parse (\`mdast-util-from-markdown\` with GFM, one process, nothing but reading and parsing): medians of ${runs} runs each, in turn.
- The other tools run alone as shipped, over the same folder, ${peerRuns === 1 ? 'once each' : `${peerRuns} times each (median)`}, with a run of medlint after every run of theirs; medlint's figure
  is the median of these. They do different work, so the ratio says what a check costs, not that one replaces the other. Their versions are
  pinned in \`bench/package-lock.json\`.
- Cold start: \`fixtures/posts/stem-cell-exosome-treatment.md\`, medians of ${coldRuns} runs in turn with \`node -e 0\`.
- Memory: copies of the posts, each with a sentence of its own, so that no two are equal; the peak of resident memory as the kernel counts it.
`
}
