/** Asks the engine in the service worker. */
import type { AnalyseReply } from '../messages.ts'

/** The extension was updated or removed while the page was open: nothing can be asked any more. */
export class ExtensionGone extends Error {}

export async function askWorker(text: string): Promise<AnalyseReply> {
  try {
    return await send(text)
  } catch {
    // The browser may end the worker in the middle of an answer; the next question starts it again.
    if (!isAlive()) throw new ExtensionGone()
    return send(text).catch((error) => ({ error: error instanceof Error ? error.message : String(error) }))
  }
}

async function send(text: string): Promise<AnalyseReply> {
  const reply = (await chrome.runtime.sendMessage({ type: 'analyse', text })) as AnalyseReply | undefined
  if (!reply) throw new Error('The engine gave no answer.')
  return reply
}

function isAlive(): boolean {
  try {
    return chrome.runtime.id !== undefined
  } catch {
    return false
  }
}
