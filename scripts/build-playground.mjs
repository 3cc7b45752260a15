/** Builds the playground into a folder of static files and says what a first lint loads. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { copyLists, ENGINE, LISTS } from './browser-parts.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const folder = path.join(root, 'apps/playground/dist')

/** Needs the word lists of `npm run build`. Returns gzip sizes in bytes by file. */
export async function buildPlayground() {
  if (!existsSync(path.join(root, 'dist/data'))) throw new Error('The word lists are missing: run npm run build.')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'data'), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['apps/playground/main.ts', 'apps/playground/worker.ts'],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    ...ENGINE,
    logLevel: 'warning',
  })
  for (const name of ['index.html', 'style.css', 'favicon.svg'])
    cpSync(path.join(root, 'apps/playground', name), path.join(folder, name))
  cpSync(path.join(root, 'fixtures/posts'), path.join(folder, 'examples'), { recursive: true })
  copyLists(path.join(folder, 'data'))
  const files = ['main.js', 'worker.js', ...LISTS.map((name) => `data/${name}.txt`)]
  return Object.fromEntries(files.map((name) => [name, gzipSync(readFileSync(path.join(folder, name))).length]))
}
