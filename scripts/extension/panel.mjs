/** The panel and the options, and that nothing runs before a person says so. */
import assert from 'node:assert/strict'
import path from 'node:path'
import { openBrowser } from './browser.mjs'
import { highlightsOn, marksOn, until, watchTab } from './watch.mjs'

const POST = `${'A plain line.\n\n'.repeat(40)}This therapy cures hair loss. Take .5 mg of finasteride daily, says the leaflet.\n`

export async function testPanel(browser, { url, expectedOf, pictures }) {
  const page = await browser.context.newPage()
  await page.goto(`${url}form`)
  await page.evaluate((text) => window.setEditorText(text), POST)
  const watch = await watchTab(browser, page)
  const { panel } = watch
  await watch.report('findings', ({ state, findings }) => state === 'ready' && findings.length > 0)
  const items = panel.locator('#findings li')
  await items.filter({ hasText: 'dose-decimal' }).waitFor()
  const { messages, claims, score } = await expectedOf(POST, '127.0.0.1')
  assert.equal(await items.count(), messages.length)
  assert.equal(await panel.locator('#claims').textContent(), `0/${claims.length}`)
  assert.match(await panel.locator('#ring').getAttribute('aria-label'), new RegExp(`Score ${score.total} of 100`))

  await items.filter({ hasText: 'dose-decimal' }).locator('.finding').click()
  await until('the field scrolls to the finding', () => page.evaluate(() => document.querySelector('#editor').scrollTop > 100))
  await until('its mark', async () => (await marksOn(page)).some(({ severity }) => severity === 'error'))
  await panel.locator('#filters label.error').click()
  assert.equal(await items.filter({ hasText: 'dose-decimal' }).count(), 0, 'a filter hides a severity')
  await panel.locator('#filters label.error').click()
  await items.filter({ hasText: 'dose-decimal' }).locator('.remedies button').first().click()
  await until('a fix from the panel', () => page.evaluate(() => window.editorText().includes('Take 0.5 mg')))

  const options = await browser.context.newPage()
  await options.goto(`chrome-extension://${browser.id}/options.html`)
  assert.equal(await options.locator('#sites li').count(), 1)
  if (pictures) await options.screenshot({ path: path.join(pictures, 'options.png') })
  const strict = await expectedOf(await page.evaluate(() => window.editorText()), '127.0.0.1', { preset: 'strict' })
  await options.selectOption('#preset', 'strict')
  await page.bringToFront()
  await watch.report(
    'the findings of another preset',
    ({ state, findings }) => state === 'ready' && findings.length === strict.messages.length,
  )
  await options.selectOption('#preset', 'recommended')
  await options.close()
  console.log('panel and options: passed')
  await watch.close()
  await page.close()
  await testFirstClick(url)
}

/** Without a granted site: nothing runs until the button of the toolbar is clicked, then on this page alone. */
async function testFirstClick(url) {
  const browser = await openBrowser({ testSites: [] })
  try {
    const page = await browser.context.newPage()
    await page.goto(`${url}contenteditable`)
    await page.evaluate((text) => window.setEditorText(text), POST)
    const cdp = await browser.context.browser().newBrowserCDPSession()
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] })
    const { targetId } = targetInfos.find((target) => target.url === page.url())
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0, 'no site is checked unasked')
    await cdp.send('Extensions.triggerAction', { id: browser.id, targetId })
    await until('underlined words after the click', async () => (await highlightsOn(page)).some(({ words }) => words === '.5 mg'))
    await until('the side panel is open', async () =>
      (await cdp.send('Target.getTargets')).targetInfos.some(
        (target) => target.url === `chrome-extension://${browser.id}/panel.html`,
      ),
    )
    await page.goto(`${url}form`)
    await page.evaluate((text) => window.setEditorText(text), POST)
    await page.goto(`${url}contenteditable`)
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0, 'the click was for one page')
    console.log('first click: passed')
  } finally {
    await browser.close()
  }
}
