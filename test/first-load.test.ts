import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
// @ts-expect-error: a script without types
import { ENGINE } from '../scripts/browser-parts.mjs'

const root = path.join(import.meta.dirname, '..')
const sizeOf = (bytes: Uint8Array) => gzipSync(bytes).length
const sizeOfList = (name: string) => sizeOf(readFileSync(path.join(root, `dist/data/${name}.txt`)))

it('a first lint in a browser loads 700 kB at most: the engine, the vocabulary and the common words', async () => {
  const { outputFiles } = await build({
    ...ENGINE,
    absWorkingDir: root,
    entryPoints: ['apps/playground/worker.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  const lists = ['browser/words', 'browser/frequency', 'easy-words'].map(sizeOfList)
  const loaded = lists.reduce((sum, size) => sum + size, sizeOf(outputFiles![0]!.contents))
  expect(loaded).toBeLessThan(700_000)
})

it('the journals of a reference list are 350 kB at most', () => {
  expect(sizeOfList('journals')).toBeLessThan(350_000)
})
