/** Decap CMS and Netlify CMS over real files: fields as frontmatter, both modes of the markdown widget, a fix that is in the saved file. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { serveDecap } from '../../test/browser/decap.mjs'
import { clickRemedy, highlightsOn, marksOn, openCard, until, watchTab } from './watch.mjs'

const DOSE = ' Take .5 mg of folic acid.'
const hasRule =
  (rule) =>
  ({ state, findings }) =>
    state === 'ready' && findings.some(({ message }) => message.rule === rule)

export async function testDecap(browser, { pictures }) {
  for (const cms of ['decap-cms', 'netlify-cms']) {
    await inCms(browser, cms, 'stem-cell-exosome-treatment', (page, watch) => testFields(page, watch, pictures))
    await inCms(browser, cms, 'magnesium-and-migraine', (page, watch, saved) => testWriting(page, watch, saved, cms))
    console.log(`${cms}: fields, both modes, fix and save`)
  }
}

async function inCms(browser, cms, post, work) {
  const admin = await serveDecap({ cms })
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 1280, height: 1300 })
  try {
    await page.goto(`${admin.url}#/collections/blog/entries/${post}`)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForSelector('[data-slate-editor]')
    const watch = await watchTab(browser, page)
    await work(page, watch, () => readFileSync(path.join(admin.folder, `content/posts/${post}.md`), 'utf8'))
    await watch.close()
  } finally {
    await page.close()
    await admin.close()
  }
}

/** Rules of frontmatter speak about the fields of the form, at the fields. */
async function testFields(page, watch, pictures) {
  const report = await watch.report('findings about the fields', hasRule('frontmatter-author'))
  assert.equal(report.editor, 'decap')
  const rules = report.findings.map(({ message }) => message.rule)
  for (const rule of ['frontmatter-reviewer', 'frontmatter-description', 'unsupported-claim'])
    assert.ok(rules.includes(rule), rule)
  const description = page.locator('textarea[id^="description-field"]')
  const field = await description.boundingBox()
  await until('a mark in the description field', async () =>
    (await marksOn(page)).some(({ left, top }) => left >= field.x && top >= field.y && top <= field.y + field.height),
  )
  const words = (await highlightsOn(page)).map((each) => each.words)
  assert.ok(words.includes('many studies'), 'a link of the rich editor is one word with its address')
  if (pictures) {
    await page.screenshot({ path: path.join(pictures, 'decap.png') })
    await watch.panel.screenshot({ path: path.join(pictures, 'decap-panel.png') })
  }
  const from = await watch.count()
  await description.fill(
    'Exosomes are small parcels that cells send to each other. What they may do for skin and joints, and what is not known yet.',
  )
  await watch.report(
    'a good description',
    ({ state, findings }) => state === 'ready' && !findings.some(({ message }) => message.rule === 'frontmatter-description'),
    from,
  )
}

async function testWriting(page, watch, saved, cms) {
  const before = await watch.report('findings of the post', ({ state, words }) => state === 'ready' && words > 0)
  assert.ok(!before.findings.some(({ message }) => message.rule === 'frontmatter-author'), 'an object of the form is read')
  await page.getByText('Ask your pharmacist before').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(DOSE)
  await watch.report('the dose', hasRule('dose-decimal'))
  await fixDose(page, watch)
  // Of the old editor only the new text is promised.
  if (cms === 'decap-cms') {
    await page.keyboard.press('Control+z')
    await until('undo', async () => (await bodyOf(page)).includes('Take .5 mg'))
    await fixDose(page, watch)
  }
  await save(page)
  await until('the fix is in the file', () => saved().includes('Take 0.5 mg of folic acid.'))

  await page.locator('[role=switch]').last().click()
  await until('the source', async () => (await bodyOf(page)).includes('## What the trials found'))
  await page.getByText('Ask your pharmacist before').first().click()
  await page.keyboard.press('End')
  const from = await watch.count()
  await page.keyboard.type(DOSE)
  await watch.report('the dose in the source', hasRule('dose-decimal'), from)
  await fixDose(page, watch)
  await save(page)
  await until('both fixes are in the file', () => saved().split('Take 0.5 mg of folic acid.').length === 3)
}

async function fixDose(page, watch) {
  await until('the words', async () => (await highlightsOn(page)).some(({ words }) => words === '.5 mg'))
  await openCard(page, watch, 'dose-decimal')
  await clickRemedy(page)
  await until('the fix', async () => !/[^\d]\.5 mg/.test(await bodyOf(page)))
}

const bodyOf = (page) => page.evaluate(() => document.querySelector('[data-slate-editor]').textContent)

async function save(page) {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish now' }).click()
  // Until then the CMS may still put the saved entry in the place of what is typed.
  await page.getByText(/^changes saved$/i).waitFor()
}
