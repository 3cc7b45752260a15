/**
 * Runs the commands of docs/scale.md (blocks marked `sh run`) over 10,000 posts made for it: GNU parallel and jq do their part, what they
 * give is what one run gives, and memory does not grow with the number of documents. Needs `parallel` and `jq`.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const POSTS = 10_000
const FEW = 2_000
/** Peak of all posts by peak of a few. */
const FLAT = 1.25
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const probe = new URL('../bench/probe.mjs', import.meta.url).href
const folder = mkdtempSync(path.join(tmpdir(), 'medlint-scale-'))
const env = { ...process.env, PATH: `${folder}/bin${path.delimiter}${process.env.PATH}`, SOURCE_DATE_EPOCH: '1780272000' }

const SENTENCES = [
  (n) => `Magnesium prevents migraine attacks in ${(n % 60) + 20}% of adults.`,
  (n) => `Take 2.0 mg of folic acid ${(n % 3) + 1} times a day.`,
  (n) => `The clinic opened its ward number ${n} in spring, and many patients came to see it.`,
  () => 'Studies show that iron cures fatigue.[1]',
  () => 'Ask your doctor before you change a dose.',
]

function post(n) {
  const title = `# Post ${n} – “minerals”\n`
  const paragraphs = SENTENCES.map((_, index) => SENTENCES[(index + n) % SENTENCES.length](n * 7 + index))
  return `---\ntitle: Post ${n}\ndate: 2026-03-01\n---\n\n${title}\n${paragraphs.join('\n\n')}\n`
}

function bash(command) {
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  return { status, stderr }
}

/** Peak memory in MB of `medlint --ndjson` over the first documents. */
function peakOf(lines, count) {
  writeFileSync(`${folder}/part.ndjson`, lines.slice(0, count).join(''))
  const [input, output] = [openSync(`${folder}/part.ndjson`, 'r'), openSync('/dev/null', 'w')]
  const probeFile = `${folder}/probe.json`
  const args = ['--import', probe, path.join(root, 'dist/cli.js'), '--ndjson']
  const run = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...env, MEDLINT_BENCH_PROBE: probeFile },
    stdio: [input, output, 'inherit'],
  })
  assert.equal(run.status, 1)
  return Math.round(JSON.parse(readFileSync(probeFile, 'utf8')).peakKb / 1024)
}

try {
  for (const tool of ['parallel', 'jq']) {
    if (spawnSync(tool, ['--version']).status !== 0)
      throw new Error(`Install ${tool} first (Debian: apt-get install parallel jq).`)
  }
  mkdirSync(`${folder}/bin`)
  mkdirSync(`${folder}/posts`)
  writeFileSync(`${folder}/bin/medlint`, `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`, { mode: 0o755 })
  for (let n = 0; n < POSTS; n++) writeFileSync(`${folder}/posts/post-${n}.md`, post(n))
  const page = readFileSync(path.join(root, 'docs/scale.md'), 'utf8')
  const blocks = [...page.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map(([, commands]) => commands)
  assert.equal(blocks.length, 2)
  for (const commands of blocks) {
    const { status, stderr } = bash(`set -o pipefail\n${commands}`)
    console.log(`${commands}ended with ${status}\n${stderr}`)
    assert.ok(!stderr.includes('fault of medlint') && !stderr.includes('Correct line'), stderr)
  }
  assert.equal(bash('medlint posts -f sarif:one.sarif -f json:one.json -f jsonl:one.jsonl').status, 1)
  const read = (name) => readFileSync(path.join(folder, name), 'utf8')
  assert.ok(read('medlint.sarif').length > POSTS * 100)
  // Shards were quiet, and their merge was not.
  assert.equal(read('medlint.json') === read('one.json'), true, 'merged json differs from that of one run')
  assert.equal(read('medlint.sarif') === read('one.sarif'), true, 'merged sarif differs from that of one run')
  const sorted = (text) => text.trimEnd().split('\n').sort().join('\n')
  const files = read('one.jsonl').replace(/\{"type":"summary".*\n/, '')
  assert.equal(sorted(read('messages.ndjson')) === sorted(files), true, 'answers to documents differ from those for files')
  const order = (name) =>
    read(name)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path)
  assert.deepEqual(order('messages.ndjson'), order('posts.ndjson'))
  const lines = read('posts.ndjson').split(/(?<=\n)/)
  const [few, all] = [peakOf(lines, FEW), peakOf(lines, POSTS)]
  console.log(`peak memory of --ndjson: ${few} MB over ${FEW} documents, ${all} MB over ${POSTS}`)
  assert.ok(all < few * FLAT, 'memory grows with the number of documents')
  console.log(
    `scale: ${POSTS} posts, as shards and as a stream, the same as one run (${execFileSync('parallel', ['--version'], { encoding: 'utf8' }).split('\n')[0]})`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
