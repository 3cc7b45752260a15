/** Runs in each frame of a page that a person allowed. */
import { PANEL_PORT, type PanelOrder, STARTED } from '../messages.ts'
import { askWorker, ExtensionGone } from './ask-worker.ts'
import { Checker } from './checker.ts'

declare global {
  var medlintRuns: boolean | undefined
}

function start(): void {
  globalThis.medlintRuns = true
  const panels = new Set<chrome.Port>()
  const checker = new Checker(ask, report)

  async function ask(text: string) {
    try {
      return await askWorker(text)
    } catch (error) {
      if (error instanceof ExtensionGone) stop()
      throw error
    }
  }

  function report(): void {
    if (panels.size === 0) return
    const now = checker.report()
    for (const panel of panels) panel.postMessage(now)
  }

  function connect(port: chrome.Port): void {
    // Only pages of the extension can connect; the name keeps other uses apart.
    if (port.name !== PANEL_PORT) return
    panels.add(port)
    port.onDisconnect.addListener(() => panels.delete(port))
    port.onMessage.addListener((order) => obey(order as PanelOrder))
    if (checker.session || window === window.top) port.postMessage(checker.report())
  }

  function obey(order: PanelOrder): void {
    if (order.type === 'stop') stop()
    else if (order.frame === checker.frame) {
      const shown = checker.findings.find(({ key }) => key === order.key)
      if (!shown) return
      if (order.type === 'show') checker.show(shown, false)
      else
        checker.apply(
          shown,
          shown.remedies.findIndex(({ title }) => title === order.title),
        )
    }
  }

  function recheck(): void {
    checker.recheck()
  }

  function stop(): void {
    checker.stop()
    globalThis.medlintRuns = false
    if (!chrome.runtime?.id) return
    chrome.runtime.onConnect.removeListener(connect)
    chrome.storage.onChanged.removeListener(recheck)
    for (const panel of panels) panel.disconnect()
  }

  chrome.runtime.onConnect.addListener(connect)
  chrome.storage.onChanged.addListener(recheck)
  // To a panel that is open already.
  chrome.runtime.sendMessage({ type: STARTED }).catch(() => {})
}

// A click on the button starts it in a page where it may run already.
if (!globalThis.medlintRuns) start()
