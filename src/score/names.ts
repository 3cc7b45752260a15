/** What a score's parts are called, the same in every host. */
import type { ComponentName } from './formula.ts'
import type { PageScore } from './index.ts'

export const COMPONENT_NAMES: Readonly<Record<ComponentName, string>> = {
  evidence: 'Evidence',
  identity: 'Identity',
  balance: 'Balance',
  restraint: 'Restraint',
  references: 'References',
  plainLanguage: 'Plain language',
}

export const TOPIC_NAMES: Readonly<Record<keyof NonNullable<PageScore['topics']>, string>> = {
  harm: 'harm',
  limits: 'limits of the evidence',
  alternatives: 'alternatives',
  clinician: 'when to ask a clinician',
}
