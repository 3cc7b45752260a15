/** `medlint/decap`: a Markdown widget with findings for Decap CMS and Netlify CMS, and a gate before the save. */
import type { Config } from '../../src/core.ts'
import type { Checker } from './checker.ts'
import { createClient } from './client.ts'
import type { Cms, CreateElement } from './cms.ts'
import { createControl } from './control.ts'
import { type Gate, objection } from './gate.ts'

export type { Cms, CreateElement, Gate }

export interface DecapOptions {
  /** Name of the widget in `config.yml`. Default `medlint`. */
  widget?: string
  /** The same object as `.medlintrc.json`. Default `{ "extends": "recommended" }`. */
  config?: Config
  /** Findings that block a save. Default `off`. */
  gate?: Gate
  /** Address of the folder with `worker.js` and `data/`. Default: the folder that the script was loaded from. */
  base?: string
  /** `React.createElement` of the CMS's React. Default: `window.h`, which the CMS's own script sets. */
  h?: CreateElement
}

const GATES: readonly string[] = ['error', 'warning', 'off']
const scriptAddress = typeof document === 'undefined' ? undefined : (document.currentScript as HTMLScriptElement | null)?.src

/** Registers the widget. Call it once, before the CMS shows an entry. Throws when an option cannot be used. */
export function register(cms: Cms, options: DecapOptions = {}): void {
  const { widget = 'medlint', config = {}, gate = 'off' } = options
  const base = options.base === undefined ? scriptAddress : options.base.replace(/\/?$/, '/')
  const h = options.h ?? (globalThis as { h?: CreateElement }).h
  if (!h) throw new Error('medlint/decap: give React.createElement of the CMS as the option "h".')
  if (!base) throw new Error('medlint/decap: give the address of the folder with worker.js as the option "base".')
  if (!GATES.includes(gate)) throw new Error(`medlint/decap: "gate" is "error", "warning" or "off", not "${gate}".`)
  const markdown = cms.getWidget('markdown')
  if (!markdown) throw new Error('medlint/decap: this CMS has no widget "markdown" to build on.')

  const open = new Set<Checker>()
  const client = createClient(new URL(base, document.baseURI).href, config)
  const control = createControl({ inner: markdown.control, h, client, open })
  cms.registerWidget(widget, control, markdown.preview, markdown.schema)
  if (gate === 'off') return
  cms.registerEventListener({
    name: 'preSave',
    async handler({ entry }) {
      const checks = await Promise.allSettled([...open].map((checker) => checker.checkNow()))
      // A text that cannot be checked is saved: its author cannot mend a missing file of the site.
      for (const check of checks) if (check.status === 'rejected') console.error('medlint/decap:', check.reason)
      const reports = checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : []))
      const text = objection(reports, gate)
      if (text) throw new Error(text)
      return entry.get('data')
    },
  })
}
