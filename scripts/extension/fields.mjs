/** Native fields: findings, marks at the words, typing, fixes and undo, the worker's restart. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { differenceOf } from './pixels.mjs'
import { cardOn, clickRemedy, marksOn, openCard, until, watchTab } from './watch.mjs'

const POST = readFileSync('fixtures/posts/stem-cell-exosome-treatment.md', 'utf8')
const SHORT = 'Exosomes help many people.\n\nThis therapy cures hair loss. Take .5 mg of finasteride daily.\n'
const brief = ({ rule, start, end, message }) => ({ rule, start, end, message })
/** Pixels between a mark and the words it is under. */
const TOLERANCE = 1.6

export async function testFields(browser, { url, expectedOf, asked, pictures }) {
  const page = await browser.context.newPage()
  await page.goto(`${url}form`)
  const opened = Date.now()
  await page.evaluate((text) => window.setEditorText(text), POST)
  const watch = await watchTab(browser, page)
  const first = await watch.report('findings of the post', ({ state, words }) => state === 'ready' && words > 0)
  const expected = await expectedOf(POST, '127.0.0.1')
  assert.deepEqual(
    first.findings.map(({ message }) => brief(message)),
    expected.messages.map(brief),
    'the extension says what the engine says',
  )
  assert.equal(first.score.total, expected.score.total)
  console.log(
    `first lint in a fresh worker: ${Math.round(first.milliseconds)} ms in the engine, ${first.at - opened} ms after the page was open`,
  )
  tellLoaded(browser.folder, [...asked])
  if (pictures) await takePictures(page, watch.panel, pictures)

  await testMarks(page, watch)
  await testTyping(page, watch)
  await testFix(page, watch)
  await testKeys(page, watch)
  await testRestart(browser, page, watch)
  await watch.close()
  await page.close()
}

/** What the first lint took from the package. */
function tellLoaded(folder, lists) {
  const names = ['worker.js', 'content.js', 'page.js', ...lists.map((name) => `data/${name}.txt`)]
  const sizes = names.map((name) => [name, gzipSync(readFileSync(path.join(folder, name))).length])
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  console.log(`loaded for it: ${sizes.map(([name, bytes]) => `${name} ${bytes}`).join(', ')}; ${total} bytes gzip`)
}

async function setText(page, watch, text) {
  let from = await watch.count()
  await page.evaluate(() => window.setEditorText(''))
  await watch.report('an empty field', ({ state }) => state === 'empty', from)
  from = await watch.count()
  await page.evaluate((next) => window.setEditorText(next), text)
  await page.click('#editor')
  return watch.report('findings of a new text', ({ state, findings }) => state === 'ready' && findings.length > 0, from)
}

/** The selection as the browser draws it is where the words are. */
async function testMarks(page, watch) {
  await page.addStyleTag({ content: '#editor { caret-color: transparent; height: 130px; width: 520px } body { height: 3000px }' })
  const report = await setText(page, watch, `${'A line before.\n'.repeat(12)}${SHORT}${'A line behind.\n'.repeat(12)}`)
  const { start, end } = report.findings.find(({ message }) => message.rule === 'absolute-claim').message
  const check = async (what) => {
    await page.evaluate(
      ([from, to]) => {
        const field = document.querySelector('#editor')
        field.focus()
        field.setSelectionRange(from, from)
        field.scrollTop = 190
        field.dataset.words = field.value.slice(from, to)
      },
      [start, end],
    )
    const box = await until(`mark at the words ${what}`, async () => {
      const before = await page.screenshot()
      await page.evaluate(([from, to]) => document.querySelector('#editor').setSelectionRange(from, to), [start, end])
      const drawn = await differenceOf(page, before, await page.screenshot())
      await page.evaluate((from) => document.querySelector('#editor').setSelectionRange(from, from), start)
      const marks = (await marksOn(page)).filter(({ severity }) => severity === 'error')
      return (
        drawn &&
        marks.find(
          (mark) => ['left', 'right'].every((side) => Math.abs(mark[side] - drawn[side]) <= TOLERANCE) && overlaps(mark, drawn),
        )
      )
    })
    assert.ok(box, what)
  }
  await check('at first')
  await page.evaluate(() => window.scrollTo(0, 40))
  await check('after the page scrolled')
  await page.evaluate(() =>
    Object.assign(document.querySelector('#editor').style, { width: '400px', fontSize: '17px', letterSpacing: '1px' }),
  )
  await check('after a change of size and type')
  await page.evaluate(() => Object.assign(document.body.style, { zoom: '1.25' }))
  await check('at a zoom')
  await page.evaluate(() => Object.assign(document.body.style, { zoom: '1', transform: 'scale(1.1)', transformOrigin: '0 0' }))
  await check('under a transform')
  await page.setViewportSize({ width: 900, height: 700 })
  await check('in a smaller window')
  await page.evaluate(() => {
    Object.assign(document.body.style, { transform: '' })
    document.querySelector('#editor').scrollTop = 0
  })
  await until('no mark on words that are scrolled out of the field', async () =>
    (await marksOn(page)).every(({ severity }) => severity !== 'error'),
  )
  const field = await page.evaluate(() => {
    const { left, top, right, bottom } = document.querySelector('#editor').getBoundingClientRect()
    return { left, top, right, bottom }
  })
  for (const mark of await marksOn(page))
    assert.ok(mark.top >= field.top && mark.bottom <= field.bottom, 'marks stay within the field')
  await page.evaluate(() => window.scrollTo(0, 0))
}

const overlaps = (a, b) => a.top < b.bottom && b.top < a.bottom

async function testTyping(page, watch) {
  await setText(page, watch, SHORT)
  const typed = 'Ask your doctor first. '.repeat(22).slice(0, 500)
  await page.click('#editor')
  await page.keyboard.press('Control+End')
  const delays = []
  for (const [index, key] of [...typed].entries()) {
    if (index % 25 !== 0) {
      await page.keyboard.type(key)
      continue
    }
    const from = await watch.count()
    const pressed = Date.now()
    await page.keyboard.type(key)
    const { at } = await watch.report('findings after a key', ({ state }) => state === 'ready', from)
    delays.push(at - pressed)
  }
  assert.equal(await page.inputValue('#editor'), SHORT + typed, 'typing leaves the text as typed')
  delays.sort((a, b) => a - b)
  console.log(
    `key to findings: median ${delays[Math.floor(delays.length / 2)]} ms, p95 ${delays[Math.floor(delays.length * 0.95)]} ms, the pause of 120 ms included`,
  )
}

async function testFix(page, watch) {
  await setText(page, watch, SHORT)
  await openCard(page, watch, 'dose-decimal')
  assert.equal(await page.inputValue('#editor'), SHORT, 'a card changes nothing')
  await clickRemedy(page)
  const fixed = SHORT.replace('.5 mg', '0.5 mg')
  await until('the fix', async () => (await page.inputValue('#editor')) === fixed)
  await until('the card of a fixed finding closes', async () => (await cardOn(page)) === undefined)
  await page.keyboard.press('Control+z')
  await until('undo', async () => (await page.inputValue('#editor')) === SHORT)
}

async function testKeys(page, watch) {
  await setText(page, watch, SHORT)
  await page.click('#editor')
  await page.keyboard.press('Alt+F8')
  const card = await until('card by keyboard', () => cardOn(page))
  assert.equal(card.role, 'dialog')
  assert.match(card.label, /^(Error|Warning|Note): /)
  await page.keyboard.press('Alt+F8')
  await until('next card', async () => (await cardOn(page)).text !== card.text)
  await page.keyboard.press('Escape')
  await until('closed card', async () => (await cardOn(page)) === undefined)
  assert.equal(await page.evaluate(() => document.activeElement.id), 'editor', 'Escape leads back to the text')
}

async function testRestart(browser, page, watch) {
  const before = await setText(page, watch, `${SHORT}\nThat is all.`)
  const cdp = await browser.context.browser()?.newBrowserCDPSession()
  const { targetInfos } = await cdp.send('Target.getTargets')
  const { targetId } = targetInfos.find(({ type }) => type === 'service_worker')
  await cdp.send('Target.closeTarget', { targetId })
  await until(
    'the worker ends',
    async () => !(await cdp.send('Target.getTargets')).targetInfos.some((each) => each.targetId === targetId),
  )
  const killed = Date.now()
  const from = await watch.count()
  await page.click('#editor')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n')
  const after = await watch.report('findings of a new worker', ({ state }) => state === 'ready', from)
  assert.deepEqual(
    after.findings.map(({ message }) => brief(message)),
    before.findings.map(({ message }) => brief(message)),
  )
  console.log(`findings of a restarted worker: ${after.at - killed} ms after the key`)
}

async function takePictures(page, panel, folder) {
  await panel.screenshot({ path: path.join(folder, 'panel.png') })
  await page.screenshot({ path: path.join(folder, 'field.png') })
}
