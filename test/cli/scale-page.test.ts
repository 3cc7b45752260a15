/** The command that docs/scale.md gives to Spark, run as Spark runs it: split into words, a partition's elements as lines. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMAND, environment, folderOf, wordRules } from './support.ts'

const page = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8')
const command = /^command = "(.*)"$/m.exec(page)![1]!

/** As `shlex.split` cuts it. */
const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)

function pipe(elements: readonly string[]): Promise<{ status: number | null; lines: string[] }> {
  const folder = folderOf(wordRules())
  const script = `medlint() { "${process.execPath}" "${COMMAND}" "$@"; }\n`
  const [shell, option, line] = words
  return new Promise((resolve) => {
    const child = spawn(shell!, [option!, script + line], { cwd: folder, env: environment() })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.on('close', (status) => resolve({ status, lines: stdout.split('\n').slice(0, -1) }))
    child.stdin.end(elements.map((element) => `${element}\n`).join(''))
  })
}

describe('the command for Spark', () => {
  const document = (path: string, text: string) => JSON.stringify({ path, text })

  it('gives a line for each element and ends with 0, also where there are problems', async () => {
    const { status, lines } = await pipe([document('a.md', 'bad'), document('b.md', 'Good.'), document('c.md', 'meh\nbad')])
    expect(lines.map((line) => (JSON.parse(line) as { path: string }).path)).toEqual(['a.md', 'b.md', 'c.md'])
    expect(status).toBe(0)
  })

  it('ends with 0 for an empty partition', async () => {
    expect(await pipe([])).toEqual({ status: 0, lines: [] })
  })

  it('fails the task for a row without text', async () => {
    const { status, lines } = await pipe(['{"path":"a.md"}', document('b.md', 'Good.')])
    expect(lines).toHaveLength(2)
    expect(status).toBe(1)
  })
})
