/**
 * `npm run test:vscode`: the extension in VS Code (as a server, with Chromium as its window): findings are shown, quick fixes and comments reach
 * the disk, the score is in the status bar. Builds the extension first; needs `npm run build`, Chromium (`CHROMIUM=/path`), and on the first
 * run some minutes to install. `--pictures FOLDER` keeps a screenshot.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { installCodeServer, startCodeServer } from '../test/vscode/code-server.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const vsix = path.join(root, `apps/vscode/dist/medlint-${version}.vsix`)
const at = process.argv.indexOf('--pictures')
const pictures = at < 0 ? undefined : process.argv[at + 1]
const PATIENCE = 60_000
const REASON = 'Quoted from the label, section 4.2'
const DOSES = '\n\n## Dose\n\nTake .5 mg of folic acid.\n\nTake .4 mg of folic acid.\n'
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
}

execFileSync(process.execPath, [path.join(root, 'scripts/build-vscode.mjs')], { stdio: 'inherit' })
installCodeServer()
const folder = mkdtempSync(path.join(tmpdir(), 'medlint-vscode-'))
const site = path.join(folder, 'site')
const post = path.join(site, 'exosomes.md')
mkdirSync(site)
writeFileSync(post, readFileSync(path.join(root, 'fixtures/posts/stem-cell-exosome-treatment.md'), 'utf8').trimEnd() + DOSES)
writeFileSync(path.join(site, 'page.mdx'), `# Dose\n\n<Note>Read this.</Note>\n${DOSES}`)

const STEPS = {
  'the package holds what runs and nothing else': ({ extensions }) => {
    const name = readdirSync(extensions).find((each) => each.startsWith('medlint.medlint-'))
    const installed = path.join(extensions, name)
    const files = readdirSync(installed, { recursive: true })
    assert.deepEqual(
      files.filter((each) => /node_modules|\.(?:ts|map|tgz|vsix)$|lock/.test(each)),
      [],
    )
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
    assert.equal(manifest.version, version)
    assert.equal(manifest.dependencies, undefined)
    assert.ok(!readFileSync(path.join(installed, 'client.cjs'), 'utf8').includes(root), 'no path of this machine')
    const options = [path.join(installed, 'server/cli.js'), '--version']
    assert.equal(execFileSync(process.execPath, options, { encoding: 'utf8' }).trim(), version)
  },
  'findings are underlined, and listed in the Problems panel': async ({ page }) => {
    await openFile(page, 'exosomes.md')
    await page.locator('.squiggly-error').first().waitFor()
    await page.keyboard.press('Control+Shift+M')
    const rows = page.locator('.markers-panel .monaco-list-row')
    await rows.filter({ hasText: 'frontmatter-author' }).waitFor()
    await rows.filter({ hasText: 'medlint' }).first().waitFor()
    if (pictures) await page.screenshot({ path: path.join(pictures, 'vscode.png') })
    await page.keyboard.press('Control+Shift+M')
  },
  'the status bar shows the score, which says what is missing': async ({ page }) => {
    const { pages } = JSON.parse(command(['score', post, '--format', 'json']))
    const item = page.locator('.statusbar-item', { hasText: `${pages[0].total} ${pages[0].letter}` })
    await item.waitFor()
    await item.click()
    const list = page.locator('.quick-input-widget')
    await list.locator('.monaco-list-row', { hasText: 'claims without a source' }).waitFor()
    if (pictures) await page.screenshot({ path: path.join(pictures, 'vscode-score.png') })
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
  },
  'a quick fix reaches the disk': async ({ page }) => {
    await goTo(page, lineOf('Take .5 mg'), 7)
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget .monaco-list-row', { hasText: '0.5' }).first().click()
    await saved(page, (text) => text.includes('Take 0.5 mg') && text.includes('Take .4 mg'))
  },
  'a finding is ignored with a reason': async ({ page }) => {
    await goTo(page, lineOf('Take .4 mg'), 7)
    await runCommand(page, 'medlint: Ignore the Finding')
    await page.locator('.quick-input-widget', { hasText: 'Ignore dose-decimal here' }).waitFor()
    await page.keyboard.type('no')
    await page.locator('.quick-input-widget', { hasText: 'at least 10 characters' }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(REASON)
    await page.keyboard.press('Enter')
    await saved(page, (text) => text.includes(`<!--medlint ignore dose-decimal reason="${REASON}"-->\nTake .4 mg`))
    const [{ messages }] = JSON.parse(command([post, '--format', 'json'], 1))
    assert.ok(!messages.some(({ rule }) => rule === 'dose-decimal' || rule === 'medlint/directive'))
  },
  'all safe fixes at once are those of the command line': async ({ page }) => {
    const wanted = command(
      ['--fix-dry-run', '--stdin', '--stdin-filename', post, '--format', 'json'],
      1,
      readFileSync(post, 'utf8'),
    )
    const { output } = JSON.parse(wanted)[0]
    assert.ok(output && output !== readFileSync(post, 'utf8'), 'there is something to fix')
    await runCommand(page, 'medlint: Fix All')
    await saved(page, (text) => text === output)
  },
  'the page of a rule opens': async ({ page }) => {
    await runCommand(page, 'medlint: Open the Page of a Rule')
    await page.locator('.quick-input-widget', { hasText: 'The page of which rule?' }).waitFor()
    await page.keyboard.type('dose-decimal')
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'dose-decimal' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.tab', { hasText: 'Preview dose-decimal.md' }).waitFor()
  },
  'MDX is checked, also after a restart of the server': async ({ page }) => {
    await openFile(page, 'page.mdx')
    const errors = page.locator('.editor-instance .squiggly-error')
    await errors.first().waitFor()
    await runCommand(page, 'medlint: Restart the Server')
    await goTo(page, 99, 1)
    await page.keyboard.insertText('Take .3 mg of folic acid.')
    await errors.filter({ visible: true }).nth(3).waitFor()
  },
  'switched off, it shows nothing': async ({ page }) => {
    mkdirSync(path.join(site, '.vscode'))
    writeFileSync(path.join(site, '.vscode/settings.json'), JSON.stringify({ 'medlint.enable': false }))
    const shown = page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')
    await shown.first().waitFor({ state: 'detached' })
    assert.equal(await page.locator('.statusbar-item[id^="medlint"]').isVisible(), false)
  },
}

let passed = 0
let browser
let server
try {
  server = await startCodeServer({ profile: path.join(folder, 'profile'), vsix, settings: SETTINGS })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${server.address}/?folder=${encodeURIComponent(site)}`)
  await page.locator('.monaco-workbench .explorer-viewlet .monaco-list-row').first().waitFor()
  for (const [name, step] of Object.entries(STEPS)) {
    try {
      await step({ page, ...server })
      passed += 1
      console.log(`ok ${name}`)
    } catch (error) {
      console.log(`not ok ${name}\n${error.stack}`)
      if (pictures) await page.screenshot({ path: path.join(pictures, 'vscode-failed.png') })
      break
    }
  }
} finally {
  await browser?.close()
  server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
const all = Object.keys(STEPS).length
console.log(`${passed} passed, ${all - passed} failed or not run`)
process.exitCode = passed === all ? 0 : 1

async function openFile(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).dblclick()
  await page.locator('.tab.active', { hasText: name }).waitFor()
}

async function runCommand(page, title) {
  await page.keyboard.press('F1')
  const input = page.locator('.quick-input-widget input[type="text"]')
  await input.fill(`>${title}`)
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click()
}

async function goTo(page, line, column) {
  await page.keyboard.press('Control+g')
  await page.locator('.quick-input-widget input[type="text"]').fill(`:${line}:${column}`)
  await page.keyboard.press('Enter')
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

function lineOf(text) {
  const before = readFileSync(post, 'utf8').split(text)[0]
  return before.split('\n').length
}

/** Saves until the file says what is wanted: an edit may take a moment to arrive. */
async function saved(page, isWanted) {
  const end = Date.now() + PATIENCE
  while (!isWanted(readFileSync(post, 'utf8'))) {
    if (Date.now() > end) throw new Error(`The file says:\n${readFileSync(post, 'utf8').slice(-600)}`)
    await page.keyboard.press('Control+s')
    await page.locator('.tab.active:not(.dirty)').waitFor()
  }
}

function command(words, status = 0, input = undefined) {
  try {
    return execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), ...words], {
      cwd: site,
      encoding: 'utf8',
      input,
      stdio: 'pipe',
    })
  } catch (error) {
    if (error.status !== status) throw error
    return error.stdout
  }
}
