/** The core runs in any JavaScript host: bundled for a worker it names no Node module and asks for no clock, DOM or code evaluation. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

async function bundle(conditions: string[]) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/core.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions,
    metafile: true,
    logLevel: 'silent',
  })
  const own = Object.keys(result.metafile.inputs).filter((path) => !path.includes('node_modules'))
  return { code: result.outputFiles[0]!.text, own, errors: result.errors }
}

describe('the core', () => {
  it('bundles for a worker', async () => {
    const { code, errors } = await bundle(['worker'])
    expect(errors).toEqual([])
    expect(code).not.toMatch(/["']node:/)
    expect(code).not.toMatch(/\brequire\(/)
  })

  it('does not touch host objects in its own files', async () => {
    const { own } = await bundle(['worker'])
    expect(own.filter((path) => /^src\/(?:cli|report|language-server)\//.test(path))).toEqual([])
    const { readFileSync } = await import('node:fs')
    for (const path of own.filter((each) => each.endsWith('.ts'))) {
      const code = readFileSync(`${root}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      const found = code.match(
        /\b(?:process\.(?!stdout)|Buffer\b|document\.|window\.|Date\.now|new Date\(\)|Math\.random|eval\(|new Function)/g,
      )
      expect(found ?? [], path).toEqual([])
    }
  })
})
