/** The `html` report: nothing of a post becomes a tag, every claim and message is there, and every link leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import recommended from '../../presets/recommended.ts'
import { rules } from '../../rules/index.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import type { Message } from '../../src/lint/types.ts'
import { defaultConfig } from '../../src/lint/unified-plugin.ts'
import { createHtml } from '../../src/report/html.ts'
import { rowsOf } from '../../src/report/html-rows.ts'
import { escapeAttribute, escapeText, markedHtml } from '../../src/report/html-text.ts'
import type { ClaimView, PostView } from '../../src/report/post-view.ts'
import type { FileReport } from '../../src/report/types.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { NOW, post } from '../support.ts'
import { type Element, readHtml } from './strict-html.ts'
import { message, summary } from './support.ts'

function claim(start: number, end: number, extra: Partial<ClaimView> = {}): ClaimView {
  const rest = { kind: 'efficacy', strength: 'asserted', level: 'high', fragment: false, support: '0:none' } as const
  return { start, end, ...rest, supported: false, decidedBy: undefined, ...extra }
}

function view(text: string, extra: Partial<PostView> = {}): PostView {
  return { text, title: 'Iron', language: 'en', claims: [], ...extra }
}

function at(start: number, end: number, extra: Partial<Message> = {}): Message {
  return message({ start, end, ...extra })
}

function file(text: string, extra: Partial<FileReport> & { claims?: ClaimView[] } = {}): FileReport {
  const { claims = [], ...rest } = extra
  return { path: 'posts/a.md', messages: [], suppressed: [], view: view(text, { claims }), ...rest }
}

function htmlOf(files: readonly FileReport[], kept?: number): string {
  const reporter = createHtml(kept)
  return files.map((each) => reporter.file(each)).join('') + reporter.end(summary({ files: files.length }))
}

/** What a reader sees of the source: without signs, with the number of what cannot be seen in its place. */
function sourceOf(elements: readonly Element[]): string {
  const sources = elements.filter((element) => element.classes.includes('source'))
  return sources.map((source) => source.text((inner) => !inner.classes.includes('t'))).join('')
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}',
  '</title></textarea></bdi></section>',
  '<!-- --><![CDATA[',
  '&lt;script&gt;&amp;',
  'javascript:alert(1)',
  '\u0000\u0008\u001b[31m',
  '\ud800 and \udfff',
  '\u202eabc\u2066\u2069\u200f',
  '\ufeff\u200b\u00ad\u2028\ufffe',
]
const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('\r\n', '\n\n', '\r', '- ', '| ', '1. ', 'Iron cures. '),
)
const hostileText = fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join(''))

function rangeIn(text: string) {
  return fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
}

/** Any post with any ranges, also ones that cut a character or a line end in two. */
const anyFile: fc.Arbitrary<FileReport> = hostileText.chain((text) => {
  const range = rangeIn(text)
  const claims = fc.array(
    fc.record({
      range,
      decidedBy: fc.option(range, { nil: undefined }),
      supported: fc.boolean(),
      level: fc.constantFrom('high' as const, 'low' as const),
    }),
    { maxLength: 6 },
  )
  const messages = fc.array(
    fc.record({
      range,
      severity: fc.constantFrom('error' as const, 'warn' as const, 'info' as const),
      words: hostileText,
      related: fc.array(range, { maxLength: 2 }),
    }),
    { maxLength: 6 },
  )
  return fc.record({ claims, messages, path: hostileText, title: hostileText, language: hostileText }).map((given) => ({
    path: given.path,
    messages: given.messages
      .map(({ range: { start, end }, severity, words, related }) =>
        at(start, end, {
          severity,
          message: words,
          note: words,
          rule: words,
          url: words,
          related: related.map((each) => ({ ...each, message: words })),
          suggestions: [{ title: words, edits: [] }],
        }),
      )
      .sort((a, b) => a.start - b.start),
    suppressed: [],
    view: {
      text,
      title: given.title,
      language: given.language,
      claims: given.claims.map(({ range: { start, end }, ...rest }) => claim(start, end, rest)),
    },
  }))
})

/** The text as the report must show it. */
function shown(text: string): string {
  const number = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const unseen = /(?![\n\t\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (character) => (/[\p{Co}]/u.test(character) || isUnassigned(character) ? character : number(character)))
}

/** Code points without a character yet are left alone, unlike those that never will be one. */
function isUnassigned(character: string): boolean {
  return /\p{Cn}/u.test(character) && !/\p{Noncharacter_Code_Point}/u.test(character)
}

describe('escaping', () => {
  it('lets nothing of a post become a tag or an attribute, and keeps every character of its source', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 3 }), (files) => {
        const html = htmlOf(files)
        const elements = readHtml(html)
        const names = new Set(elements.flatMap(({ attributes }) => [...attributes.keys()]))
        expect([...names].filter((name) => /^on|^style$|^src$/.test(name))).toEqual([])
        expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/)
        expect(html).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 150 },
    )
    fc.assert(
      fc.property(anyFile, (given) => {
        // A range may cut a pair of surrogates; only whole texts compare.
        fc.pre(!/[\u{10000}-\u{10ffff}]/u.test(given.view!.text))
        expect(sourceOf(readHtml(htmlOf([given])))).toBe(shown(given.view!.text))
      }),
      { numRuns: 150 },
    )
  })

  it.each(HOSTILE)('shows %j as text', (text) => {
    const elements = readHtml(htmlOf([file(text, { path: text, messages: [at(0, text.length, { message: text })] })]))
    expect(sourceOf(elements)).toBe(shown(text))
    expect(elements.filter(({ name }) => name === 'script' || name === 'img' || name === 'style')).toHaveLength(1)
  })

  it('makes what cannot be seen visible, and leaves emoji whole', () => {
    expect(escapeText('a\u202eb\u0000\ud800')).toBe('a<i class="u">U+202E</i>b<i class="u">U+0000</i><i class="u">U+D800</i>')
    expect(escapeText('👩‍⚕️ é नमस्ते')).toBe('👩‍⚕️ é नमस्ते')
    expect(escapeAttribute('"\u202e<')).toBe('&quot;[U+202E]&lt;')
  })

  it('links to pages of the web alone', () => {
    const hrefs = (url: string) =>
      links(htmlOf([file('a', { messages: [at(0, 1, { url })] })])).filter((href) => href !== '' && !href.startsWith('#'))
    expect(hrefs('javascript:alert(1)')).toEqual([])
    expect(hrefs('https://clinic.example/?a=1&b="')).toEqual(['https://clinic.example/?a=1&amp;b=&quot;'])
  })
})

function links(html: string): string[] {
  return readHtml(html).flatMap(({ attributes }) => attributes.get('href') ?? [])
}

function expectLinked(html: string): void {
  const ids = readHtml(html).flatMap(({ attributes }) => attributes.get('id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const known = new Set(ids)
  const inside = links(html).filter((href) => href.startsWith('#'))
  expect(inside.filter((href) => !known.has(href.slice(1)))).toEqual([])
}

describe('ranges', () => {
  const mark = (start: number, end: number, name: string) => ({ start, end, name })

  it('are split where they overlap or nest', () => {
    expect(markedHtml('abcdef', [mark(0, 4, 'no'), mark(2, 6, 'warn'), mark(3, 4, 'info')], [])).toBe(
      '<mark class="no">ab</mark><mark class="no warn">c</mark><mark class="info no warn">d</mark><mark class="warn">ef</mark>',
    )
    expect(markedHtml('ab', [mark(0, 2, 'no'), mark(0, 1, 'no'), mark(1, 1, 'ok')], [])).toBe(
      '<mark class="no">a</mark><mark class="no">b</mark>',
    )
  })

  it('count UTF-16 code units, also after a BOM and over CRLF', () => {
    const text = '\ufeffIron 💊 cures.\r\n\r\nTea is bad.\r\n'
    const start = text.indexOf('cures')
    const elements = readHtml(htmlOf([file(text, { messages: [at(start, text.indexOf('bad'))] })]))
    const marked = elements.filter(
      ({ name, classes, parents }) =>
        name === 'mark' && classes.includes('error') && parents.some((parent) => parent.classes.includes('source')),
    )
    expect(marked.map((element) => element.text())).toEqual(['cures.\n\n', 'Tea is '])
  })

  it('begin a row where a message is, and keep the rest in one piece', () => {
    const text = 'One.\n\nTwo.\n\n- three\n- four\n- five\n\nSix.\n'
    const numbered = [at(text.indexOf('four'), text.indexOf('four') + 4)].map((each) => ({ number: 1, message: each }))
    const rows = rowsOf(text, numbered)
    expect(rows.map(({ start, end, line }) => [line, text.slice(start, end)])).toEqual([
      [1, 'One.\n\nTwo.\n\n- three\n'],
      [6, '- four\n- five\n\n'],
      [9, 'Six.\n'],
    ])
    expect(rowsOf('', [])).toHaveLength(1)
  })

  it('have anchors that all resolve', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 3 }), fc.boolean(), (files, streamed) => {
        expectLinked(htmlOf(files, streamed ? 0 : undefined))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a post', () => {
  const text = 'Iron cures anaemia [1]. Zinc cures colds. Tea may harm.\n'
  const cited = { start: text.indexOf('['), end: text.indexOf(']') + 1 }
  const claims = [
    claim(0, cited.end + 1, { supported: true, support: '1:same', decidedBy: cited }),
    claim(text.indexOf('Zinc'), text.indexOf(' Tea')),
    claim(text.indexOf('Tea'), text.length - 1, { level: 'medium' }),
  ]
  const messages = [
    at(0, 4, { severity: 'info', note: 'Because.', related: [{ start: 24, end: 28, message: 'Here too' }] }),
    at(24, 40, { severity: 'warn', rule: 'unsupported-claim', suggestions: [{ title: 'Add "may"', edits: [] }] }),
    at(24, 28, { fix: { kind: 'safe', edits: [] } }),
  ]
  const html = htmlOf([file(text, { messages, claims })])

  it('counts claims and messages', () => {
    const chips = readHtml(html).filter(({ name, parents }) => name === 'li' && parents.at(-1)?.classes.includes('counts'))
    const expected = ['3 claims', '✓ 1 supported', '✗ 2 unsupported (1 borderline)', '1 error', '1 warning', '1 info']
    expect(chips.map((chip) => chip.text())).toEqual([...expected, ...expected])
    const cells = readHtml(html).filter(
      ({ name, parents }) => name === 'td' && parents.some(({ classes }) => classes.includes('posts')),
    )
    expect(cells.map((cell) => cell.text())).toEqual(['3', '1', '2', '1', '1', '1', '1'])
  })

  it('leads from a claim to the citation that supports it, else to the reason', () => {
    const signs = readHtml(html).filter(({ attributes }) => /^p1c\d+$/.test(attributes.get('id') ?? ''))
    expect(signs.map((sign) => [sign.text(), sign.attributes.get('href'), sign.classes.at(-1)])).toEqual([
      ['✓', `#p1o${cited.start}`, 'ok'],
      ['✗', '#p1k2', 'no'],
      ['?', '#p1k3', 'maybe'],
    ])
    expectLinked(html)
  })

  it('leads from a message to its place and back', () => {
    for (const number of [1, 2, 3]) {
      expect(links(html)).toContain(`#p1m${number}`)
      expect(links(html)).toContain(`#p1t${number}`)
    }
    const item = readHtml(html).find(({ attributes }) => attributes.get('id') === 'p1m2')!
    expect(item.text()).toBe('W2 warning, line 3, unsupported-claim\nWrite "1 mg" without the trailing zero.Possible: Add "may"')
  })

  it('has no text when it could not be read, and its messages all the same', () => {
    const bare = htmlOf([{ path: 'gone.md', messages: [at(0, 0)], suppressed: [] }])
    expectLinked(bare)
    expect(bare).toContain('Write &quot;1 mg&quot; without')
    expect(bare).not.toContain('class="source"')
  })
})

describe('the file', () => {
  it('asks for nothing, runs nothing, and has its headings in order', () => {
    const elements = readHtml(htmlOf([file('# Iron\n'), file('Tea\n')]))
    const policy = elements.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')
    expect(policy?.attributes.get('content')).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src 'none'")
    expect(elements.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'form', 'button', 'input'].includes(name))).toEqual(
      [],
    )
    expect(elements.find(({ name }) => name === 'style')!.text()).not.toMatch(/url\(|@import/)
    expect(elements.map(({ name }) => name).filter((name) => /^h\d$/.test(name))).toEqual(['h1', 'h2', 'h2', 'h2'])
  })

  it('is written as posts are done once there are many, with the table at the end', () => {
    const reporter = createHtml(3000)
    const files = Array.from({ length: 50 }, (_, index) => file(`Post ${index} is short.\n`, { path: `${index}.md` }))
    const parts = files.map((each) => reporter.file(each))
    const html = parts.join('') + reporter.end(summary({ files: 50 }))
    expect(parts[0]).toBe('')
    expect(parts.slice(10).every((part) => part.startsWith('<section id="p'))).toBe(true)
    expectLinked(html)
    expect(html.indexOf('id="posts"')).toBeGreaterThan(html.indexOf('id="p50"'))
    expect(htmlOf(files).indexOf('id="posts"')).toBeLessThan(htmlOf(files).indexOf('id="p1"'))
  })

  it('has every claim and message of every fixture', () => {
    for (const folder of ['posts', 'constructs']) {
      const root = new URL(`../../fixtures/${folder}/`, import.meta.url)
      const files = readdirSync(root, { encoding: 'utf8' })
        .filter((name) => /\.mdx?$/.test(name))
        .map((name) => linted(name, readFileSync(new URL(name, root), 'utf8')))
      const html = htmlOf(files)
      expectLinked(html)
      expect(htmlOf(files)).toBe(html)
      const ids = new Set(readHtml(html).map(({ attributes }) => attributes.get('id')))
      for (const [index, { view: shownPost, messages }] of files.entries()) {
        for (const number of shownPost!.claims.keys()) expect(ids).toContain(`p${index + 1}c${number + 1}`)
        for (const number of messages.keys()) expect(ids).toContain(`p${index + 1}m${number + 1}`)
      }
      expect(sourceOf(readHtml(html))).toBe(files.map((each) => shown(each.view!.text)).join(''))
    }
  })

  it('comes from the command line, with the text as it is after fixing', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': '\ufeffbad tpyo\r\n', 'b.md': 'meh\n' })
    const run = await medlint(['-f', 'html', '--fix-dry-run', '.'], { cwd: folder })
    expect(sourceOf(readHtml(run.stdout))).toBe('U+FEFFbad typo\nmeh\n')
    expect((await medlint(['-f', 'html', '--fix-dry-run', '.'], { cwd: folder })).stdout).toBe(run.stdout)
    expect(run.status).toBe(1)
    const quiet = await medlint(['-f', 'html', '--quiet', '.'], { cwd: folder })
    expect(quiet.stdout).toContain('word-error')
    expect(quiet.stdout).not.toContain('word-warn')
    expect((await medlint(['-f', 'json', '.'], { cwd: folder })).stdout).not.toContain('"view"')
  })
})

function linted(name: string, text: string): FileReport {
  const subject = post(text, { path: name })
  const levels = Object.entries(recommended.rules)
  const resolved = Object.fromEntries(levels.map(([id, setting]) => [id, resolveSetting(rules[id]!, setting)]))
  const { messages, suppressed, settings } = lintPost(subject, defaultConfig(resolved, NOW))
  return { path: name, messages, suppressed, view: createHtml().view!(subject, settings) }
}
