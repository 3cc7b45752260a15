/** Reads what a client set. What it does not set, or sets to something else than a setting can be, keeps its default. */
import { presets } from '../../presets/index.ts'
import type { ClientSettings } from './protocol.ts'

const DEFAULTS: ClientSettings = { config: '', preset: 'recommended', run: 'onType', score: false }

const CHECKS: { [Name in keyof ClientSettings]: { isGood(value: unknown): boolean; wanted: string } } = {
  config: { isGood: (value) => typeof value === 'string', wanted: 'a path' },
  preset: {
    isGood: (value) => typeof value === 'string' && value in presets,
    wanted: `one of ${Object.keys(presets).join(', ')}`,
  },
  run: { isGood: (value) => value === 'onType' || value === 'onSave', wanted: '"onType" or "onSave"' },
  score: { isGood: (value) => typeof value === 'boolean', wanted: 'true or false' },
}

/** @param given may be anything: it comes from a settings file. */
export function readSettings(given: unknown): { settings: ClientSettings; problems: string[] } {
  const settings: ClientSettings = { ...DEFAULTS }
  const problems: string[] = []
  if (typeof given !== 'object' || given === null) return { settings, problems }
  for (const [name, { isGood, wanted }] of Object.entries(CHECKS)) {
    const value = (given as Record<string, unknown>)[name]
    if (value === undefined || value === null) continue
    if (isGood(value)) Object.assign(settings, { [name]: value })
    else problems.push(`Set medlint.${name} to ${wanted}, not ${JSON.stringify(value)}.`)
  }
  return { settings, problems }
}
