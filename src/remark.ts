/** `medlint/remark`: the recommended preset for unified, and what it takes to build another. */
import './cli/register-host.ts'
import recommended from '../presets/recommended.ts'

export { definePreset } from './lint/define-preset.ts'
export { defineRule } from './lint/define-rule.ts'
export default recommended
