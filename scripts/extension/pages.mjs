/** Pages that are long, strict, full of editables or framed, and one that works against the extension. */
import assert from 'node:assert/strict'
import { cardOn, clickRemedy, highlightsOn, marksOn, openCard, until, watchTab } from './watch.mjs'

const POST = 'This therapy cures hair loss.\n\nTake .5 mg of finasteride daily. Ask your doctor about it.'
const ATTACKS = ['forge', 'rewrite', 'remove', 'frames', 'patch']
const FRAMES = 90
/** Characters that are checked of a longer text. */
const MOST_CHECKED = 100_000

export async function testPages(browser, { url }) {
  await onPage(browser, url, 'strict-field', testStrict)
  await onPage(browser, url, 'frame', testFrame)
  await onPage(browser, url, 'codemirror', testLongDocument)
  await onPage(browser, url, 'huge', testHuge)
  await onPage(browser, url, 'many', testMany)
  for (const attack of ATTACKS) await onPage(browser, url, 'hostile', (page, watch) => testAttack(page, watch, attack))
}

async function onPage(browser, url, name, work) {
  const page = await browser.context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url + name)
  const watch = await watchTab(browser, page)
  await work(page, watch)
  assert.deepEqual(errors, [], `${name}: nothing breaks on the page`)
  await watch.close()
  await page.close()
}

/** Runs in the page: the attack goes on for so many frames. */
async function framesGoBy(count) {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

const hasDose = ({ state, findings }) => state === 'ready' && findings.some(({ message }) => message.rule === 'dose-decimal')

async function setText(page, text) {
  await page.waitForFunction(() => window.setEditorText)
  await page.evaluate((next) => window.setEditorText(next), text)
}

/** A policy that allows neither styles nor scripts from elsewhere. */
async function testStrict(page, watch) {
  await setText(page, POST)
  await watch.report('findings under a strict policy', hasDose)
  await until('marks', async () => (await marksOn(page)).length > 0)
  const card = await openCard(page, watch, 'dose-decimal')
  assert.ok(card.right - card.left > 200 && card.right - card.left < 500, 'the card has its style')
  console.log('strict policy: marks and card')
}

async function testFrame(page, watch) {
  await page.frameLocator('iframe').locator('#editor').waitFor()
  await setText(page, POST)
  const report = await watch.report('findings in a frame', hasDose)
  const { key, remedies } = report.findings.find(({ message }) => message.rule === 'dose-decimal')
  await watch.order({ type: 'apply', frame: report.frame, key, title: remedies[0].title })
  await until('the fix in the frame', () => page.evaluate(() => window.editorText().includes('Take 0.5 mg')))
  console.log('frame: findings and fix')
}

/** Only the lines in sight are in the tree. */
async function testLongDocument(page, watch) {
  const text = `${'A line of a long text.\n\n'.repeat(1000)}Take .5 mg of folic acid.\n`
  await setText(page, text)
  await watch.report('a finding far below', hasDose)
  assert.ok(!(await highlightsOn(page)).some(({ words }) => words === '.5 mg'), 'its words are out of sight')
  await openCard(page, watch, 'dose-decimal')
  await until('its words are underlined once in sight', async () =>
    (await highlightsOn(page)).some(({ words }) => words === '.5 mg'),
  )
  await clickRemedy(page)
  await until('the fix', () => page.evaluate(() => window.editorText().endsWith('Take 0.5 mg of folic acid.\n')))
  console.log('2,000 lines in CodeMirror: finding, way there, fix')
}

async function testHuge(page, watch) {
  const report = await watch.report('a notice', ({ state, notice }) => state === 'ready' && notice !== undefined)
  assert.match(report.notice, /only the first 100,000 characters/)
  assert.ok(report.findings.every(({ message }) => message.end <= MOST_CHECKED))
  const before = await page.inputValue('#editor')
  await page.click('#editor')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('New. ')
  assert.equal(await page.inputValue('#editor'), `New. ${before}`)
  console.log(`2 MB: the first part is checked in ${Math.round(report.milliseconds)} ms`)
}

async function testMany(page, watch) {
  const from = await watch.count()
  await page.locator('p[contenteditable]').nth(300).click()
  const report = await watch.report('the one with the focus', ({ state, words }) => state === 'ready' && words > 0, from)
  assert.equal(report.editor, 'contenteditable')
  assert.ok(report.words < 20, 'one note is checked, not five hundred')
  console.log('500 editables: the one with the focus is checked')
}

async function testAttack(page, watch, attack) {
  await setText(page, POST)
  await watch.report(`${attack}: findings before`, hasDose)
  const answers = await page.evaluate(() => {
    window.answers = []
    for (const name of ['medlint-answer', 'medlint-question', 'message'])
      window.addEventListener(name, (event) => window.answers.push([name, String(event.detail ?? event.data)]), true)
    for (const detail of ['{"ask":"read"}', '{"ask":"replace","text":"","edits":[]}', 'no JSON', '{"ask":"findings"}', null]) {
      document.querySelector('#editor').dispatchEvent(new CustomEvent('medlint-question', { bubbles: true, detail }))
      document.querySelector('#editor').dispatchEvent(new CustomEvent('medlint-answer', { bubbles: true, detail }))
    }
    return window.answers
  })
  assert.ok(!JSON.stringify(answers).includes('dose-decimal'), 'no finding is told to the page')
  await page.evaluate((name) => window.startAttack(name), attack)
  await page.evaluate(() => {
    // None of this is done by a person.
    const editor = document.querySelector('#editor')
    for (const type of ['click', 'mousemove', 'mousedown'])
      editor.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 90, clientY: 140 }))
    editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', altKey: true, bubbles: true }))
  })
  await page.evaluate(framesGoBy, FRAMES)
  assert.equal(await cardOn(page), undefined, `${attack}: a page opens no card`)
  assert.equal(
    await page.evaluate(() => [...document.querySelectorAll('#editor p')].map((each) => each.textContent).join('\n\n')),
    POST,
    `${attack}: the text is as it was`,
  )
  assert.equal(await page.evaluate(() => window.breached), undefined)
  await page.evaluate(() => window.stopAttacks())
  const from = await watch.count()
  await page.click('#editor')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' More.')
  await watch.report(`${attack}: findings after`, hasDose, from)
  console.log(`${attack}: withstood`)
}
