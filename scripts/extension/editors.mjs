/** Editors with a model of their own: the right words are underlined, a fix reaches the model, undo takes it back. */
import assert from 'node:assert/strict'
import { clickRemedy, highlightsOn, openCard, until, watchTab } from './watch.mjs'

const POST = '## Hair loss\n\nThis therapy cures hair loss in men.\n\nTake .5 mg of finasteride daily. Ask your doctor about it.'
const FIXED = POST.replace('.5 mg', '0.5 mg')
const EDITORS = ['contenteditable', 'codemirror', 'strict-codemirror', 'prosemirror', 'lexical', 'quill', 'slate', 'blocks']

export async function testEditors(browser, { url }) {
  for (const name of EDITORS) {
    const page = await browser.context.newPage()
    await page.goto(url + name)
    await page.waitForFunction(() => window.setEditorText)
    await page.evaluate((text) => window.setEditorText(text), POST)
    const watch = await watchTab(browser, page)
    await watch.report(`${name}: a finding`, ({ state, findings }) => state === 'ready' && findings.some(isDose))
    await until(`${name}: underlined words`, async () => {
      const words = (await highlightsOn(page)).map((each) => each.words)
      return words.includes('cures') && words.includes('.5 mg')
    })
    assert.equal(await textOf(page), POST, `${name}: checking changes nothing`)
    await openCard(page, watch, 'dose-decimal')
    await clickRemedy(page)
    await until(`${name}: the fix is in the model`, async () => (await textOf(page)) === FIXED)
    await watch.report(
      `${name}: the finding goes`,
      ({ state, findings }) => state === 'ready' && !findings.some(isDose),
      (await watch.count()) - 1,
    )
    await page.keyboard.press('Control+z')
    await until(`${name}: undo takes the fix back`, async () => (await textOf(page)) === POST)
    console.log(`${name}: findings, fix and undo`)
    await watch.close()
    await page.close()
  }
}

const isDose = ({ message }) => message.rule === 'dose-decimal'
const textOf = (page) => page.evaluate(() => window.editorText())
