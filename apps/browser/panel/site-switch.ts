/** "Check this site": the permission for one site, asked from the browser and given back to it. */
import { checkTab, originPattern } from '../sites.ts'

const checkbox = document.getElementById('allowed') as HTMLInputElement
const state = document.getElementById('site-state')!

export class SiteSwitch {
  #tab: chrome.Tab | undefined
  #pattern: string | undefined
  #isRunning = false

  constructor({ started, stopped }: { started(): void; stopped(): void }) {
    checkbox.addEventListener('change', async () => {
      const { checked } = checkbox
      const pattern = this.#pattern
      if (!pattern) return
      const origins = [pattern]
      if (checked) {
        // Has to be asked before anything is waited for, while the click counts.
        const granted = await chrome.permissions.request({ origins })
        if (granted && this.#tab?.id !== undefined && (await checkTab(this.#tab.id))) started()
      } else {
        stopped()
        await chrome.permissions.remove({ origins })
      }
      await this.#update()
    })
  }

  async show(tab: chrome.Tab): Promise<void> {
    this.#tab = tab
    this.#pattern = originPattern(tab.url)
    await this.#update()
  }

  isRunning(isRunning: boolean): void {
    this.#isRunning = isRunning
    this.#update()
  }

  async #update(): Promise<void> {
    const pattern = this.#pattern
    const { origins = [] } = await chrome.permissions.getAll()
    const isAllowed = pattern !== undefined && origins.includes(pattern)
    checkbox.disabled = pattern === undefined
    checkbox.checked = isAllowed
    const host = pattern && new URL(pattern.replace('/*', '/')).hostname
    if (isAllowed) state.textContent = `${host}: each time you open it`
    else if (this.#isRunning) state.textContent = `${host ?? 'This page'}: until you leave the page`
    else state.textContent = host ? `${host} is not checked` : 'Click the medlint button in the toolbar to check this page'
  }
}
