/** For every message and every fact on every fixture the text at its range is what it shows, in every disguise of the file, with both parsers. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '../presets/index.ts'
import { rules } from '../rules/index.ts'
import { loadParser } from '../src/cli/parse.ts'
import { nodeResources } from '../src/cli/resources.ts'
import type { ResolvedRule } from '../src/config/types.ts'
import { fixToFixedPoint } from '../src/lint/fixes.ts'
import { lint } from '../src/lint/lint.ts'
import { resolveSetting } from '../src/lint/rule-setting.ts'
import type { Message } from '../src/lint/types.ts'
import { defaultConfig } from '../src/lint/unified-plugin.ts'
import { parsePortable } from '../src/portable-parser.ts'
import { createPost } from '../src/post/post.ts'
import type { Parse, Post } from '../src/post/types.ts'
import { expectExactFacts, factRanges } from './fact-ranges.ts'

const parse = await loadParser()
const folder = fileURLToPath(new URL('../fixtures', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.mdx?$/.test(name))
  .sort()

/** Every rule at its most talkative. */
const everything: Record<string, ResolvedRule> = Object.fromEntries(
  Object.entries(rules).map(([id, rule]) => [id, resolveSetting(rule, presets['strict']!.rules[id] ?? 'warn')]),
)
const config = defaultConfig(everything, '2026-06-01')

function postOf(text: string, path: string, parser: Parse): Post {
  return createPost(text, { parse: parser, path, resources: nodeResources })
}

function messagesOf(text: string, path: string, parser: Parse = parse): Message[] {
  return lint(postOf(text, path, parser), config).messages
}

function expectExact(text: string, messages: readonly Message[]) {
  const lines = text.split(/\r\n|\r|\n/)
  for (const message of messages) {
    expect(text.slice(message.start, message.end)).toBe(message.actual)
    expect(message.rule).not.toBe('medlint/internal')
    expect(lines[message.line - 1]!.slice(message.column - 1)).toContain(message.actual.split(/\r\n|\r|\n/)[0]!)
    for (const related of message.related)
      expect(related.start >= 0 && related.start <= related.end && related.end <= text.length).toBe(true)
    for (const edit of [message.fix?.edits ?? [], ...message.suggestions.map((each) => each.edits)].flat()) {
      expect(edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length).toBe(true)
    }
    if (message.actual !== '') expect(message.actual, message.rule).toBe(message.actual.trim())
  }
}

/** Broken MDX is read as Markdown, as the command line does. */
const tolerantPortable: Parse = (text, options) => {
  try {
    return parsePortable(text, options)
  } catch {
    return parsePortable(text, { mdx: false })
  }
}

const essence = (messages: readonly Message[]) =>
  messages.map(({ rule, messageId, actual }) => `${rule} ${messageId} ${actual.replaceAll(/\s+/g, ' ')}`)

describe.each(files)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const messages = messagesOf(text, name)

  it('has messages whose range is what they show', () => {
    expectExact(text, messages)
  })

  const unmarked = text.replace(/^\uFEFF/, '')
  const disguises = [
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${unmarked}`],
    ['a BOM and CRLF', `\uFEFF${unmarked.replaceAll('\n', '\r\n')}`],
    ['mixed line ends', text.replace(/\n(?=[^\n]*\n)/, '\r\n')],
  ] as const

  it.each(disguises)('says the same with %s', (_, changed) => {
    for (const parser of [parse, parsePortable]) {
      const found = messagesOf(changed, name, parser)
      expectExact(changed, found)
      expect(essence(found)).toEqual(essence(messages))
    }
  })

  it.each([['nothing changed', text] as const, ...disguises])('has facts that stand where they say, with %s', (_, changed) => {
    for (const parser of [parse, parsePortable]) expectExactFacts(postOf(changed, name, parser))
    expect(factRanges(postOf(changed, name, parsePortable))).toEqual(factRanges(postOf(changed, name, parse)))
  })

  it('says the same at the same places with the portable parser', () => {
    expect(messagesOf(text, name, parsePortable)).toEqual(messages)
  })

  it('is the same on a second run', () => {
    expect(messagesOf(text, name)).toEqual(messages)
  })

  it('is fixed once and for all, and only where a fix says so', () => {
    const lintText = (current: string) => ({ messages: messagesOf(current, name) })
    const { text: fixed } = fixToFixedPoint(text, lintText)
    expect(fixToFixedPoint(fixed, lintText).text).toBe(fixed)
    const digits = (value: string) => value.replace(/[^\d]/g, '')
    expect(digits(fixed)).toBe(digits(text))
  })
})

describe('broken input', () => {
  const pieces = fc.constantFrom(
    '---\n',
    'title: a\n',
    '\n',
    '# H\n',
    '> ',
    '- ',
    '1. ',
    '| a | b |\n|---|---|\n',
    '```\n',
    '&amp;',
    '&lt',
    '\\',
    '**',
    '_',
    '[1]',
    '[^1]',
    '[^1]: n\n',
    '<!--',
    '-->',
    '<sup>1</sup>',
    '{{<',
    '{',
    'Research shows that zinc cures colds. ',
    'Take 2.0 mg. ',
    '\0',
    '\uD83D',
    '💊',
    '\r',
    '\r\n',
    '\t',
    '   ',
    '## References\n\n',
    '1. Park S. Sleep. Chest. 2018;7:1-2. doi:10.5555/a.1.\n',
    'GORD is common. ',
    'https://doi.org/10.5555/x(1) ',
    '+++\n',
    '{"a": 1}\n',
  )
  it('makes no sentence of code that holds nothing but white space', () => {
    const found = postOf('Zinc cures colds. ```\n\t```\n', 'a.md', parse).sentences
    expect(found.map(({ text }) => text)).toEqual(['Zinc cures colds.'])
  })

  it('never crashes and never reports a range that is not there', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), fc.constantFrom('a.md', 'a.mdx'), (parts, path) => {
        const text = parts.join('')
        expectExact(text, messagesOf(text, path))
        for (const parser of [parse, tolerantPortable]) expectExactFacts(postOf(text, path, parser))
      }),
      { numRuns: 300 },
    )
  })

  it('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectExact(text, messagesOf(text, 'a.md'))),
      { numRuns: 200 },
    )
  })
})
