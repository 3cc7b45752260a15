/** The engine of the browser hosts: lists arrive while it works, and the result is that of the command line. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createEngine } from '../apps/engine/engine.ts'
import { presets } from '../presets/index.ts'
import { rules } from '../rules/index.ts'
import { nodeResources } from '../src/cli/resources.ts'
import { resolve } from '../src/config/resolve.ts'
import { lint } from '../src/lint/lint.ts'
import { parsePortable } from '../src/portable-parser.ts'
import { createPost } from '../src/post/post.ts'

const text = readFileSync(fileURLToPath(new URL('../fixtures/posts/iron-tablets.md', import.meta.url)), 'utf8')
const request = { text, path: 'post.md', preset: 'recommended', now: '2026-01-01' }

async function listNamed(name: string): Promise<string> {
  const list = nodeResources(name)
  if (list === undefined) throw new Error(`no list ${name}`)
  return list
}

it('says what the linter says, and asks for each list once', async () => {
  const asked: string[] = []
  const engine = createEngine((name) => {
    asked.push(name)
    return listNamed(name)
  })
  const [first, second] = await Promise.all([engine.analyse(request), engine.analyse({ ...request, text: 'Take .5 mg.\n' })])
  const post = createPost(text, { parse: parsePortable, path: 'post.md', resources: nodeResources })
  const config = resolve({ extends: 'recommended' }, 'post.md', { presets, rules, now: '2026-01-01' })
  expect(first.messages).toEqual(lint(post, config).messages)
  expect(first.score.total).toBeGreaterThan(0)
  expect(second.messages.map(({ rule }) => rule)).toContain('dose-decimal')
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
})

it('tells when a list cannot be had, and works once it can', async () => {
  let online = false
  const engine = createEngine((name) => (online ? listNamed(name) : Promise.reject(new Error(`cannot load ${name}`))))
  await expect(engine.analyse(request)).rejects.toThrow(/cannot load/)
  online = true
  expect((await engine.analyse(request)).messages.length).toBeGreaterThan(0)
})

it('refuses a preset that does not exist', async () => {
  await expect(createEngine(listNamed).analyse({ ...request, preset: 'none' })).rejects.toThrow(/no such preset/)
})
