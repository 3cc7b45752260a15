import { type Settings, settingsFrom } from './settings.ts'

export async function readSettings(): Promise<Settings> {
  return settingsFrom(await chrome.storage.local.get(['preset', 'audience']))
}
