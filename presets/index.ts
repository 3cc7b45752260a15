/** Every preset by name. */
import type { Preset } from '../src/lint/define-preset.ts'
import clinician from './clinician.ts'
import patient from './patient.ts'
import recommended from './recommended.ts'
import regenerativeMedicine from './regenerative-medicine.ts'
import strict from './strict.ts'
import supplements from './supplements.ts'

export const presets: Readonly<Record<string, Preset>> = Object.fromEntries(
  [clinician, patient, recommended, regenerativeMedicine, strict, supplements].map((preset) => [preset.name, preset]),
)
