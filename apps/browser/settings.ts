/** What a person can choose, kept by the browser for this profile only. */
import type { Audience } from '../../src/lint/types.ts'

export const PRESETS = ['recommended', 'strict', 'patient', 'clinician', 'regenerative-medicine', 'supplements'] as const
export const AUDIENCES = ['patient', 'general', 'clinician'] as const

export interface Settings {
  preset: (typeof PRESETS)[number]
  /** '' leaves it to the preset. */
  audience: Audience | ''
}

export const DEFAULTS: Settings = { preset: 'recommended', audience: '' }

/** Anything else than a known value counts as the default. */
export function settingsFrom(stored: Record<string, unknown>): Settings {
  const preset = PRESETS.find((name) => name === stored.preset) ?? DEFAULTS.preset
  const audience = AUDIENCES.find((name) => name === stored.audience) ?? DEFAULTS.audience
  return { preset, audience }
}
