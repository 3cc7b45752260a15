/** npm run test:kill: ends medlint at fifty moments of its runs and looks at every file it left. Needs `npm run build` first. */
import { spawnSync } from 'node:child_process'

const env = { ...process.env, MEDLINT_KILL_MOMENTS: '50' }
const words = ['node_modules/vitest/vitest.mjs', 'run', 'test/cli/kill.test.ts', '--testTimeout', '600000']
process.exitCode = spawnSync(process.execPath, words, { env, stdio: 'inherit' }).status ?? 1
