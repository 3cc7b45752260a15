import { describe, expect, it } from 'vitest'
import type { ResolvedConfig } from '../../src/config/types.ts'
import { defineRule } from '../../src/lint/define-rule.ts'
import { lint } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import { DEFAULT_DIRECTIVES, defaultConfig } from '../../src/lint/unified-plugin.ts'
import { post } from '../support.ts'

/** Reports every occurrence of a word in prose and headings. */
const word = (id: string, target: string, extra: object = {}) =>
  defineRule<{ target: string }>({
    id,
    family: 'language',
    purpose: 'test',
    type: 'problem',
    severity: 'warn',
    fix: 'safe',
    wave: 2,
    standards: [],
    messages: { found: { text: 'Replace "{word}".' }, note: { text: 'Look at "{word}".', severity: 'info' } },
    schema: { type: 'object', properties: { target: { type: 'string' } } },
    defaultOptions: { target },
    check(subject, { options, report }) {
      for (const block of subject.blocks) {
        for (const match of block.text.matchAll(new RegExp(options.target, 'g'))) {
          const at = block.rangeOf(match.index, match.index + match[0].length)
          report({ at, message: 'found', data: { word: match[0] } })
        }
      }
    },
    ...extra,
  })

const bad = word('bad-word', 'bad')
const sad = word('sad-word', 'sad')

function run(
  text: string,
  setup: { directives?: Partial<ResolvedConfig['directives']>; now?: string; settings?: unknown; path?: string } = {},
) {
  const { directives = {}, now = '2026-06-01', settings, path } = setup
  const rules = { 'bad-word': resolveSetting(bad, settings), 'sad-word': resolveSetting(sad, undefined) }
  const config = { ...defaultConfig(rules, now), directives: { ...DEFAULT_DIRECTIVES, ...directives } }
  const result = lint(post(text, path ? { path } : {}), config)
  const found = result.messages.filter((message) => !message.rule.startsWith('medlint/'))
  const core = result.messages.filter((message) => message.rule.startsWith('medlint/'))
  return {
    result,
    found: found.map((message) => `${message.line}:${message.actual}`),
    core: core.map((message) => message.message),
    messages: result.messages,
  }
}

describe('messages', () => {
  it('carry exact places in a file with a BOM, CRLF and an entity', () => {
    const text = '\uFEFF# Title\r\n\r\nA &amp; bad *idea*.\r\n'
    const [message] = run(text).messages
    expect(message).toMatchObject({
      line: 3,
      column: 9,
      endLine: 3,
      endColumn: 12,
      actual: 'bad',
      severity: 'warn',
      messageId: 'found',
    })
    expect(text.slice(message!.start, message!.end)).toBe('bad')
  })

  it('are sorted and never twice', () => {
    const twice = word('bad-word', 'bad', {
      check(subject: ReturnType<typeof post>, { report }: { report: (finding: object) => void }) {
        const at = subject.blocks[0]!.rangeOf(0, 3)
        report({ at, message: 'found', data: { word: 'bad' } })
        report({ at, message: 'found', data: { word: 'bad' } })
      },
    })
    const config = defaultConfig({ 'bad-word': resolveSetting(twice, undefined) }, '2026-06-01')
    expect(lint(post('bad'), config).messages).toHaveLength(1)
  })

  it('keep their own severity unless the user sets one for the rule', () => {
    const hint = word('bad-word', 'bad', { messages: { found: { text: 'Look at "{word}".', severity: 'info' } } })
    const severity = (setting: unknown) =>
      lint(post('bad'), defaultConfig({ 'bad-word': resolveSetting(hint, setting) }, '2026-06-01')).messages.map(
        (message) => message.severity,
      )
    expect(severity(undefined)).toEqual(['info'])
    expect(severity('error')).toEqual(['error'])
    expect(severity({ target: 'bad' })).toEqual(['info'])
    expect(severity([{ found: 'error' }])).toEqual(['error'])
    expect(severity([{ found: 'off' }])).toEqual([])
    expect(severity(false)).toEqual([])
  })

  it('can be ignored by pattern and limited to sections', () => {
    expect(run('bad and bad', { settings: { ignore: ['^bad$'] } }).found).toEqual([])
    expect(run('bad\n\n## Risks\n\nbad\n\n## Other\n\nbad', { settings: { sections: ['risks'] } }).found).toEqual(['5:bad'])
  })
})

describe('a rule that throws', () => {
  it('is one internal message, and the others go on', () => {
    const broken = word('broken', 'x', {
      check() {
        throw new Error('boom')
      },
    })
    const rules = { broken: resolveSetting(broken, undefined), 'bad-word': resolveSetting(bad, undefined) }
    const { messages, crashed } = lint(post('bad'), defaultConfig(rules, '2026-06-01'))
    expect(messages.map((message) => message.rule)).toEqual(['medlint/internal', 'bad-word'])
    expect(messages[0]!.message).toContain('boom')
    expect(crashed).toHaveLength(1)
  })
})

describe('comments', () => {
  it('ignore silences the next block only', () => {
    const { found, result } = run('<!--medlint ignore bad-word reason="quoted from the label"-->\n\nbad\n\nbad')
    expect(found).toEqual(['5:bad'])
    expect(result.suppressed).toMatchObject([{ line: 3, reason: 'quoted from the label', by: 'comment', until: null }])
  })

  it('ignore works inside a list item and in front of inline text', () => {
    expect(run('- <!--medlint ignore bad-word reason="quoted from the label"--> bad\n- bad').found).toEqual(['2:bad'])
  })

  it('disable holds to enable, or to the end', () => {
    const comment = '<!--medlint disable bad-word -- quoted from the label (until 2027-01-01)-->'
    expect(run(`bad\n\n${comment}\n\nbad sad\n\n<!--medlint enable bad-word-->\n\nbad`).found).toEqual([
      '1:bad',
      '5:sad',
      '9:bad',
    ])
    expect(run(`${comment}\n\nbad\n\nbad`).found).toEqual([])
  })

  it('several ids, separated by spaces or commas, can be enabled apart', () => {
    const text =
      '<!--medlint disable bad-word, sad-word reason="quoted from the label"-->\n\nbad sad\n\n<!--medlint enable sad-word-->\n\nbad sad'
    expect(run(text).found).toEqual(['7:sad'])
  })

  it('without a reason still suppress, and say so', () => {
    const { found, core } = run('<!--medlint ignore bad-word-->\n\nbad')
    expect(found).toEqual([])
    expect(core).toEqual(['Add a reason: medlint ignore bad-word reason="...".'])
    expect(run('<!--medlint ignore bad-word reason="no"-->\n\nbad').core[0]).toContain('at least 10 characters')
  })

  it('whose date has passed do not suppress', () => {
    const text = '<!--medlint ignore bad-word reason="quoted from the label" until="2026-05-31"-->\n\nbad'
    expect(run(text).found).toEqual(['3:bad'])
    expect(run(text).core[0]).toContain('ended on 2026-05-31')
    expect(run(text, { now: '2026-05-31' }).found).toEqual([])
  })

  it('must have a date within a year where the preset asks for one', () => {
    const strict = { directives: { requireUntil: true } }
    const reason = 'reason="quoted from the label"'
    expect(run(`<!--medlint ignore bad-word ${reason}-->\n\nbad`, strict).core[0]).toContain('Add until=')
    expect(run(`<!--medlint ignore bad-word ${reason} until="2028-01-01"-->\n\nbad`, strict).core[0]).toContain(
      'within 12 months',
    )
    expect(run(`<!--medlint ignore bad-word ${reason} until="2027-01-01"-->\n\nbad`, strict).core).toEqual([])
  })

  it.each([
    ['an unknown verb', '<!--medlint disable-next-line bad-word-->', 'Write "medlint disable"'],
    ['no rule', '<!--medlint ignore-->', 'Name the rules'],
    ['an unknown rule', '<!--medlint ignore bat-word reason="quoted from the label"-->', 'no rule "bat-word"'],
    ['words after the id', '<!--medlint ignore bad-word because: reasons-->', '"because:" is not one'],
    ['an enable without disable', '<!--medlint enable bad-word-->', 'is not disabled here'],
    [
      'an unused suppression',
      '<!--medlint ignore bad-word reason="quoted from the label"-->',
      'nothing to suppress for "bad-word"',
    ],
    [
      'a date that is none',
      '<!--medlint ignore bad-word reason="quoted from the label" until="2026-02-30"-->',
      'not "2026-02-30"',
    ],
  ])('with %s are reported', (_, comment, expected) => {
    expect(run(`${comment}\n\ngood`).core.join(' ')).toContain(expected)
  })

  it('of others are left alone', () => {
    expect(run('<!-- lint disable no-foo -->\n<!-- medlinting -->\n\ngood').core).toEqual([])
    expect(run('<!-- lint disable bad-word -- quoted from the label -->\n\nbad').found).toEqual([])
  })

  it('work in MDX', () => {
    const text = '{/* medlint ignore bad-word reason="quoted from the label" */}\n\nbad\n\nbad'
    expect(run(text, { path: 'a.mdx' }).found).toEqual(['5:bad'])
  })

  it('can be switched off', () => {
    const { found, core } = run('<!--medlint ignore bad-word-->\n\nbad', { directives: { enabled: false } })
    expect(found).toEqual(['3:bad'])
    expect(core).toEqual([])
  })

  it('more than the limit are reported once', () => {
    const many = Array.from({ length: 6 }, () => '<!--medlint ignore bad-word reason="quoted from the label"-->\n\nbad').join(
      '\n\n',
    )
    expect(run(many).core).toEqual(['Fix the findings instead: 6 suppressions, limit 5.'])
  })
})

describe('frontmatter', () => {
  it('key and YAML comment silence the whole file', () => {
    const key = run('---\nmedlint: {disable: {bad-word: {reason: "Fixed legal text", until: 2027-01-01}}}\n---\n\nbad')
    expect(key.found).toEqual([])
    expect(key.result.suppressed).toMatchObject([{ by: 'frontmatter', reason: 'Fixed legal text', until: '2027-01-01' }])
    expect(run('---\n# medlint disable bad-word -- Fixed legal text\ntitle: a\n---\n\nbad').found).toEqual([])
  })

  it('that is broken is one error, and the body is still read', () => {
    const { messages } = run('---\ntitle: "a\n---\n\nbad')
    expect(messages.map((message) => [message.rule, message.severity])).toEqual([
      ['medlint/frontmatter-syntax', 'error'],
      ['bad-word', 'warn'],
    ])
  })
})

describe('language', () => {
  const german =
    'Die Behandlung mit dem Mittel lindert die Schmerzen bei den meisten Menschen, und sie schlafen danach viel besser als vorher. bad'
  const english = word('bad-word', 'bad', { english: true })

  it('silences rules of English prose elsewhere, and says so once', () => {
    const rules = { 'bad-word': resolveSetting(english, undefined), 'sad-word': resolveSetting(english, undefined) }
    const { messages } = lint(post(german), defaultConfig(rules, '2026-06-01'))
    expect(messages.map((message) => [message.rule, message.severity])).toEqual([['medlint/language', 'info']])
  })

  it('follows the frontmatter', () => {
    const rules = { 'bad-word': resolveSetting(english, undefined) }
    expect(lint(post(`---\nlang: en-GB\n---\n\n${german}`), defaultConfig(rules, '2026-06-01')).messages).toHaveLength(1)
    expect(
      lint(post('---\nlang: de\n---\n\nThis is bad for the knee.'), defaultConfig(rules, '2026-06-01')).messages[0]!.rule,
    ).toBe('medlint/language')
  })
})
