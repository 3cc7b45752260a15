/** What parts of a score are called for people. */
import type { ComponentName } from '../score/formula.ts'

export const COMPONENT_NAMES: Record<ComponentName, string> = {
  evidence: 'Evidence',
  identity: 'Identity',
  balance: 'Balance',
  restraint: 'Restraint',
  references: 'References',
  plainLanguage: 'Plain language',
}
