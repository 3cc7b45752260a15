/** What command-line tests share: folders of files that go away again, and the built command as a child process. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

const made: string[] = []
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files; a name ending in `/` is an empty folder. */
export function folderOf(files: Record<string, string | Uint8Array> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'medlint-')))
  made.push(folder)
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(file, content)
  }
  return folder
}

/** Rules for words, so that these tests do not depend on what real rules find: each reports its word. */
const WORDS_PLUGIN = `
const rule = (id, word, severity, fix) =>
  Object.assign(() => undefined, {
    meta: {
      id, family: 'language', type: 'problem', purpose: 'no "' + word + '"', severity, fix: fix ? 'safe' : 'none', wave: 2,
      standards: [], url: 'https://clinic.example/' + id, defaultOptions: {},
      messages: { found: { text: 'Replace "{word}".' } },
      schema: { type: 'object', properties: { max: { type: 'number' } } },
    },
    check(post, { report }) {
      if (word === 'boom' && post.text.includes('boom')) throw new Error('it went off')
      for (let start = post.text.indexOf(word); start >= 0; start = post.text.indexOf(word, start + 1)) {
        const at = { start, end: start + word.length }
        report({ at, message: 'found', data: { word }, ...(fix ? { fix: [{ ...at, text: fix }] } : {}) })
      }
    },
  })
export default [rule('word-error', 'bad', 'error'), rule('word-warn', 'meh', 'warn'), rule('word-info', 'hmm', 'info'),
  rule('word-fix', 'tpyo', 'warn', 'typo'), rule('explodes', 'boom', 'error')]
`
const WORD_RULES = { 'word-error': 'error', 'word-warn': 'warn', 'word-info': 'info', 'word-fix': 'warn', explodes: 'error' }

/** Files of a site with rules for single words: `bad` error, `meh` warning, `hmm` info, `tpyo` fixable warning, `boom` crash. */
export function wordRules(config: object = {}): Record<string, string> {
  return {
    'words.mjs': WORDS_PLUGIN,
    '.medlintrc.json': JSON.stringify({ plugins: ['./words.mjs'], rules: WORD_RULES, ...config }),
  }
}

export interface Run {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

interface RunOptions {
  cwd: string
  input?: string | Uint8Array
  env?: Record<string, string>
}

/** Environment of the child: ours without what would change the outcome. */
export function environment(extra: Record<string, string> = {}): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, SOURCE_DATE_EPOCH: '1780272000', ...extra }
}

/** The built command. */
export function medlint(words: string[], { cwd, input, env }: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...words], { cwd, env: environment(env) })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
  })
}

export function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}

/** Names of all files in a folder and below. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : []
}
