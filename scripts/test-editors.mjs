/**
 * `npm run test:editors`: the built language server in real editors: diagnostics are shown at the right place, behind emoji too, and a quick
 * fix reaches the disk. Editors that are not installed are named, and the run fails when none is. Debian: neovim, emacs-nox and elpa-eglot.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const PATIENCE = 60_000
const WRONG = 'perscribed'
const RIGHT = 'prescribed'
const TEXT = `# At home\n\n😀😀 Take the ${WRONG} dose.\n`
const CONFIG = { rules: { 'medical-spelling': 'warn' } }

const EDITORS = {
  nvim: (script) => ['--headless', '-u', 'NONE', '-i', 'NONE', '-S', script('neovim.lua')],
  emacs: (script) => ['-Q', '--batch', '-l', script('emacs.el')],
}

function runEditor(name, argumentsFor) {
  const folder = mkdtempSync(path.join(tmpdir(), 'medlint-editor-'))
  const post = path.join(folder, 'post.md')
  writeFileSync(post, TEXT)
  writeFileSync(path.join(folder, '.medlintrc.json'), JSON.stringify(CONFIG))
  try {
    const { error, stdout, stderr } = spawnSync(
      name,
      argumentsFor((file) => path.join(root, 'test/editors', file)),
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: PATIENCE,
        env: {
          ...process.env,
          HOME: folder,
          MEDLINT_POST: post,
          MEDLINT_COMMAND: JSON.stringify([process.execPath, path.join(root, 'dist/cli.js'), 'lsp', '--stdio']),
        },
      },
    )
    if (error) return error.code === 'ENOENT' ? 'missing' : `failed: ${error.message}`
    return judge(`${stdout}\n${stderr}`, readFileSync(post, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(output, saved) {
  try {
    assert.match(output, new RegExp(`${WRONG}`), 'the message is shown')
    assert.match(output, new RegExp(`action .*${RIGHT}`), 'the fix is offered')
    assert.equal(saved, TEXT.replace(WRONG, RIGHT), 'the fix is on disk, and nothing else has changed')
    return 'ok'
  } catch (error) {
    return `failed: ${error.message}\n${output}`
  }
}

const results = Object.entries(EDITORS).map(([name, argumentsFor]) => [name, runEditor(name, argumentsFor)])
for (const [name, result] of results) process.stdout.write(`${name}: ${result}\n`)
const ran = results.filter(([, result]) => result !== 'missing')
if (ran.length === 0) process.stdout.write('Install an editor: none of them is here.\n')
process.exitCode = ran.length > 0 && ran.every(([, result]) => result === 'ok') ? 0 : 1
