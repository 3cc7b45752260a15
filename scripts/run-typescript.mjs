/** Bundles one TypeScript file beside dist/, so that it finds the word lists there, and imports it. */
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** @param file path relative to the repository */
export async function importTypeScript(file) {
  const folder = mkdtempSync(path.join(root, 'dist', 'run-'))
  try {
    const outfile = path.join(folder, 'bundle.mjs')
    const entryPoints = [path.join(root, file)]
    await build({
      entryPoints,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile,
      logLevel: 'warning',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
