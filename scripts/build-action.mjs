/** `npm run build:action [folder]`: the bundle of the GitHub Action, which is committed, since GitHub runs it as it stands in the repository. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await build({
  entryPoints: ['apps/action/main.ts'],
  outfile: path.join(process.argv[2] ?? 'apps/action/dist', 'index.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  absWorkingDir: root,
})
