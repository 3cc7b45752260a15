/** What rule tests share: run one rule over a text, with the expected ranges marked `⟦like this⟧` in it. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { loadParser } from '../src/cli/parse.ts'
import { nodeResources } from '../src/cli/resources.ts'
import type { ResolvedConfig } from '../src/config/types.ts'
import type { Rule } from '../src/lint/define-rule.ts'
import { lint as lintPost } from '../src/lint/lint.ts'
import { resolveSetting } from '../src/lint/rule-setting.ts'
import type { Audience, Message, PageType } from '../src/lint/types.ts'
import { defaultConfig } from '../src/lint/unified-plugin.ts'
import { createPost } from '../src/post/post.ts'
import type { Post, Project } from '../src/post/types.ts'

const parse = await loadParser()

export interface Setup {
  options?: object
  severity?: string
  now?: string
  path?: string
  audience?: Audience
  pageType?: PageType
  region?: string[]
  project?: Project
  /** Paths of the files of the site, instead of a disk. */
  files?: string[]
  lang?: string
  /** For `expectSilent`: no info either. */
  strict?: boolean
}

export const NOW = '2026-06-01'

export function post(markdown: string, setup: Setup = {}): Post {
  const { path, lang, files } = setup
  const project = files ? { ...filesOf(files), ...setup.project } : setup.project
  return createPost(markdown, { parse, path, project, lang, resources: nodeResources })
}

/** What the host says of files: any of them, or a folder of one, in any case. */
function filesOf(files: readonly string[]): Project {
  const all = ['', ...files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')))]
  return {
    fileExists: (path) => all.includes(path),
    findFile: (path) => all.find((file) => file === path) ?? all.find((file) => file.toLowerCase() === path.toLowerCase()),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a rule of any options
export function configFor(rule: Rule<any>, setup: Setup = {}): ResolvedConfig {
  const { options = {}, severity, now = NOW, audience = 'general', pageType, region = [] } = setup
  const resolved = resolveSetting(rule as Rule, severity ? [severity, options] : options)
  const types = pageType ? { 'page-under-test': pageType } : {}
  return { ...defaultConfig({ [rule.meta.id]: resolved }, now), audience, region, pageTypes: types as Record<string, PageType> }
}

// biome-ignore lint/suspicious/noExplicitAny: a rule of any options
export function lint(rule: Rule<any>, markdown: string, setup: Setup = {}): Message[] {
  const config = configFor(rule, setup)
  const subject = post(markdown, setup)
  if (setup.pageType) subject.frontmatter.data['templateKey'] = 'page-under-test'
  return lintPost(subject, config).messages.filter(
    (message) => message.rule === rule.meta.id || message.rule === 'medlint/internal',
  )
}

/** Splits marked text into plain text and the marked ranges. */
export function readMarks(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = []
  let text = ''
  let open = -1
  for (const character of marked) {
    if (character === '⟦') open = text.length
    else if (character === '⟧') ranges.push({ start: open, end: text.length })
    else text += character
  }
  return { text, ranges }
}

/** Asserts that the rule reports exactly the marked ranges; returns the messages. */
// biome-ignore lint/suspicious/noExplicitAny: a rule of any options
export function expectReports(rule: Rule<any>, marked: string, setup: Setup = {}): Message[] {
  const { text, ranges } = readMarks(marked)
  const messages = lint(rule, text, setup)
  const reported = messages.map(({ start, end }) => text.slice(start, end))
  expect(reported).toEqual(ranges.map(({ start, end }) => text.slice(start, end)))
  expect(messages.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  for (const message of messages) expect(message.message).not.toMatch(/\{\w+\}/)
  return messages
}

/** Asserts that the rule reports nothing at warn or above (nothing at all with `strict`). */
// biome-ignore lint/suspicious/noExplicitAny: a rule of any options
export function expectSilent(rule: Rule<any>, markdown: string, setup: Setup = {}): void {
  const messages = lint(rule, markdown, setup).filter(({ severity }) => setup.strict || severity !== 'info')
  expect(messages.map(({ actual, message }) => `${actual}: ${message}`)).toEqual([])
}

export function ruleIds(): string[] {
  const folder = fileURLToPath(new URL('../rules', import.meta.url))
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -3))
}
