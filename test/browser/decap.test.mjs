/**
 * `npm run test:decap`, after `npm run build`: the widget in real Decap CMS and Netlify CMS, over real files, in Chromium (`CHROMIUM=/path`,
 * default /usr/bin/chromium). `--pictures FOLDER` keeps screenshots.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { serveDecap } from './decap.mjs'

const POST = 'magnesium-and-migraine'
const DOSE = ' Take .5 mg of folic acid.'
const CONFIG = { extends: 'recommended', rules: { 'dose-decimal': 'error' } }
const findings = (panel, rule) => panel.locator('li', { hasText: rule })
const status = (panel) => panel.locator('header [role=status]')
const at = process.argv.indexOf('--pictures')
const pictures = at < 0 ? undefined : process.argv[at + 1]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await inCms('findings, fields, suggestion, gate', { options: { config: CONFIG, gate: 'error' } }, testWriting)
  await inCms('keyboard and undo', { options: { config: CONFIG } }, testKeyboard)
  await inCms('Markdown mode', { options: {} }, testPlaces, 'stem-cell-exosome-treatment')
  await inCms('missing files', { options: { base: '/nowhere', gate: 'warning' } }, testMissing)
  await inCms('wrong configuration', { options: { config: { extends: 'gentle' } } }, testWrongConfig)
  await inCms('as a module', { widget: 'module', options: {} }, testModule)
  await inCms('the page of the documentation', { widget: 'documented' }, testDocumented)
  await inCms('Netlify CMS', { cms: 'netlify-cms', options: { config: CONFIG, gate: 'error' } }, testWriting)
  console.log('decap: all passed')
} finally {
  await browser.close()
}

/** Opens the entry and does the work; then nothing may have been asked of another host, and no script may have failed. */
async function inCms(title, options, work, post = POST) {
  const admin = await serveDecap({ widget: true, ...options })
  const context = await browser.newContext({ viewport: { width: 1300, height: 1000 } })
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const away = []
  const errors = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1') away.push(request.url())
  })
  // The CMS itself rejects a promise nobody waits for, with an action, whenever a save is refused.
  page.on('pageerror', (error) => error.message !== 'Object' && errors.push(error.message))
  try {
    await page.goto(`${admin.url}#/collections/blog/entries/${post}`)
    await page.getByRole('button', { name: 'Login' }).click()
    const saved = () => readFileSync(path.join(admin.folder, `content/posts/${post}.md`), 'utf8')
    await work({ page, panel: page.locator('section[aria-label=medlint]'), saved, title })
    assert.deepEqual(away, [], 'no request leaves the host')
    assert.deepEqual(errors, [], 'no script fails')
    console.log(`${title}: ok`)
  } catch (error) {
    if (pictures) await page.screenshot({ path: path.join(pictures, 'failed.png') })
    throw error
  } finally {
    await context.close()
    await admin.close()
  }
}

async function testWriting({ page, panel, saved, title }) {
  const before = saved()
  await status(panel).getByText('claims cited').waitFor()
  assert.equal(await findings(panel, 'dose-decimal').count(), 0)
  await page.locator('[data-slate-editor=true] p', { hasText: 'Ask your pharmacist' }).click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(DOSE)
  await findings(panel, 'dose-decimal').waitFor()
  assert.match(
    await findings(panel, 'dose-decimal').textContent(),
    /^Error Write "0\.5 mg".*Line \d+: “\.5 mg”/,
    'severity, message, place and words are told',
  )
  if (pictures) await picture(page, panel, title)

  await page.getByLabel('Description').first().fill('Short.')
  await findings(panel, 'frontmatter-description').waitFor()
  await page
    .getByLabel('Description')
    .first()
    .fill('What trials say about magnesium tablets for migraine, and who should be careful with them.')
  await findings(panel, 'frontmatter-description').waitFor({ state: 'detached' })

  await save(page)
  await page.getByText(/medlint found a problem to solve first/).waitFor()
  assert.equal(saved(), before, 'the gate leaves the file as it was')
  assert.ok(await page.locator('[data-slate-editor=true]').getByText(DOSE.trim()).isVisible(), 'and the text in the editor')

  await findings(panel, 'dose-decimal')
    .getByRole('button', { name: /^Write "0\.5/ })
    .click()
  await findings(panel, 'dose-decimal').waitFor({ state: 'detached' })
  await page.locator('[data-slate-editor=true]').getByText('Take 0.5 mg of folic acid.').waitFor()
  await save(page)
  await page.getByText(/^Entry (?:saved|published)$/).waitFor()
  assert.match(saved(), /antibiotic\. Take 0\.5 mg of folic acid\.$/m, 'the suggestion is on the disk')
  assert.deepEqual(await listed(panel), commandLine(saved()), 'the panel says what the command line says of the file')
}

async function testKeyboard({ page, panel, saved }) {
  await status(panel).getByText('claims cited').waitFor()
  await page.locator('[data-slate-editor=true] p', { hasText: 'Ask your pharmacist' }).click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(DOSE)
  const fix = findings(panel, 'dose-decimal').getByRole('button', { name: /^Write "0\.5/ })
  await fix.waitFor()
  await findings(panel, 'dose-decimal')
    .getByRole('button', { name: /^Go to/ })
    .focus()
  await page.keyboard.press('Tab')
  assert.ok(
    await fix.evaluate((button) => button.getRootNode().activeElement === button),
    'one Tab leads from "Go to" to the suggestion',
  )
  await page.keyboard.press('Enter')
  const body = page.locator('[data-slate-editor=true]')
  await body.getByText('Take 0.5 mg of folic acid.').waitFor()
  await panel.getByRole('button', { name: 'Undo' }).click()
  await body.getByText(DOSE.trim()).waitFor()
  await findings(panel, 'dose-decimal').waitFor()
  await save(page)
  await page.getByText(/^Entry (?:saved|published)$/).waitFor()
  assert.match(saved(), /Take \.5 mg of folic acid\./, 'without a gate every text is saved')
}

async function testPlaces({ page, panel }) {
  await findings(panel, 'unsupported-claim').first().waitFor()
  await page.waitForFunction(() => CSS.highlights.get('medlint-warn')?.size > 0)
  const rich = await underlined(page, 'medlint-warn')
  assert.ok(
    rich.some((text) => text.startsWith('Exosomes can target')),
    rich.join('\n'),
  )
  await page.getByRole('switch').first().click()
  await page.waitForFunction(() =>
    [...(CSS.highlights.get('medlint-warn') ?? [])].some((range) => String(range).startsWith('[many studies](')),
  )
  assert.ok((await underlined(page, 'medlint-warn')).length > rich.length / 2, 'places are shown in both modes')
  await findings(panel, 'citation-plurality')
    .getByRole('button', { name: /^Go to/ })
    .click()
  assert.match(await page.evaluate(() => getSelection().toString()), /^\[many studies\]/)
}

async function testMissing({ page, panel, saved }) {
  await status(panel).getByText('Not checked.').waitFor()
  await page.locator('[data-slate-editor=true] h2', { hasText: 'Side effects' }).click()
  await page.keyboard.type('XYZ')
  await save(page)
  await page.getByText(/^Entry (?:saved|published)$/).waitFor()
  assert.match(saved(), /XYZ/, 'a text that cannot be checked is saved')
}

async function testWrongConfig({ panel }) {
  await status(panel)
    .getByText(/Not checked\. .*gentle/)
    .waitFor()
}

async function testModule({ panel }) {
  await status(panel).getByText('3/3 claims cited').waitFor()
}

async function testDocumented({ page, panel, saved }) {
  await status(panel).getByText('3/3 claims cited').waitFor()
  await page.getByLabel('Reviewed by').fill('')
  await findings(panel, 'frontmatter-reviewer').waitFor()
  const before = saved()
  await save(page)
  await page.getByText(/medlint found/).waitFor()
  assert.equal(saved(), before)
}

async function save(page) {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByText('Publish now', { exact: true }).click()
}

function underlined(page, name) {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name)
}

/** Rule and message of each finding. */
async function listed(panel) {
  const items = await panel.locator('li').all()
  return Promise.all(
    items.map(async (item) => {
      const head = await item.locator('p').textContent()
      return `${await item.locator('a').textContent()}: ${head.replace(/^(?:Error|Warning|Note) /, '')}`
    }),
  )
}

/** What the command line says of a file, with the configuration of the page. */
function commandLine(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'medlint-config-'))
  const config = path.join(folder, 'medlint.json')
  writeFileSync(config, JSON.stringify(CONFIG))
  const options = ['--format', 'json', '--stdin', '--stdin-filename', `${POST}.md`, '--config', config]
  const { stdout, stderr } = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...options], {
    cwd: folder,
    input: text,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  assert.ok(stdout, stderr)
  const report = JSON.parse(stdout)
  return (report.files ?? report)[0].messages.map(({ rule, message }) => `${rule}: ${message}`)
}

async function picture(page, panel, title) {
  const name = title.replaceAll(/\W+/g, '-')
  await panel.scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(pictures, `${name}-light.png`) })
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark'
  })
  await page.screenshot({ path: path.join(pictures, `${name}-dark.png`) })
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = ''
  })
}
