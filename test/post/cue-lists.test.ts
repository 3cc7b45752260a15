import { expect, it, vi } from 'vitest'
import * as patterns from '../../src/post/claims/patterns.ts'

it('can read every pattern of the built-in cue lists, also those no text here has', async () => {
  const compileList = vi.fn(patterns.compileCues)
  vi.doMock('../../src/post/claims/patterns.ts', () => ({ ...patterns, compileList }))
  vi.resetModules()
  await import('../../src/core.ts')
  expect(compileList.mock.results.every(({ type }) => type === 'return')).toBe(true)
  expect(compileList.mock.calls.length).toBeGreaterThan(10)
})
