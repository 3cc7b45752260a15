/**
 * `npm run test:hooks`: the pre-commit hook of this repository in a real git repository, installed the way pre-commit does it: a bad post is
 * stopped, a good one passes. Needs pre-commit (Debian: `pre-commit`) and the npm registry; takes some minutes, since it builds a fresh clone.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const PATIENCE = 15 * 60_000
const BAD = '# Dose\n\nTake 1.0 mg at night.\n'
const GOOD = '# Dose\n\nTake 1 mg at night.\n'
const CONFIG = { extends: [], rules: { 'dose-decimal': 'error' } }

const folder = mkdtempSync(path.join(tmpdir(), 'medlint-hooks-'))
const clone = path.join(folder, 'hook')
const site = path.join(folder, 'site')
const env = {
  ...process.env,
  PRE_COMMIT_HOME: path.join(folder, 'cache'),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@clinic.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@clinic.example',
}

function run(command, words, cwd) {
  const { error, status, stdout, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8', timeout: PATIENCE })
  if (error) throw new Error(error.code === 'ENOENT' ? `Install ${command} first.` : `${command}: ${error.message}`)
  return { status, output: `${stdout}\n${stderr}` }
}

function must(command, words, cwd) {
  const { status, output } = run(command, words, cwd)
  assert.equal(status, 0, `${command} ${words.join(' ')}\n${output}`)
  return output.trim()
}

function tryToCommit(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(site, name), text)
  must('git', ['add', '-A'], site)
  return run('git', ['commit', '-m', 'Change'], site)
}

try {
  must('pre-commit', ['--version'], folder)
  must('git', ['clone', '--quiet', root, clone], folder)
  const revision = must('git', ['rev-parse', 'HEAD'], clone)
  mkdirSync(site)
  must('git', ['init', '--quiet', '-b', 'main'], site)
  writeFileSync(
    path.join(site, '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${clone}\n    rev: ${revision}\n    hooks:\n      - id: medlint\n`,
  )
  must('pre-commit', ['install'], site)

  const bad = tryToCommit({ '.medlintrc.json': JSON.stringify(CONFIG), 'post.md': BAD })
  assert.equal(bad.status, 1, bad.output)
  assert.match(bad.output, /dose-decimal/, `the finding is not shown:\n${bad.output}`)
  assert.notEqual(run('git', ['rev-parse', '--verify', 'HEAD'], site).status, 0, 'nothing was committed')

  const good = tryToCommit({ 'post.md': GOOD })
  assert.equal(good.status, 0, good.output)
  assert.match(good.output, /medlint\W+Passed/, 'the hook ran')

  const other = tryToCommit({ 'notes.txt': BAD })
  assert.equal(other.status, 0, other.output)
  assert.match(other.output, /no files to check/, 'only Markdown is linted')

  const mdx = tryToCommit({ 'post.mdx': BAD })
  assert.equal(mdx.status, 1, mdx.output)
  console.log('pre-commit: ok')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
