/** The playground in a real Chromium (`CHROMIUM=/path`, default /usr/bin/chromium). Needs `npm run build`. `--pictures FOLDER` keeps screenshots. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { buildPlayground, folder } from './build-playground.mjs'
import { serveFolder } from './serve-folder.mjs'

const POST = 'fixtures/posts/stem-cell-exosome-treatment.md'
const at = process.argv.indexOf('--pictures')
const pictures = at < 0 ? undefined : process.argv[at + 1]
const sizes = await buildPlayground()
const server = await serveFolder(folder, 0)
const address = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
  const requests = []
  const errors = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  await page.goto(address)
  await page.waitForFunction(() => window.medlint, undefined, { timeout: 60_000 })
  const first = await page.evaluate(() => window.medlint)
  const loaded = Object.entries(sizes).filter(([name]) => name !== 'main.js' && requests.includes(address + name))
  console.log(
    `first lint: ${Math.round(first.milliseconds)} ms, ${first.messages.length} findings; ${await page.textContent('#summary')}`,
  )
  console.log(
    `engine and lists: ${loaded.map(([name, bytes]) => `${name} ${bytes}`).join(', ')}; ${loaded.reduce((sum, [, bytes]) => sum + bytes, 0)} bytes gzip`,
  )

  const brief = ({ rule, start, end, message }) => ({ rule, start, end, message })
  assert.deepEqual(first.messages.map(brief), commandLine().map(brief), 'the page says what the command line says')
  if (pictures) {
    await page.screenshot({ path: path.join(pictures, 'light.png') })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.check('#claims')
    await page.screenshot({ path: path.join(pictures, 'dark.png') })
  }

  const content = page.locator('.cm-content')
  await content.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\n## Dose\n\nTake .5 mg of folic acid.\n')
  await page.waitForFunction(() => window.medlint.messages.some(({ rule }) => rule === 'dose-decimal'))
  const second = await page.evaluate(() => window.medlint)
  assert.ok(second.version > first.version, 'typing updates the findings')

  const fixes = page.locator('#findings li', { hasText: 'dose-decimal' }).locator('.fix')
  assert.ok((await fixes.count()) > 0, 'findings offer a fix or a suggestion')
  await fixes.last().click()
  await page.waitForFunction((old) => window.medlint.version > old, second.version)
  const fixed = await page.evaluate(() => window.medlint)
  assert.notDeepEqual(fixed.messages.map(brief), second.messages.map(brief), 'a fix changes the post')
  await page.keyboard.press('Control+z')
  await page.waitForFunction((old) => window.medlint.version > old, fixed.version)
  const undone = await page.evaluate(() => window.medlint)
  assert.deepEqual(undone.messages.map(brief), second.messages.map(brief), 'one undo takes the fix back')

  assert.deepEqual(
    requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:')),
    [],
    'no request leaves the host',
  )
  assert.deepEqual(errors, [], 'no error and nothing refused by the policy')
  console.log('playground: all passed')
} finally {
  await browser.close()
  server.close()
}

/** Run where no configuration is found. */
function commandLine() {
  const options = [path.resolve('dist/cli.js'), '--format', 'json', '--stdin', '--stdin-filename', 'post.md']
  const { stdout, stderr } = spawnSync(process.execPath, options, { cwd: tmpdir(), input: readFileSync(POST), encoding: 'utf8' })
  assert.ok(stdout, stderr)
  const report = JSON.parse(stdout)
  return (report.files ?? report)[0].messages
}
