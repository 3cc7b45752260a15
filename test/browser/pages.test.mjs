/**
 * `npm run test:browser-pages`: in a real Chromium (`CHROMIUM=/path`, default /usr/bin/chromium) every page takes typing and gives the text of
 * its editor's model, and Decap CMS saves an edited post to the disk. No request leaves the machine.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { serveDecap } from './decap.mjs'
import { pages } from './pages.mjs'
import { servePages } from './serve.mjs'

const TEXT = '## Dose\n\nTake 5 mg a day.'
const TYPED = ' With food.'

const site = await servePages()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const name of Object.keys(pages)) await testPage(name)
  await testAttacks()
  for (const cms of ['decap-cms', 'netlify-cms']) await testCms(cms)
  console.log('browser pages: all passed')
} finally {
  await browser.close()
  await site.close()
}

async function watched(work) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const away = []
  const errors = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1') away.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await work(page)
  assert.deepEqual(away, [], 'no request leaves the host')
  assert.deepEqual(errors, [], 'no script of the page fails')
  await context.close()
}

async function testPage(name) {
  await watched(async (page) => {
    await page.goto(site.url + name)
    await page.waitForFunction(() => window.editorText)
    if (name === 'huge') assert.ok((await page.evaluate(() => window.editorText().length)) >= 2_000_000)
    await page.evaluate((text) => window.setEditorText(text), TEXT)
    assert.equal((await page.evaluate(() => window.editorText())).trimEnd(), TEXT, `${name}: the text set is the text read`)
    const place = await editable(page, name)
    await place.click()
    await place.press('Control+End')
    await page.keyboard.type(TYPED)
    await page
      .waitForFunction((text) => window.editorText().trimEnd() === text, TEXT + TYPED)
      .catch(async () => {
        assert.equal(await page.evaluate(() => window.editorText()), TEXT + TYPED, `${name}: typing reaches the model`)
      })
    console.log(`${name}: ok`)
  })
}

async function editable(page, name) {
  if (name === 'frame') return page.frameLocator('iframe').locator('textarea#editor')
  if (name === 'blocks') return page.locator('#editor > p').last()
  const inner = page.locator('#editor [contenteditable=true]')
  return (await inner.count()) > 0 ? inner.first() : page.locator('#editor')
}

async function testAttacks() {
  await watched(async (page) => {
    await page.goto(`${site.url}hostile`)
    await page.waitForFunction(() => window.startAttack)
    await page.evaluate((text) => window.setEditorText(text), TEXT)
    for (const attack of ['rewrite', 'remove', 'forge', 'frames', 'patch']) {
      await page.evaluate((name) => window.startAttack(name), attack)
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
      await page.evaluate(() => window.stopAttacks())
    }
    assert.equal(await page.evaluate(() => window.editorText()), TEXT, 'the attacks leave the text as it is')
    console.log('hostile, attacked: ok')
  })
}

async function testCms(cms) {
  const admin = await serveDecap({ cms })
  try {
    await watched(async (page) => {
      await page.goto(`${admin.url}#/collections/blog/entries/magnesium-and-migraine`)
      await page.getByRole('button', { name: 'Login' }).click()
      await page.locator('[data-slate-editor=true] h2', { hasText: 'Side effects' }).click()
      await page.keyboard.type('XYZ')
      await page.getByText('Unsaved Changes', { exact: false }).waitFor()
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByText('Publish now', { exact: true }).click()
      await page.getByText(/^Entry (?:saved|published)$/).waitFor()
      const saved = readFileSync(path.join(admin.folder, 'content/posts/magnesium-and-migraine.md'), 'utf8')
      assert.match(saved, /^## [A-Za-z ]*XYZ[a-z ]*$/m, `${cms}: the edit is on the disk`)
      assert.match(saved, /credentials: RD/, `${cms}: the fields are kept`)
    })
    console.log(`${cms}: ok`)
  } finally {
    await admin.close()
  }
}
