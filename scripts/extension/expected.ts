/** What the engine says of a text in Node, for the same request that the worker of the extension makes. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, type Settings } from '../../apps/browser/settings.ts'
import { analysisRequest } from '../../apps/browser/worker/analysis-request.ts'
import { createEngine } from '../../apps/engine/engine.ts'

// Bundled into a folder of dist/ (run-typescript.mjs).
const engine = createEngine(async (name) => readFileSync(fileURLToPath(new URL(`../data/${name}.txt`, import.meta.url)), 'utf8'))

export function expectedOf(text: string, host: string, settings: Partial<Settings> = {}) {
  const now = new Date().toISOString().slice(0, 10)
  return engine.analyse(analysisRequest(text, host, { ...DEFAULTS, ...settings }, now))
}
