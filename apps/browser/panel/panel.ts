/** The side panel: follows the active tab of its window. */
import { PANEL_PORT, type PanelOrder, type Report, STARTED } from '../messages.ts'
import { showReport } from './report-view.ts'
import { SiteSwitch } from './site-switch.ts'

/** A tab is pinned by `?tab=` where the panel is opened as a page, as tests do. */
const pinned = new URLSearchParams(location.search).get('tab')
let port: chrome.Port | undefined
let tabId: number | undefined
let shown: Report | undefined

const site = new SiteSwitch({ started: connect, stopped: () => order({ type: 'stop' }) })

async function follow(): Promise<void> {
  const tab = pinned ? await chrome.tabs.get(Number(pinned)) : (await chrome.tabs.query({ active: true, currentWindow: true }))[0]
  if (!tab?.id) return
  tabId = tab.id
  await site.show(tab)
  connect()
}

function connect(): void {
  if (tabId === undefined) return
  port?.disconnect()
  const opened = chrome.tabs.connect(tabId, { name: PANEL_PORT })
  port = opened
  shown = undefined
  showReport(undefined, order)
  opened.onMessage.addListener((message) => {
    const report = message as Report
    if (port !== opened) return
    site.isRunning(true)
    // A frame without a text does not take the place of one that has.
    if (report.state === 'empty' && shown && shown.frame !== report.frame && shown.state !== 'empty') return
    shown = report
    showReport(report, order)
  })
  opened.onDisconnect.addListener(() => {
    // Reading the error says that no content script is an answer that was expected.
    void chrome.runtime.lastError
    if (port !== opened) return
    port = undefined
    site.isRunning(false)
    showReport(undefined, order)
  })
}

function order(what: PanelOrder): void {
  port?.postMessage(what)
}

chrome.tabs.onActivated.addListener(follow)
chrome.tabs.onUpdated.addListener((id, { status }) => {
  if (id === tabId && status === 'complete') follow()
})
document.getElementById('options')!.onclick = () => chrome.runtime.openOptionsPage()
// The button of the toolbar starts the check while the panel is open.
chrome.runtime.onMessage.addListener((message, sender) => {
  if ((message as { type?: unknown }).type === STARTED && sender.tab?.id === tabId && !port) follow()
  return false
})
follow()
