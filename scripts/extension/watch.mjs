/** What a test sees of the extension: reports as the panel gets them, and what stands in its closed shadow trees, which the page cannot see. */
import assert from 'node:assert/strict'

/** How long a test waits for something that has to happen, and how often it looks; milliseconds. */
const PATIENCE_MS = 60_000
const LOOK_MS = 40

/** Looks again and again until `look` gives something; fails with `what` after a long while. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  assert.fail(`waited in vain for: ${what}`)
}

/** Opens the panel as a page for the tab of `page` and keeps the reports of its content scripts, each with the time it came (`at`). */
export async function watchTab({ context, id }, page) {
  const panel = await context.newPage()
  await panel.setViewportSize({ width: 360, height: 800 })
  await panel.goto(`chrome-extension://${id}/options.html`)
  const tab = await panel.evaluate(
    async (url) => (await chrome.tabs.query({})).findLast((each) => each.url === url)?.id,
    page.url(),
  )
  await panel.goto(`chrome-extension://${id}/panel.html?tab=${tab}`)
  await panel.evaluate((tabId) => {
    window.reports = []
    window.port = chrome.tabs.connect(tabId, { name: 'panel' })
    window.port.onMessage.addListener((report) => window.reports.push({ ...report, at: Date.now() }))
  }, tab)
  await page.bringToFront()
  const count = () => panel.evaluate(() => window.reports.length)
  return {
    panel,
    count,
    /** The first report from the index `from` on that `check` is true for. */
    report: (what, check, from = 0) =>
      until(what, async () => (await panel.evaluate((first) => window.reports.slice(first), from)).find(check)),
    /** The report on the text as it is now: nothing is being checked any more. */
    ready: (what = 'a finished check') =>
      until(what, async () => {
        const last = await panel.evaluate(() => window.reports.at(-1))
        return last?.state === 'ready' && last
      }),
    order: (what) => panel.evaluate((message) => window.port.postMessage(message), what),
    close: () => panel.close(),
  }
}

const sessions = new WeakMap()

async function devtools(page) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page))
  return sessions.get(page)
}

/** Runs `look(root)` on the shadow root of the element `name`; `undefined` when there is none. */
async function inShadow(page, name, look, ...values) {
  const cdp = await devtools(page)
  const { result } = await cdp.send('Runtime.evaluate', { expression: `document.querySelector('${name}')` })
  if (!result.objectId) return undefined
  const { node } = await cdp.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true })
  const root = node.shadowRoots?.[0]
  if (!root) return undefined
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: root.backendNodeId })
  const answer = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function (...values) { return (${look})(this, ...values) }`,
    arguments: values.map((value) => ({ value })),
    returnByValue: true,
  })
  return answer.result.value
}

const boxes = (root) =>
  [...root.querySelectorAll('i')].map((box) => {
    const { left, top, right, bottom } = box.getBoundingClientRect()
    return { severity: box.className, left, top, right, bottom }
  })

/** Boxes under the words of native fields, in viewport pixels. */
export const marksOn = async (page) => (await inShadow(page, 'medlint-marks', boxes)) ?? []

/** Words underlined by highlights, by severity. */
export function highlightsOn(page) {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map((range) => ({ severity: name.replace('medlint-', ''), words: range.toString() })),
    ),
  )
}

const card = (root) => {
  const box = root.querySelector('.card')
  const { left, top, right, bottom } = box.getBoundingClientRect()
  const buttons = [...box.querySelectorAll('.remedies button')].map((button) => {
    const rect = button.getBoundingClientRect()
    return { title: button.textContent, x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
  })
  const said = box.querySelector('.said')?.textContent
  return { label: box.getAttribute('aria-label'), role: box.role, text: box.textContent, left, top, right, bottom, buttons, said }
}

/** The open card, or `undefined`. */
export const cardOn = (page) => inShadow(page, 'medlint-card', card)

/** Shows a finding as a click in the panel does. */
export async function openCard(page, watch, rule) {
  const report = await watch.ready()
  const finding = report.findings.find(({ message }) => message.rule === rule)
  assert.ok(finding, `a finding of ${rule}`)
  await watch.order({ type: 'show', frame: report.frame, key: finding.key })
  return until(`card of ${rule}`, async () => {
    const card = await cardOn(page)
    return card?.text.includes(rule) && card
  })
}

/** Clicks a remedy of the open card, once the card stands still. */
export async function clickRemedy(page, index = 0) {
  let before
  const { x, y } = await until('a card that stands still', async () => {
    const button = (await cardOn(page))?.buttons[index]
    const stands = button && before && button.x === before.x && button.y === before.y
    before = button
    return stands && button
  })
  await page.mouse.click(x, y)
}
