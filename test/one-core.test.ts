/**
 * One core, one result: the command line, the language server, the remark door and the engine of the browser hosts say the same of the same
 * text, to the character. Runs on the built package.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { presets } from '../presets/index.ts'
import strict from '../presets/strict.ts'
import { rules } from '../rules/index.ts'
import { loadParser } from '../src/cli/parse.ts'
import { nodeResources } from '../src/cli/resources.ts'
import { resolve } from '../src/config/resolve.ts'
import { lint } from '../src/lint/lint.ts'
import type { Message } from '../src/lint/types.ts'
import { parsePortable } from '../src/portable-parser.ts'
import { createPost } from '../src/post/post.ts'
import '../src/cli/register-host.ts'
import { folderOf, medlint } from './cli/support.ts'
import { type Client, startClient } from './language-server/client.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixtures = path.join(root, 'fixtures/hosts')
const names = readdirSync(fixtures).filter((name) => /\.mdx?$/.test(name))
const texts = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(fixtures, name), 'utf8')]))
const NOW = '2026-06-01'
const EPOCH = String(Date.parse(NOW) / 1000)

/** Files and other pages are known to some hosts only. */
const projectRules = Object.fromEntries(
  Object.keys(rules)
    .filter((id) => rules[id]!.meta.scope === 'project')
    .map((id) => [id, 'off']),
)
const configs = {
  'no project facts': { extends: 'strict', rules: projectRules, siteConfig: false },
  'own domains, audience and region': {
    extends: ['strict', 'patient', 'supplements'],
    rules: projectRules,
    siteConfig: false,
    ownDomains: ['ourclinic.example'],
    region: ['us'],
  },
} as const

type Found = Pick<Message, 'rule' | 'severity' | 'message' | 'note' | 'start' | 'end'>
type ByFile = Record<string, Found[]>

const found = ({ rule, severity, message, note, start, end }: Found): Found => ({ rule, severity, message, note, start, end })

async function commandLine(folder: string): Promise<ByFile> {
  const { stdout } = await medlint([...names, '--format', 'json', '--now', NOW], { cwd: folder })
  const reports = JSON.parse(stdout) as { path: string; messages: Message[] }[]
  return Object.fromEntries(reports.map((report) => [path.basename(report.path), report.messages.map(found)]))
}

describe.each(Object.entries(configs))('with %s', (_, config) => {
  let folder: string
  let expected: ByFile
  let server: Client
  let engine: Worker

  beforeAll(async () => {
    process.env['SOURCE_DATE_EPOCH'] = EPOCH
    folder = folderOf({ ...texts, '.medlintrc.json': JSON.stringify(config) })
    expected = await commandLine(folder)
    server = await startClient(folder)
    engine = await startEngine()
  })

  afterAll(async () => {
    delete process.env['SOURCE_DATE_EPOCH']
    await server.stop()
    await engine.terminate()
  })

  it('the command line finds something in every file', () => {
    expect(Object.keys(expected).toSorted()).toEqual(names.toSorted())
    expect(names.filter((name) => expected[name]!.length === 0)).toEqual([])
  })

  it.each(names)('the language server agrees on %s', async (name) => {
    const uri = pathToFileURL(path.join(folder, name)).href
    const text = texts[name]!
    server.open(uri, text, name.endsWith('x') ? 'mdx' : 'markdown')
    const document = TextDocument.create(uri, 'markdown', 1, text)
    const diagnostics = (await server.diagnostics(uri, 1)).map(({ code, severity, message, range }) => ({
      rule: code,
      severity: ['error', 'warn', 'info'][severity! - 1],
      message,
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    }))
    expect(diagnostics).toEqual(
      expected[name]!.map(({ note, message, ...rest }) => ({
        ...rest,
        message: note === null ? message : `${message}\n${note}`,
      })),
    )
  })

  it.each(names)('the browser engine agrees on %s', async (name) => {
    const { extends: preset, siteConfig: _siteConfig, ...options } = config
    const messages = await askEngine(engine, { text: texts[name], path: name, preset, options, now: NOW })
    expect(messages.map(found)).toEqual(expected[name])
  })
})

/** Lines that start like frontmatter and are none. Inside remark its own plugin decides what they are. */
const FENCES = [
  '---\n15. Zinc\nTake 2.0 mg or .5 mg of zinc.\n',
  '---\nZinc shortens a cold by two days. It cures sinusitis in 80% of adults.[1]\n---\n',
  '---\n## References\n2. Moreno J. Sleep apnoea and driving. Chest.\n---\n',
  '+++\n> It cures *all* colds.\n\n[^a]: Park S, Roy D. Night splints for the wrist. J Hand Ther. 2018;7(2):11-15.\n',
]

it.each(FENCES)('both parsers read %j as text', async (text) => {
  const config = resolve({ extends: 'strict' }, 'post.md', { presets, rules, now: NOW })
  const [one, other] = [await loadParser(), parsePortable].map((parse) =>
    lint(createPost(text, { parse, path: 'post.md', resources: nodeResources }), config).messages.filter(
      ({ start }) => start > 0,
    ),
  )
  expect(one).not.toEqual([])
  expect(one).toEqual(other)
})

describe('in remark', () => {
  let expected: ByFile

  beforeAll(async () => {
    process.env['SOURCE_DATE_EPOCH'] = EPOCH
    expected = await commandLine(folderOf({ ...texts, '.medlintrc.json': JSON.stringify(configs['no project facts']) }))
  })

  afterAll(() => {
    delete process.env['SOURCE_DATE_EPOCH']
  })

  it.each(names)('the preset agrees on %s', async (name) => {
    const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm)
    if (name.endsWith('x')) processor.use(remarkMdx)
    processor.use(strict)
    const file = new VFile({ path: name, value: texts[name]! })
    await processor.run(processor.parse(file), file)
    const messages = file.messages
      .filter(({ ruleId }) => !(ruleId! in projectRules))
      .map(({ ruleId, fatal, reason, place, note }) => {
        const { start, end } = place as { start: { offset: number }; end: { offset: number } }
        const severity = fatal === true ? 'error' : fatal === false ? 'warn' : 'info'
        return { rule: ruleId, severity, message: reason, note: note ?? null, start: start.offset, end: end.offset }
      })
    expect(messages).toEqual(expected[name])
  })
})

/** The bundle of the browser hosts on a thread without Node's or a page's globals in its code; the lists come from the built package. */
async function startEngine(): Promise<Worker> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        import { parentPort, workerData } from 'node:worker_threads'
        import { readFile } from 'node:fs/promises'
        import { createEngine } from './apps/engine/engine.ts'
        const engine = createEngine((name) => readFile(workerData + name + '.txt', 'utf8'))
        parentPort.on('message', async (request) => {
          try {
            parentPort.postMessage({ messages: (await engine.analyse(request)).messages })
          } catch (error) {
            parentPort.postMessage({ error: String(error.stack) })
          }
        })`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    conditions: ['worker'],
    external: ['node:*'],
  })
  return new Worker(outputFiles[0]!.text, { eval: true, workerData: path.join(root, 'dist/data/') })
}

function askEngine(engine: Worker, request: object): Promise<Message[]> {
  return new Promise((resolve, reject) => {
    engine.once('message', ({ messages, error }) => (error === undefined ? resolve(messages) : reject(new Error(error))))
    engine.postMessage(request)
  })
}
