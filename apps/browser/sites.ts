/** Where medlint runs: on the sites a person allowed, and on a page for one visit after a click on the button. The browser's own list of granted origins is the only one. */

const FILES = ['content.js']
const STYLES = ['highlights.css']
const PAGE_FILES = ['page.js']

let registering: Promise<void> = Promise.resolve()

/** Makes the registered scripts fit the granted sites; one change at a time. */
export function registerSites(): Promise<void> {
  registering = registering.then(register, register)
  return registering
}

async function register(): Promise<void> {
  const { origins: matches = [] } = await chrome.permissions.getAll()
  const registered = await chrome.scripting.getRegisteredContentScripts()
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
  if (matches.length === 0) return
  const common = { matches, allFrames: true, persistAcrossSessions: true }
  const scripts: chrome.RegisteredContentScript[] = [
    // First, so that it is there when the content script asks.
    { ...common, id: 'page', js: PAGE_FILES, world: 'MAIN', runAt: 'document_start' },
    { ...common, id: 'content', js: FILES, css: STYLES, runAt: 'document_idle' },
  ]
  try {
    await chrome.scripting.registerContentScripts(scripts.map((script) => ({ ...script, matchOriginAsFallback: true })))
  } catch {
    // Chrome before 119: frames that a page writes itself are left out.
    await chrome.scripting.registerContentScripts(scripts)
  }
}

/** Starts the check in a tab that is open. False where no extension may run: pages of the browser, its store, sites that were not allowed. */
export async function checkTab(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true }
  try {
    await chrome.scripting.executeScript({ target, files: PAGE_FILES, world: 'MAIN' })
    await chrome.scripting.insertCSS({ target, files: STYLES })
    await chrome.scripting.executeScript({ target, files: FILES })
    return true
  } catch {
    return false
  }
}

/** Has to be called within the click: the browser opens no panel later. */
export function openPanel({ windowId }: { windowId: number }): void {
  if (chrome.sidePanel) chrome.sidePanel.open({ windowId })
  else chrome.sidebarAction?.open()
}

/** The pattern a permission is asked for; `undefined` for pages that are not of the web. */
export function originPattern(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : undefined
}
