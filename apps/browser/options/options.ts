/** The options page: preset, readers, allowed sites. */
import { AUDIENCES, PRESETS } from '../settings.ts'
import { readSettings } from '../stored-settings.ts'

const preset = document.getElementById('preset') as HTMLSelectElement
const audience = document.getElementById('audience') as HTMLSelectElement
preset.append(...PRESETS.map((name) => new Option(name, name)))
audience.append(...AUDIENCES.map((name) => new Option(name, name)))

const settings = await readSettings()
preset.value = settings.preset
audience.value = settings.audience
const save = () => chrome.storage.local.set({ preset: preset.value, audience: audience.value })
preset.onchange = save
audience.onchange = save

async function showSites(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll()
  document.getElementById('none')!.hidden = origins.length > 0
  document.getElementById('sites')!.replaceChildren(...origins.toSorted().map(siteItem))
}

function siteItem(origin: string): HTMLLIElement {
  const item = document.createElement('li')
  const name = origin.replace(/^https:\/\//, '').replace(/\/\*$/, '')
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Stop checking' })
  remove.setAttribute('aria-label', `Stop checking ${name}`)
  remove.onclick = () => chrome.permissions.remove({ origins: [origin] })
  item.append(name, remove)
  return item
}

chrome.permissions.onAdded.addListener(showSites)
chrome.permissions.onRemoved.addListener(showSites)
showSites()
