/** The side panel: follows the active tab of its window. */
import { PANEL_PORT, type PanelOrder, type Report } from '../messages.ts'
import { showReport } from './report-view.ts'
import { SiteSwitch } from './site-switch.ts'

/** A tab is pinned by `?tab=` where the panel is opened as a page, as tests do. */
const pinned = new URLSearchParams(location.search).get('tab')
let port: chrome.Port | undefined
let tabId: number | undefined

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
  showReport(undefined, order)
  opened.onMessage.addListener((report) => {
    if (port !== opened) return
    site.isRunning(true)
    showReport(report as Report, order)
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
setInterval(() => !port && follow(), 1500)
follow()
