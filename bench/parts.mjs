/** What is measured. Every part gives rows for the table; both sides of a ratio come from the same run. */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { medicalPosts, saltedCopies, writePosts } from './corpus.mjs'
import { keystroke } from './keystroke.mjs'
import { median, runNode, summary } from './measure.mjs'
import { CLI, lintFolder, lintFolderToFile, root } from './medlint.mjs'
import { PEERS, peerArgs, peerTitle } from './peers.mjs'

const here = path.join(root, 'bench')
const MEMORY_BUDGET_MB = 400
/** Memory of 10,000 posts by that of 2,000 that still counts as flat: five times the posts, at most a quarter more. */
const FLAT = 1.25

/** @typedef {{part: string, what: string, budget: string, measured: string, processor?: string, verdict: string}} Row */

const times = (ratio) => (ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2))
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`

/** @param ratio smaller is better */
function verdict(ratio, budget, goal = 0) {
  if (!Number.isFinite(ratio)) return 'not measured'
  if (ratio <= goal) return 'met, goal met'
  return ratio <= budget ? 'met' : 'MISSED'
}

export function writeCorpus(scratch, say) {
  const posts = writePosts(path.join(scratch, 'posts'), medicalPosts())
  say(`${posts.files} English medical posts, ${(posts.bytes / 1e6).toFixed(1)} MB`)
  return posts
}

/** medlint and the bare parse in turn. */
export async function throughput({ scratch, posts, runs, say }) {
  const place = { cwd: scratch, scratch }
  const parses = []
  const lints = []
  for (let run = 0; run < runs; run++) {
    parses.push(await runNode([path.join(here, 'bare-parse.mjs'), posts.folder], place))
    lints.push(await lintFolder('posts', posts.files, place))
    say(`  run ${run + 1}: bare parse ${seconds(parses.at(-1).wallMs)}, medlint ${seconds(lints.at(-1).wallMs)}`)
  }
  if (parses.some((run) => run.status !== 0))
    throw new Error(`the bare parse failed: ${readFileSync(parses.at(-1).outputFile, 'utf8')}`)
  const [parse, medlint] = [summary(parses), summary(lints)]
  say(
    `  medlint reports ${lints[0].found} messages; longest by shortest run: bare parse ${times(parse.spread)}, medlint ${times(medlint.spread)}`,
  )
  const ratio = medlint.wall / parse.wall
  return [
    {
      part: 'throughput',
      what: `time of medlint by the bare parse of the same ${posts.files} posts`,
      budget: 'at most 1, goal 0.33',
      measured: times(ratio),
      processor: times(medlint.cpu / parse.cpu),
      verdict: verdict(ratio, 1, 1 / 3),
    },
  ]
}

/** Every other tool alone as shipped, with a run of medlint beside each run of theirs. */
export async function peers({ scratch, posts, peerRuns, say, onlyPeers }) {
  const place = { cwd: scratch, scratch }
  const lints = []
  const measured = []
  for (const peer of PEERS) {
    const runs = []
    let found = Number.NaN
    for (let run = 0; run < (onlyPeers ? 1 : peerRuns); run++) {
      runs.push(await runNode(peerArgs(peer, 'posts'), place))
      found = peer.found(readFileSync(runs.at(-1).outputFile, 'utf8'))
      if (!onlyPeers) lints.push(await lintFolder('posts', posts.files, place))
    }
    const result = { peer, found, ...summary(runs) }
    measured.push(result)
    say(`  ${peerTitle(peer)}: ${seconds(result.wall)}, ${seconds(result.cpu)} of processor time, ${found} messages`)
  }
  if (onlyPeers) return []
  const medlint = summary(lints)
  say(
    `  medlint: ${seconds(medlint.wall)}, ${seconds(medlint.cpu)} of processor time, ${lints[0].found} messages (median of ${medlint.runs})`,
  )
  return measured.map(({ peer, found, wall, cpu }) => ({
    part: 'peers',
    what: `time of ${peerTitle(peer)} by medlint`,
    budget: peer.goal ? `at least ${peer.floor}, goal ${peer.goal}` : `above ${peer.floor}`,
    measured: found > 0 ? times(wall / medlint.wall) : 'it did not run',
    processor: found > 0 ? times(cpu / medlint.cpu) : undefined,
    verdict: verdict(found > 0 ? medlint.wall / wall : Number.NaN, 1 / peer.floor, peer.goal && 1 / peer.goal),
  }))
}

/** One post, whole process, against a Node that does nothing. No probe: a preload would be most of it. */
export async function cold({ scratch, coldRuns, say }) {
  const folder = path.join(scratch, 'cold')
  mkdirSync(folder)
  copyFileSync(path.join(root, 'fixtures', 'posts', 'stem-cell-exosome-treatment.md'), path.join(folder, 'post.md'))
  const place = { cwd: folder, scratch, probe: false }
  const nothing = []
  const lints = []
  // The first pair warms the file cache and is not counted.
  for (let run = -1; run < coldRuns; run++) {
    const empty = await runNode(['-e', '0'], place)
    const lint = await runNode([CLI, 'post.md'], place)
    if (lint.status !== 0 && lint.status !== 1) throw new Error(`medlint ended with status ${lint.status} on one post`)
    if (run < 0) continue
    nothing.push(empty)
    lints.push(lint)
  }
  const [empty, medlint] = [summary(nothing), summary(lints)]
  say(`  node -e 0: ${empty.wall.toFixed(0)} ms, medlint: ${medlint.wall.toFixed(0)} ms (medians of ${coldRuns})`)
  const ratio = medlint.wall / empty.wall
  return [
    {
      part: 'cold',
      what: 'time of medlint over one post by `node -e 0`',
      budget: 'at most 5, goal 3',
      measured: times(ratio),
      verdict: verdict(ratio, 5, 3),
    },
  ]
}

/** The peak of the whole process over many posts, no two of them equal, and whether it grows with their number. */
export async function memory({ scratch, say }) {
  const place = { cwd: scratch, scratch }
  const originals = medicalPosts()
  const peak = {}
  for (const count of [2000, 10_000]) {
    const folder = `salted-${count}`
    const { bytes } = writePosts(path.join(scratch, folder), saltedCopies(originals, count))
    const runs = [await lintFolder(folder, count, place), await lintFolder(folder, count, place)]
    const whole = await lintFolderToFile(folder, place)
    peak[count] = { stream: median(runs.map((run) => run.peakKb)) / 1024, file: whole.peakKb / 1024 }
    rmSync(path.join(scratch, folder), { recursive: true })
    const { stream, file } = peak[count]
    say(
      `  ${count} posts, ${(bytes / 1e6).toFixed(0)} MB: ${stream.toFixed(0)} MB (jsonl), ${file.toFixed(0)} MB (json, --output-file), ${seconds(runs[0].wallMs)}`,
    )
  }
  const rows = [
    ['stream', '`--format jsonl`'],
    ['file', '`--format json --output-file`'],
  ]
  return rows.flatMap(([way, name]) => {
    const share = peak[10_000][way] / MEMORY_BUDGET_MB
    const shape = peak[10_000][way] / peak[2000][way]
    return [
      {
        part: 'memory',
        what: `peak memory over 10,000 posts by ${MEMORY_BUDGET_MB} MB, ${name}`,
        budget: 'below 1',
        measured: times(share),
        verdict: verdict(share, 1),
      },
      {
        part: 'memory',
        what: `peak memory over 10,000 posts by that over 2,000, ${name}`,
        budget: `flat: at most ${FLAT}`,
        measured: times(shape),
        verdict: verdict(shape, FLAT),
      },
    ]
  })
}

export const PARTS = { throughput, peers, cold, memory, keystroke }
