/** The engine, on a thread of its own. The browser ends it when nothing was asked for a while and starts it again with the next question. */
import { createEngine } from '../../engine/engine.ts'
import type { AnalyseReply, AnalyseRequest } from '../messages.ts'
import { checkTab, openPanel, registerSites } from '../sites.ts'
import { readSettings } from '../stored-settings.ts'
import { analysisRequest } from './analysis-request.ts'

/** Content scripts cut long texts; a longer one does not come from them. */
const LONGEST_TEXT = 150_000

const engine = createEngine(async (name) => {
  const response = await fetch(chrome.runtime.getURL(`data/${name}.txt`))
  if (!response.ok) throw new Error(`The word list "${name}" is not in the extension. Install it again.`)
  return response.text()
})

engine.prepare(['words', 'frequency'])

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id || !isAnalyseRequest(message)) return false
  answerTo(message.text, sender).then(reply)
  return true
})

chrome.action.onClicked.addListener((tab) => {
  openPanel(tab)
  if (tab.id !== undefined) checkTab(tab.id)
})

chrome.runtime.onInstalled.addListener(registerSites)
chrome.runtime.onStartup.addListener(registerSites)
chrome.permissions.onAdded.addListener(registerSites)
chrome.permissions.onRemoved.addListener(registerSites)

async function answerTo(text: string, sender: chrome.MessageSender): Promise<AnalyseReply> {
  const started = performance.now()
  try {
    const now = new Date().toISOString().slice(0, 10)
    const analysis = await engine.analyse(analysisRequest(text, hostOf(sender), await readSettings(), now))
    return { ...analysis, milliseconds: performance.now() - started }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function isAnalyseRequest(message: unknown): message is AnalyseRequest {
  if (typeof message !== 'object' || message === null) return false
  const { type, text } = message as Record<string, unknown>
  return type === 'analyse' && typeof text === 'string' && text.length <= LONGEST_TEXT
}

/** '' for a frame without an address of its own. */
function hostOf({ origin }: chrome.MessageSender): string {
  return origin && URL.canParse(origin) ? new URL(origin).hostname : ''
}
