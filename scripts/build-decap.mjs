/** The widget for Decap CMS: a script for a page, a module for a bundler, and the worker that both start. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ENGINE } from './browser-parts.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

export async function buildDecap(outdir, define) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    ...ENGINE,
    define,
    legalComments: 'none',
    logLevel: 'warning',
  }
  const widget = 'apps/decap/index.ts'
  await Promise.all([
    build({
      ...common,
      entryPoints: [widget],
      outfile: path.join(outdir, 'medlint-decap.js'),
      format: 'iife',
      globalName: 'medlintDecap',
    }),
    build({ ...common, entryPoints: [widget], outfile: path.join(outdir, 'index.js'), format: 'esm' }),
    build({ ...common, entryPoints: ['apps/decap/worker.ts'], outfile: path.join(outdir, 'worker.js'), format: 'iife' }),
  ])
}
