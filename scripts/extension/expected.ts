/** What the engine says of a text in Node, for the same request that the worker of the extension makes. */
import { existsSync, readFileSync } from 'node:fs'
import { DEFAULTS, type Settings } from '../../apps/browser/settings.ts'
import { analysisRequest } from '../../apps/browser/worker/analysis-request.ts'
import { createEngine } from '../../apps/engine/engine.ts'

// Bundled into a folder of dist/ (run-typescript.mjs); lists in the form for browsers where there is one, as the extension has them.
const placesOf = (name: string) =>
  [`../data/browser/${name}.txt`, `../data/${name}.txt`].map((place) => new URL(place, import.meta.url))

/** Lists that texts asked for so far. */
export const asked = new Set<string>()

const engine = createEngine(async (name) => {
  asked.add(name)
  return readFileSync(placesOf(name).find((place) => existsSync(place))!, 'utf8')
})

export function expectedOf(text: string, host: string, settings: Partial<Settings> = {}) {
  const now = new Date().toISOString().slice(0, 10)
  return engine.analyse(analysisRequest(text, host, { ...DEFAULTS, ...settings }, now))
}
