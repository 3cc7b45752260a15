/**
 * `npm run test:browser`: the playground in a real Chromium (`CHROMIUM=/path`, default /usr/bin/chromium). Needs `npm run build`.
 * `--pictures FOLDER` keeps screenshots.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { buildPlayground, folder } from './build-playground.mjs'
import { serveFolder } from './serve-folder.mjs'

const POST = 'stem-cell-exosome-treatment.md'
const PATIENCE = 60_000
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) {
  console.error(`No browser at ${executablePath}: install Chromium (Debian: chromium), or name one in CHROMIUM.`)
  process.exit(2)
}
const at = process.argv.indexOf('--pictures')
const pictures = at < 0 ? undefined : process.argv[at + 1]
const sizes = await buildPlayground()
const server = await serveFolder(folder, 0)
const address = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const requests = []
const errors = []

const STEPS = {
  'the page says what the command line says': async (page) => {
    assert.deepEqual(await findingsOf(page), commandLine())
    assert.match(await page.textContent('#total'), /^\d+$/)
    const presets = readdirSync('presets').flatMap((name) => (name === 'index.ts' ? [] : [name.replace('.ts', '')]))
    assert.deepEqual((await page.locator('#preset option').allTextContents()).sort(), presets.sort())
    const loaded = Object.entries(sizes).filter(([name]) => name !== 'main.js' && requests.includes(address + name))
    const bytes = loaded.reduce((sum, [, each]) => sum + each, 0)
    console.log(`   ${await page.textContent('#time')}; engine and lists: ${(bytes / 1e6).toFixed(2)} MB gzip`)
  },
  'filters show one kind of finding': async (page) => {
    const all = await findingsOf(page)
    await page.click('#filters .error')
    assert.equal((await findingsOf(page)).length, await page.locator('#findings li.error').count())
    await page.click('#filters .all')
    assert.equal((await findingsOf(page)).length, all.length)
  },
  'F8 and Shift+F8 walk through the findings': async (page) => {
    const current = () => page.locator('#findings li[aria-current]').getAttribute('data-start')
    const starts = (await findingsOf(page)).map(({ start }) => String(start))
    for (const start of starts.slice(0, 3)) {
      await page.keyboard.press('F8')
      assert.equal(await current(), start)
    }
    await page.keyboard.press('Shift+F8')
    assert.equal(await current(), starts[1])
  },
  'the score says what is missing, and leads there': async (page) => {
    await page.click('#score-tile')
    assert.match(await page.textContent('#components'), /claims without a source/)
    await page.locator('#components .line').first().click()
    await page.keyboard.type('x')
    await page.keyboard.press('Control+z')
    await page.click('#findings-tab')
  },
  'typing updates the findings, a fix changes the post, one undo takes it back': async (page) => {
    await atEnd(page, '\n\n## Dose\n\nTake .5 mg of folic acid.\n')
    const item = page.locator('#findings li[data-rule="dose-decimal"]')
    await item.waitFor()
    const typed = await findingsOf(page)
    await item.locator('.fix').first().click()
    await item.waitFor({ state: 'detached' })
    assert.match(await page.locator('.cm-content').textContent(), /Take 0\.5 mg/)
    await page.keyboard.press('Control+z')
    await item.waitFor()
    assert.deepEqual(await findingsOf(page), typed)
  },
  'a reload keeps the text': async (page) => {
    await page.reload()
    await ready(page)
    await page.locator('#findings li[data-rule="dose-decimal"]').waitFor()
  },
  'a link holds text, name and preset, and typing makes it old': async (page) => {
    await page.selectOption('#preset', 'patient')
    await page.fill('#name', 'folic-acid')
    await page.keyboard.press('Tab')
    await page.click('#share')
    await page.waitForURL(/#.*text=/)
    const typed = await findingsOf(page)
    const reader = await openPage(page.url())
    assert.equal(await reader.inputValue('#name'), 'folic-acid')
    assert.equal(await reader.inputValue('#preset'), 'patient')
    assert.deepEqual(await findingsOf(reader), typed)
    await atEnd(reader, 'More.')
    await reader.waitForURL(address)
    await reader.close()
  },
  'a damaged link says so': async () => {
    const page = await openPage(`${address}#text=AAAA`)
    assert.match(await page.locator('.cm-content').textContent(), /link is damaged/)
    await page.close()
  },
  'MDX is read as MDX': async (page) => {
    await page.selectOption('#example', 'knee-brace.mdx')
    await page.waitForFunction(() => document.querySelector('#type').value === 'mdx')
    await ready(page)
    assert.ok((await findingsOf(page)).length > 0)
  },
  'a post without findings says so': async (page) => {
    await page.selectOption('#type', 'md')
    await page.fill('#name', 'README')
    await replace(page, 'Open on weekdays.\n')
    await page.locator('#nothing').waitFor()
    assert.equal(await page.textContent('#nothing-title'), 'Nothing to report')
    assert.equal(await page.textContent('#total'), '–')
  },
  'a list that cannot be loaded is said, and can be tried again': async () => {
    const page = await openPage(undefined)
    await page.route('**/data/words.txt', (route) => route.fulfill({ status: 503 }))
    await page.goto(address)
    await page.locator('#failed').waitFor()
    assert.match(await page.textContent('#problem'), /words.*503/)
    await page.unroute('**/data/words.txt')
    await page.click('#again')
    await ready(page)
    await page.route('**/examples/**', (route) => route.fulfill({ status: 503 }))
    await page.selectOption('#example', 'knee-brace.mdx')
    await page.locator('#failed').waitFor()
    assert.match(await page.locator('.cm-content').textContent(), /Exosome Treatment/, 'the text is untouched')
    await page.click('#again')
    await ready(page)
    await page.close()
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('503')))
  },
  'nothing is cut off on a small screen, and every mark can be read on dark ground': async () => {
    const page = await openPage(address)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen')
    assert.deepEqual(await page.evaluate(faintMarks), [])
    if (pictures) await page.screenshot({ path: path.join(pictures, 'small-dark.png') })
    await page.close()
  },
  'no request leaves the host, nothing is missing, nothing is refused by the policy': async () => {
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:')),
      [],
    )
    assert.deepEqual(errors, [])
  },
}

let passed = 0
try {
  const page = await openPage(address)
  if (pictures) await page.screenshot({ path: path.join(pictures, 'light.png') })
  for (const [name, step] of Object.entries(STEPS)) {
    try {
      await step(page)
      passed += 1
      console.log(`ok ${name}`)
    } catch (error) {
      console.log(`not ok ${name}\n${error.stack}`)
      process.exitCode = 1
    }
  }
  console.log(`${passed} passed, ${Object.keys(STEPS).length - passed} failed`)
} finally {
  await browser.close()
  server.close()
}

async function openPage(url) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('request', (request) => requests.push(request.url()))
  page.on('response', (response) => response.status() === 404 && errors.push(`404 ${response.url()}`))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  if (url) {
    await page.goto(url)
    await ready(page)
  }
  return page
}

function ready(page) {
  return page.locator('body[data-state="ready"]').waitFor()
}

async function findingsOf(page) {
  await ready(page)
  return page.locator('#findings li').evaluateAll((items) =>
    items.map((item) => ({
      rule: item.dataset.rule,
      start: Number(item.dataset.start),
      end: Number(item.dataset.end),
      message: item.querySelector('.open').textContent,
    })),
  )
}

async function atEnd(page, text) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}

async function replace(page, text) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
}

/** Runs in the page: pieces of text in the editor whose contrast with its ground is under 4.5 to 1 (WCAG AA). */
function faintMarks() {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const editor = document.querySelector('#editor').shadowRoot.querySelector('.cm-editor')
  const ground = luminance(getComputedStyle(editor).backgroundColor)
  return [...editor.querySelectorAll('.cm-line, .cm-line span')].flatMap((piece) => {
    const ink = luminance(getComputedStyle(piece).color)
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
    return contrast < 4.5 ? [`${piece.textContent}: ${contrast.toFixed(1)}`] : []
  })
}

/** What the command says about the same post where no configuration is found. */
function commandLine() {
  const options = [path.resolve('dist/cli.js'), '--format', 'json', '--stdin', '--stdin-filename', POST]
  const input = readFileSync(`fixtures/posts/${POST}`)
  const { stdout, stderr } = spawnSync(process.execPath, options, { cwd: tmpdir(), input, encoding: 'utf8' })
  assert.ok(stdout, stderr)
  const report = JSON.parse(stdout)
  return (report.files ?? report)[0].messages.map(({ rule, start, end, message }) => ({ rule, start, end, message }))
}
