/**
 * A process that is ended at any moment leaves each file as it was or whole: posts, cache, baseline, ceilings, reports. A few moments here;
 * `npm run test:kill` takes fifty.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { parseBaseline } from '../../src/lint/baseline-text.ts'
import { parseCeilings } from '../../src/lint/ceilings.ts'
import { COMMAND, environment, folderOf, medlint, namesIn, read, wordRules } from './support.ts'

const MOMENTS = Number(process.env['MEDLINT_KILL_MOMENTS'] ?? 8)
const POSTS = 20
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const
const FIX = ['--fix', '--cache', '-f', 'json:report.json', '-f', 'html:report.html', '-f', 'stylish']
const COMMANDS = [
  FIX,
  ['--suppress-rule', 'word-error'],
  ['gate', '--write-ceilings'],
  ['score', '-f', 'html:score.html', '-f', 'json:score.json'],
]

const postOf = (n: number) => `A tpyo, bad.\n\n${'Some meh text.\n\n'.repeat(8)}Number ${n}.\n`
const names = Array.from({ length: POSTS }, (_, n) => `post-${n}.md`)

/** A site with the files of an earlier run, when one post less was there. */
async function site(): Promise<string> {
  const folder = folderOf({ ...wordRules(), ...Object.fromEntries(names.slice(1).map((name, n) => [name, postOf(n + 1)])) })
  for (const words of [['--cache', '-f', 'json:report.json', '-f', 'html:report.html', '-f', 'stylish'], ...COMMANDS.slice(1)])
    await medlint(words, { cwd: folder })
  cpSync(path.join(folder, 'post-1.md'), path.join(folder, 'post-0.md'))
  return folder
}

/** Milliseconds from start to end; `at`: it is sent the signal after that many. */
function run(folder: string, words: readonly string[], at?: number, signal?: NodeJS.Signals): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, [COMMAND, ...words], { cwd: folder, env: environment(), stdio: 'ignore' })
  if (at !== undefined) void wait(at).then(() => child.kill(signal))
  return new Promise((resolve) => {
    child.on('close', () => resolve(performance.now() - started))
  })
}

const whole: Record<string, (text: string) => unknown> = {
  '.medlint-baseline.json': parseBaseline,
  '.medlint-ceilings.json': parseCeilings,
  'report.json': (text) => expect((JSON.parse(text) as unknown[]).length).toBeGreaterThanOrEqual(POSTS - 1),
  'score.json': (text) => expect(JSON.parse(text)).toHaveProperty('summary'),
  'report.html': (text) => expect(text).toMatch(/<\/html>\n$/),
  'score.html': (text) => expect(text).toMatch(/<\/html>\n$/),
  '.medlintcache': (text) => {
    const [head, ...lines] = text.split('\n')
    expect(head).toMatch(/^medlint-cache \d+$/)
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(line).toMatch(/^"post-\d+\.md"\t[\w+/]+=\t\[.*\]\t\{.*\}$/)
  },
}

describe('a run that is ended', () => {
  it(`at ${MOMENTS} moments leaves every file as it was or whole`, async () => {
    const original = await site()
    const before = new Map(namesIn(original).map((name) => [name, read(original, name)]))
    const duration = await run(folderCopy(original), FIX)
    for (let moment = 0; moment < MOMENTS; moment++) {
      const folder = folderCopy(original)
      const signal = SIGNALS[moment % SIGNALS.length]!
      const words = COMMANDS[moment % 2 === 0 ? 0 : 1 + (Math.floor(moment / 2) % (COMMANDS.length - 1))]!
      // From before the first file is read to behind the last one that is written.
      await run(folder, words, duration * (0.15 + (0.9 * moment) / MOMENTS), signal)
      for (const name of names) {
        const text = read(folder, name)
        expect([before.get(name), before.get(name)!.replace('tpyo', 'typo')]).toContain(text)
      }
      for (const [name, check] of Object.entries(whole)) {
        const text = readFileSync(path.join(folder, name), 'utf8')
        if (text !== before.get(name)) check(text)
      }
      // A process that is not asked leaves its unfinished file under a name that nothing reads.
      const left = namesIn(folder).filter((name) => !before.has(name))
      if (signal === 'SIGKILL') for (const name of left) expect(name).toMatch(/^\..*\.tmp$/)
      else expect(left).toEqual([])
      expect(existsSync(path.join(folder, 'post-0.md'))).toBe(true)
    }
    // And nothing that is left stands in the way of the next run.
    const last = folderCopy(original)
    await run(last, FIX, duration / 2, 'SIGKILL')
    expect((await medlint(FIX, { cwd: last })).status).toBe(1)
    expect(names.map((name) => read(last, name)).filter((text) => text.includes('tpyo'))).toEqual([])
  }, 180_000)
})

function folderCopy(original: string): string {
  const folder = folderOf()
  cpSync(original, folder, { recursive: true })
  return folder
}
