/** npm run bench: measures medlint against its budgets (DESIGN.md, section 7). See README.md beside this file. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { CORPUS, hasCorpus } from './corpus.mjs'
import { stopRunning } from './measure.mjs'
import { isBuilt, root, version } from './medlint.mjs'

const here = path.join(root, 'bench')
const PART_NAMES = ['throughput', 'peers', 'cold', 'memory', 'keystroke']
const HELP = `npm run bench -- [options]
  --only <part>      ${PART_NAMES.join(', ')}; may be repeated
  --runs <n>         runs of medlint and of the bare parse (5)
  --peer-runs <n>    runs of each other tool (2)
  --cold-runs <n>    cold starts (15)
  --peers-alone      run the other tools without medlint, to try them
  --write            write docs/performance.md (all parts)
MEDLINT_CORPUS names the corpus; otherwise it is ../shared/corpus beside the repository.
`

function stop(message) {
  process.stderr.write(`bench: ${message}\n`)
  process.exit(2)
}

function options() {
  const text = { type: 'string' }
  const flag = { type: 'boolean', default: false }
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        runs: { ...text, default: '5' },
        'peer-runs': { ...text, default: '2' },
        'cold-runs': { ...text, default: '15' },
        'peers-alone': flag,
        write: flag,
        help: flag,
      },
    })
    return values
  } catch (error) {
    return stop(`${error.message}\n${HELP}`)
  }
}

function wholeNumber(name, value) {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : stop(`--${name} takes a whole number above 0, not "${value}"`)
}

const chosen = options()
if (chosen.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const unknown = chosen.only.find((part) => !PART_NAMES.includes(part))
if (unknown !== undefined) stop(`there is no part "${unknown}"; choose of ${PART_NAMES.join(', ')}`)
if (chosen.write && (chosen.only.length > 0 || chosen['peers-alone']))
  stop('--write needs all parts: leave out --only and --peers-alone')
if (!hasCorpus()) stop(`the corpus is needed and is not at ${CORPUS}: set MEDLINT_CORPUS to the folder with INDEX.tsv`)
if (!isBuilt() && !chosen['peers-alone']) stop('dist/cli.js is missing: run npm run build first')
if (!existsSync(path.join(here, 'node_modules', '.package-lock.json'))) {
  process.stderr.write('installing the other tools (bench/package-lock.json)\n')
  execFileSync('npm', ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

const parts = chosen['peers-alone']
  ? ['peers']
  : PART_NAMES.filter((part) => chosen.only.length === 0 || chosen.only.includes(part))
const say = (line) => process.stderr.write(`${line}\n`)
const scratch = mkdtempSync(path.join(os.tmpdir(), 'medlint-bench-'))
const clear = () => rmSync(scratch, { recursive: true, force: true })
process.once('exit', clear)
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => {
    stopRunning()
    process.exit(status)
  })
}

const load = os.loadavg()[0]
if (load > 0.5) say(`The machine is not idle (load ${load.toFixed(1)}): the figures will be rough.`)
const { PARTS, writeCorpus } = await import('./parts.mjs')
const setUp = {
  scratch,
  say,
  posts: writeCorpus(scratch, say),
  runs: wholeNumber('runs', chosen.runs),
  peerRuns: wholeNumber('peer-runs', chosen['peer-runs']),
  coldRuns: wholeNumber('cold-runs', chosen['cold-runs']),
  onlyPeers: chosen['peers-alone'],
}
const rows = []
try {
  for (const part of parts) {
    say(part)
    rows.push(...(await PARTS[part](setUp)))
  }
} catch (error) {
  stop(error.message)
}
const { markdownTable, performancePage } = await import('./table.mjs')
if (rows.length > 0) process.stdout.write(`${markdownTable(rows)}\n`)
if (chosen.write) {
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(path.join(root, 'docs', 'performance.md'), performancePage({ ...setUp, rows, date, version: version(), load }))
  say('docs/performance.md written')
}
