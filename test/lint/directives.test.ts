/** Suppressions in every form, through `lint`, on a rule that reports the word "bad" wherever it stands. */
import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import type { DirectiveSettings } from '../../src/config/types.ts'
import { defineRule } from '../../src/lint/define-rule.ts'
import { lint } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import { DEFAULT_DIRECTIVES, defaultConfig, STRICT_DIRECTIVES } from '../../src/lint/unified-plugin.ts'
import { post } from '../support.ts'

const word = (id: string, target: string) =>
  defineRule<object>({
    id,
    family: 'language',
    purpose: 'test',
    type: 'problem',
    severity: 'warn',
    fix: 'none',
    wave: 2,
    standards: [],
    messages: { found: { text: 'Replace.' } },
    schema: { type: 'object', properties: {} },
    defaultOptions: {},
    check(subject, { report }) {
      for (const block of subject.blocks) {
        for (const match of block.text.matchAll(new RegExp(target, 'g')))
          report({ at: block.rangeOf(match.index, match.index + match[0].length), message: 'found' })
      }
    },
  })
/** Reports the whole post, at its start. */
const whole = defineRule<object>({
  ...word('whole', 'x').meta,
  id: 'whole',
  check: (_, { report }) => report({ at: { start: 0, end: 0 }, message: 'found' }),
})
const all = { one: word('one', 'bad'), two: word('two', 'sad') }

function run(
  text: string,
  setup: { directives?: Partial<DirectiveSettings>; path?: string; now?: string; withWhole?: boolean } = {},
) {
  const { directives, path = 'a.md', now = '2026-06-01', withWhole = false } = setup
  const active = withWhole ? { ...all, whole } : all
  const settings = Object.fromEntries(Object.entries(active).map(([id, rule]) => [id, resolveSetting(rule, undefined)]))
  const config = { ...defaultConfig(settings, now), directives: { ...DEFAULT_DIRECTIVES, ...directives } }
  const { messages, suppressed } = lint(post(text, { path }), config)
  return {
    found: messages.filter(({ rule }) => rule in active).map(({ line, rule }) => `${line}:${rule}`),
    told: messages
      .filter(({ rule }) => rule === 'medlint/directive')
      .map(({ line, severity, message }) => `${line} ${severity} ${message}`),
    suppressed: suppressed.map(({ line, rule, reason, until, by }) => ({ line, rule, reason, until, by })),
  }
}

const WHY = 'reason="quoted from the label"'

describe.each([
  ['HTML', (text: string) => `<!-- medlint ${text} -->`, 'a.md'],
  ['HTML without blanks', (text: string) => `<!--medlint ${text}-->`, 'a.md'],
  ['HTML, the name remark uses', (text: string) => `<!--lint ${text}-->`, 'a.md'],
  ['MDX', (text: string) => `{/* medlint ${text} */}`, 'a.mdx'],
])('%s comments', (_, comment, path) => {
  it('ignore the next block', () => {
    const { found, suppressed, told } = run(`${comment(`ignore one ${WHY}`)}\n\nbad sad\n\nbad\n`, { path })
    expect(found).toEqual(['3:two', '5:one'])
    expect(suppressed).toEqual([{ line: 3, rule: 'one', reason: 'quoted from the label', until: null, by: 'comment' }])
    expect(told).toEqual([])
  })

  it('disable until enable, rule by rule', () => {
    const text = [
      comment(`disable one, two ${WHY}`),
      'bad sad',
      comment('enable two'),
      'bad sad',
      comment('enable one'),
      'bad sad',
    ]
    const { found, told } = run(text.join('\n\n'), { path })
    expect(found).toEqual(['7:two', '11:one', '11:two'])
    expect(told).toEqual([])
  })

  it('disable to the end', () => {
    expect(run(`bad\n\n${comment(`disable one ${WHY}`)}\n\nbad\n\n- bad\n`, { path }).found).toEqual(['1:one'])
  })
})

describe('a comment', () => {
  it.each([
    ['reason="quoted from the label" until="2027-01-31"'],
    ["until='2027-01-31' reason='quoted from the label'"],
    ['reason = “quoted from the label” until="2027-01-31"'],
    ['-- quoted from the label (until 2027-01-31)'],
    ['— quoted from the label (until 2027-01-31)'],
    ['until="2027-01-31" -- quoted from the label'],
  ])('gives reason and date: %s', (details) => {
    const { suppressed, told } = run(`<!--medlint ignore one ${details}-->\n\nbad\n`)
    expect(suppressed).toMatchObject([{ reason: 'quoted from the label', until: '2027-01-31' }])
    expect(told).toEqual([])
  })

  it('may span lines, stand in a list, a quote or in front of a table, and several may follow each other', () => {
    expect(run(`<!--\n  medlint ignore one\n  ${WHY}\n-->\n\nbad\n`).found).toEqual([])
    expect(run(`> <!--medlint ignore one ${WHY}-->\n>\n> bad\n>\n> bad\n`).found).toEqual(['5:one'])
    expect(run(`<!--medlint ignore one ${WHY}-->\n\n| bad |\n|---|\n| bad |\n`).found).toEqual([])
    expect(run(`<!--medlint ignore one ${WHY}-->\n<!--medlint ignore two ${WHY}-->\n\nbad sad\n`)).toMatchObject({
      found: [],
      told: [],
    })
  })

  it('in code is none', () => {
    expect(run('```html\n<!--medlint disable one-->\n```\n\n`<!--medlint ignore one-->` bad\n')).toMatchObject({
      found: ['5:one'],
      told: [],
    })
  })

  it('with a wrong end or start of ours is told of, and never ignored', () => {
    for (const text of [
      'medlint',
      'medlint-disable one',
      'medlint: ignore one',
      'medlint disable-line one',
      'medlint-disable-next-line one',
    ])
      expect(run(`<!-- ${text} -->\n\nbad\n`).told).toEqual([
        '1 error Write "medlint disable", "enable" or "ignore", then rule ids and reason="...".',
      ])
    expect(run('{/* medlint-disable one */}\n\nbad\n', { path: 'a.mdx' }).told).toHaveLength(1)
    expect(run('<!-- medlinter rocks, lint disable no-foo -->\n<!-- lint disable no-foo -->\n\nbad\n').told).toEqual([])
  })

  it('with an unknown rule is an error, and its known rules hold', () => {
    expect(run(`<!--medlint ignore one onee ${WHY}-->\n\nbad\n`)).toMatchObject({
      found: [],
      told: ['1 error Correct the rule id: medlint has no rule "onee".'],
    })
  })

  it('without a reason, or with a short one, still suppresses; it is told once for all its rules', () => {
    expect(run('<!--medlint disable one two-->\n\nbad sad\n\n<!--medlint enable one-->\n\nbad\n')).toMatchObject({
      found: ['7:one'],
      told: ['1 warn Add a reason: medlint ignore one reason="...".'],
    })
    expect(run('<!--medlint ignore one reason="because"-->\n\nbad\n')).toMatchObject({
      found: [],
      told: ['1 warn Give a reason of at least 10 characters.'],
    })
  })

  it('whose date has passed does not suppress, and is not called unused as well', () => {
    expect(run(`<!--medlint ignore one ${WHY} until="2026-05-31"-->\n\nbad\n`)).toMatchObject({
      found: ['3:one'],
      told: ['1 warn Renew or remove this suppression: it ended on 2026-05-31.'],
    })
    expect(run(`<!--medlint ignore one ${WHY} until="2026-06-01"-->\n\nbad\n`)).toMatchObject({ found: [], told: [] })
  })

  it('with a date that is none suppresses, and is an error', () => {
    expect(run(`<!--medlint ignore one ${WHY} until="31.12.2026"-->\n\nbad\n`)).toMatchObject({
      found: [],
      told: ['1 error Write the date of this suppression as YYYY-MM-DD, not "31.12.2026".'],
    })
  })

  it('that suppresses nothing is told of, rule by rule, unless that is switched off', () => {
    const text = `<!--medlint ignore one two ${WHY}-->\n\nbad\n`
    expect(run(text).told).toEqual(['1 warn Remove this suppression: nothing to suppress for "two".'])
    expect(run(text, { directives: { reportUnused: false } }).told).toEqual([])
    expect(run('<!--medlint enable one-->\n\nbad\n').told).toEqual(['1 warn Remove this comment: "one" is not disabled here.'])
  })

  it('counts once, however many rules it is for and whatever is enabled again', () => {
    const pair = `<!--medlint disable one two ${WHY}-->\n\nbad sad\n\n<!--medlint enable one-->\n<!--medlint enable two-->\n\n`
    expect(run(pair.repeat(5)).told).toEqual([])
    expect(run(pair.repeat(6)).told).toEqual(['36 warn Fix the findings instead: 6 suppressions, limit 5.'])
    expect(run(pair, { directives: { maxPerFile: 0 } }).told).toHaveLength(1)
  })

  it('holds nothing with --no-inline-config, and is not judged either', () => {
    expect(run('<!--medlint ignore one-->\n\nbad\n<!--medlint-->\n', { directives: { enabled: false } })).toMatchObject({
      found: ['3:one'],
      told: [],
      suppressed: [],
    })
  })

  it('cannot silence what the core reports', () => {
    const text = '---\ntitle: "a\n---\n\n<!--medlint disable medlint/frontmatter-syntax medlint/directive-->\n\nbad\n'
    const { told } = run(text)
    expect(told[0]).toContain('medlint has no rule "medlint/frontmatter-syntax", "medlint/directive"')
  })
})

describe('frontmatter', () => {
  const BODY = '\nbad\n\nbad sad\n'
  it.each([
    ['YAML key', `---\nmedlint: {disable: {one: {reason: "Fixed legal text", until: 2027-01-31}}}\n---\n${BODY}`],
    [
      'YAML block',
      `---\ntitle: x\nmedlint:\n  disable:\n    one:\n      reason: Fixed legal text\n      until: "2027-01-31"\n---\n${BODY}`,
    ],
    ['YAML comment', `---\n# medlint disable one -- Fixed legal text (until 2027-01-31)\ntitle: x\n---\n${BODY}`],
    ['TOML table', `+++\ntitle = "x"\n[medlint.disable.one]\nreason = "Fixed legal text"\nuntil = 2027-01-31\n+++\n${BODY}`],
    ['TOML comment', `+++\n# medlint disable one -- Fixed legal text (until 2027-01-31)\ntitle = "x"\n+++\n${BODY}`],
  ])('%s silences the whole file', (_, text) => {
    const { found, suppressed, told } = run(text)
    expect(found.map((each) => each.split(':')[1])).toEqual(['two'])
    expect(suppressed).toHaveLength(2)
    expect(suppressed[0]).toMatchObject({ by: 'frontmatter', reason: 'Fixed legal text', until: '2027-01-31' })
    expect(told).toEqual([])
  })

  it('takes a text alone as the reason', () => {
    expect(run(`---\nmedlint: {disable: {one: Fixed legal text}}\n---\n${BODY}`)).toMatchObject({ told: [], found: ['7:two'] })
  })

  it('is the only place for messages about the whole post', () => {
    expect(run(`<!--medlint disable whole ${WHY}-->\n\ngood\n`, { withWhole: true }).found).toEqual(['1:whole'])
    const text = '---\nmedlint: {disable: {whole: {reason: "Fixed legal text"}}}\n---\n\ngood\n'
    expect(run(text, { withWhole: true })).toMatchObject({ found: [], told: [] })
  })

  it.each([
    ['medlint: off', '2 error Write `medlint: {disable:'],
    ['medlint: {disable: [one]}', '2 error Write `medlint: {disable:'],
    ['medlint: {disable: {onee: {reason: Fixed legal text}}}', '2 error Correct the rule id: medlint has no rule "onee".'],
    ['medlint: {disable: {one: {}}}', '2 warn Add a reason'],
    ['# medlint ignore one -- Fixed legal text', '2 error Use "disable" in the frontmatter'],
    ['# medlint-disable one', '2 error Write "medlint disable"'],
    ['medlint: {disable: {one: {reason: Fixed legal text, until: 2026-01-01}}}', '2 warn Renew or remove'],
  ])('%s is told of at its line', (line, expected) => {
    expect(run(`---\n${line}\n---\n\nbad\n`).told[0]).toContain(expected)
  })
})

describe('presets that are strict', () => {
  const strict = { directives: STRICT_DIRECTIVES }
  it('want a reason and a date within twelve months', () => {
    expect(run('<!--medlint ignore one-->\n\nbad\n', strict).told).toEqual([
      '1 error Add a reason: medlint ignore one reason="...".',
      '1 error Add until="YYYY-MM-DD" to this suppression.',
    ])
    expect(run(`<!--medlint ignore one ${WHY} until="2027-06-01"-->\n\nbad\n`, strict).told).toEqual([])
    expect(run(`<!--medlint ignore one ${WHY} until="2027-06-02"-->\n\nbad\n`, strict).told).toEqual([
      '1 warn Choose a date within 12 months: until="2027-06-02" is too far ahead.',
    ])
  })

  it.each(['strict', 'patient'])('are %s', (preset) => {
    const options = { rules, presets, now: '2026-06-01' }
    expect(resolve({ extends: preset }, 'a.md', options).directives).toMatchObject(STRICT_DIRECTIVES)
  })
})

describe('on patient pages', () => {
  const config = resolve({ extends: ['recommended', 'patient'] }, 'a.md', { rules, presets, now: '2026-06-01' })
  const page = (reviewer: string) =>
    `---\ntitle: Knee pain\nauthor: Ines Vogt, RD\n${reviewer}---\n\n<!--medlint ignore absolute-safety ${WHY} until="2026-12-31"-->\n\nThe tablets are completely safe.\n`
  const outcome = (text: string) => {
    const { messages, suppressed } = lint(post(text), config)
    const told = messages
      .filter(({ rule }) => rule === 'medlint/directive')
      .map(({ severity, message }) => `${severity} ${message}`)
    return {
      told,
      reported: messages.some(({ rule }) => rule === 'absolute-safety'),
      suppressed: suppressed.map(({ rule }) => rule),
    }
  }

  it('absolute-safety is suppressed only where a reviewer answers for it', () => {
    expect(outcome(page('reviewer: Dr Sam Park, pharmacist\n'))).toEqual({
      told: [],
      reported: false,
      suppressed: ['absolute-safety'],
    })
    for (const reviewer of ['', 'reviewer: Ines Vogt, RD\n', 'reviewer: TBD\n']) {
      expect(outcome(page(reviewer))).toEqual({
        told: ['error Name a clinical reviewer in the frontmatter: without one "absolute-safety" cannot be suppressed here.'],
        reported: true,
        suppressed: [],
      })
    }
  })
})
