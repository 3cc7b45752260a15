import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import readingLevel from '../../rules/reading-level.ts'
import { type Baseline, type BaselineEntry, entriesFor, formerPath, indexPaths, matchBaseline } from '../../src/lint/baseline.ts'
import { BaselineError, baselineText, parseBaseline } from '../../src/lint/baseline-text.ts'
import { type MessagePrint, printsOf } from '../../src/lint/fingerprint.ts'
import type { Message } from '../../src/lint/types.ts'
import { post } from '../support.ts'

/** A message for every `bad` in a text; `also` are its related places. */
function prints(text: string, words: string[] = ['bad'], data: Message['data'] = {}): MessagePrint[] {
  const subject = post(text, { path: 'a.md' })
  const messages = words.flatMap((word) => {
    const places = [...text.matchAll(new RegExp(word, 'g'))]
    return places.map(({ index }) => messageAt(index, index + word.length, `no-${word}`, data))
  })
  return printsOf(subject, messages, (rule) => (rule === 'reading-level' ? readingLevel.meta.metric : undefined))
}

function messageAt(start: number, end: number, rule: string, data: Message['data'] = {}): Message {
  const place = { start, end, line: 1, column: 1, endLine: 1, endColumn: 1 }
  const rest = { note: null, actual: '', related: [], fix: null, suggestions: [], url: '' }
  return { rule, messageId: 'found', severity: 'error', message: '', data, ...place, ...rest }
}

/** Indexes of the messages in `after` that a baseline of `before` does not know. */
function news(before: string, after: string, words?: string[]): number[] {
  const { known } = matchBaseline(prints(after, words), entriesFor(prints(before, words), [], undefined))
  return known.flatMap((isKnown, index) => (isKnown ? [] : [index]))
}

const PAGE =
  '---\ntitle: Knees\nauthor: bad\n---\n\n# A bad start\n\nIt is bad for knees [1]. Rest helps. A bad end.\n\nMore text.\n'

describe('a finding of the baseline', () => {
  it('is known while its own text stays, wherever it moves and whatever changes around it', () => {
    expect(news(PAGE, PAGE)).toEqual([])
    expect(news(PAGE, `${PAGE}\nNew words here.\n`)).toEqual([])
    expect(
      news(PAGE, PAGE.replace('# A bad start\n\n', '# A bad start\n\nWords before. ').replace('Rest helps.', 'Rest does not.')),
    ).toEqual([])
    expect(
      news(PAGE, '---\nauthor: bad\ntitle: Knees\n---\n\nA bad end.\n\n# A bad start\n\nMore. It is bad for knees [1].\n'),
    ).toEqual([])
  })

  it('survives markup, markers, case, line breaks and white space', () => {
    expect(news('It is bad for knees [1]. Then.', '> It   is **bad** for\n> *Knees*[^2]. Then.\n\n[^2]: A source.')).toEqual([])
    expect(news('Caf\u00e9 is bad.', 'Cafe\u0301 is bad.')).toEqual([])
  })

  it('is new once its sentence, heading or frontmatter value is edited', () => {
    expect(news(PAGE, PAGE.replace('for knees', 'for hips'))).toEqual([2])
    expect(news(PAGE, PAGE.replace('bad start', 'bad beginning'))).toEqual([1])
    expect(news(PAGE, PAGE.replace('author: bad', 'author: bad too'))).toEqual([0])
    expect(news(PAGE, PAGE.replace('author: bad', 'writer: bad'))).toEqual([0])
  })

  it('is one of as many as there were', () => {
    expect(news('This is bad, bad.', 'This is bad, bad.')).toEqual([])
    const [print] = prints('This is bad.')
    expect(matchBaseline([print!, print!], entriesFor([print!], [], undefined)).known).toEqual([true, false])
  })

  it('is told from an equal sentence by the sentences around it', () => {
    const before = 'Knees hurt. This is bad. Rest helps.\n\nLast words.'
    const after = 'Hips hurt. This is bad. Run now.\n\nKnees hurt. This is bad. Rest helps.\n\nLast words. This is bad. Bye.'
    expect(news(before, after)).toEqual([0, 2])
    expect(news(before, after.replace('Rest helps', 'Rest may help'))).toEqual([0, 2])
  })

  it('of the page as a whole is known by what is missing', () => {
    const missing = (field: string) => printsOf(post('Text.'), [messageAt(0, 0, 'fields', { field })], () => undefined)
    const entries = entriesFor(missing('author'), [], undefined)
    expect(matchBaseline(missing('author'), entries).known).toEqual([true])
    expect(matchBaseline(missing('date'), entries).known).toEqual([false])
  })

  it('of a metric is new when it gets worse', () => {
    const level = (grade: string) =>
      printsOf(post('Text here.'), [messageAt(0, 10, 'reading-level', { grade, n: 12 })], () => 'grade')
    const entries = entriesFor(level('12.5'), [], undefined)
    expect(matchBaseline(level('12.5'), entries).known).toEqual([true])
    expect(matchBaseline(level('11.9'), entries)).toMatchObject({ known: [true], kept: [{ value: 11.9 }] })
    expect(matchBaseline(level('12.6'), entries)).toMatchObject({ known: [false], kept: [], gone: 1 })
  })

  it('may come up at a place that it named as related', () => {
    const text = 'One is bad.\n\nTwo is bad.\n\nThree is bad.'
    const subject = post(text)
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
    const message = (word: string, others: string[]) => ({
      ...messageAt(at(word).start, at(word).end, 'claims'),
      related: others.map((other) => ({ ...at(other), message: 'Another' })),
    })
    const before = printsOf(subject, [message('One', ['Two'])], () => undefined)
    const entries = entriesFor(before, [], undefined)
    const after = printsOf(subject, [message('Two', []), message('Three', [])], () => undefined)
    expect(matchBaseline(after, entries).known).toEqual([true, false])
    expect(matchBaseline(before, entries)).toMatchObject({ gone: 0, kept: [{ related: false }, { related: true }] })
  })

  it('is never what the core says of the file', () => {
    const print = { ...prints('bad')[0]!, rule: 'medlint/directive' }
    expect(entriesFor([print], [], undefined)).toEqual([])
  })
})

describe('pruning', () => {
  it('keeps what is still there and counts what is gone', () => {
    const entries = entriesFor(prints('One is bad. Two is bad, bad. Three is bad.'), [], undefined)
    const { kept, gone } = matchBaseline(prints('Two is bad, bad. Four is bad.'), entries)
    expect(gone).toBe(2)
    expect(kept.map(({ count }) => count)).toEqual([2])
  })

  it('never adds: what is kept knows no more than what was there', () => {
    const sentence = fc.constantFrom('One is bad. ', 'Two is bad, bad. ', 'Fine. ', '\n\n# So bad\n\n', 'Three is bad. ')
    const text = fc.array(sentence, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, text, (before, now, later) => {
        const entries = entriesFor(prints(before), [], undefined)
        const { kept, gone } = matchBaseline(prints(now), entries)
        const sum = (list: readonly BaselineEntry[]) => list.reduce((total, { count }) => total + count, 0)
        expect(sum(kept) + gone).toBe(sum(entries))
        const [old, pruned] = [matchBaseline(prints(later), entries), matchBaseline(prints(later), kept)]
        expect(pruned.known.filter(Boolean).length).toBeLessThanOrEqual(old.known.filter(Boolean).length)
        expect(matchBaseline(prints(now), kept)).toMatchObject({ gone: 0 })
      }),
      { numRuns: 60 },
    )
  })

  it('one rule leaves the entries of the others', () => {
    const all = prints('One is bad. Two is meh.', ['bad', 'meh'])
    const old = entriesFor(prints('Old is bad. Old is meh.', ['bad', 'meh']), [], undefined)
    const entries = entriesFor(all, old, new Set(['no-meh']))
    expect(matchBaseline(all, entries).known).toEqual([false, true])
    expect(matchBaseline(prints('Old is bad. Old is meh.', ['bad', 'meh']), entries).known).toEqual([true, false])
  })
})

describe('a renamed file', () => {
  const baseline = (files: Record<string, string>): Baseline =>
    new Map(Object.entries(files).map(([name, text]) => [name, entriesFor(prints(text), [], undefined)]))
  const former = (text: string, files: Record<string, string>, gone = Object.keys(files)) => {
    const old = baseline(files)
    return formerPath(prints(text), old, indexPaths(old), (name) => gone.includes(name))
  }

  it('is found when its old path is gone and at least half of its findings are here', () => {
    expect(former(PAGE, { 'old.md': PAGE })).toBe('old.md')
    expect(former(PAGE.replace('for knees', 'for hips'), { 'old.md': PAGE })).toBe('old.md')
    expect(former(PAGE, { 'old.md': PAGE }, [])).toBeUndefined()
    expect(former('It is bad for knees.', { 'old.md': PAGE })).toBeUndefined()
    expect(former(PAGE, { 'like.md': `${PAGE}\n\nIt is bad now.\n`, 'same.md': PAGE, 'other.md': 'So bad.' })).toBe('like.md')
  })

  it('is not another page that lacks the same things', () => {
    const page = (title: string) => `---\ntitle: ${title}\nauthor: bad\n---\n\nText about ${title}.\n`
    expect(former(page('Hips'), { 'old.md': page('Knees') })).toBeUndefined()
    expect(former(page('Knees'), { 'old.md': page('Knees') })).toBe('old.md')
  })
})

describe('the file', () => {
  const entry = fc.record({
    rule: fc.constantFrom('a-rule', 'b-rule'),
    message: fc.constantFrom('x', 'y'),
    fingerprint: fc.stringMatching(/^[0-9a-f]{4}$/),
    count: fc.integer({ min: 1, max: 9 }),
    around: fc.constantFrom('', 'aa bb', 'cc dd'),
    heading: fc.string(),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 30 }), { nil: undefined }),
    related: fc.boolean(),
  })
  const key = ({ rule, message, fingerprint, around }: BaselineEntry) => [rule, message, fingerprint, around].join()
  const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 5, selector: key })
  const baselines = fc.array(fc.tuple(fc.string({ minLength: 1 }), entries), { maxLength: 5 }).map((list) => new Map(list))

  it('reads what it wrote, and writes it in one way', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        const text = baselineText(baseline)
        const back = parseBaseline(text)
        expect(baselineText(back)).toBe(text)
        expect(new Set(back.keys())).toEqual(new Set(baseline.keys()))
        for (const [name, list] of baseline)
          expect(new Set(back.get(name))).toEqual(
            new Set(list.map((each) => ({ ...each, value: each.value === 0 ? 0 : each.value }))),
          )
      }),
    )
  })

  it('holds one entry a line, sorted, and any of them can be taken out or put in alone', () => {
    fc.assert(
      fc.property(baselines, baselines, (a, b) => {
        const lines = (baseline: Baseline) => baselineText(baseline).split('\n').slice(1, -2)
        const union = [...new Set([...lines(a), ...lines(b)])].sort()
        const [head, ...rest] = baselineText(new Map()).split('\n')
        expect(lines(a)).toEqual(lines(a).toSorted())
        for (const [name, list] of parseBaseline([head, ...union, ...rest].join('\n'))) {
          const keys = new Set([...(a.get(name) ?? []), ...(b.get(name) ?? [])].map(key))
          expect(new Set(list.map(key))).toEqual(keys)
        }
      }),
    )
  })

  it.each([
    ['{"medlint":"baseline","version":1,"entries":[\n<<<<<<< ours\nnull]}', 'Keep the lines of both sides', 2],
    ['{"medlint":"baseline","version":1,"entries":[\n{"path":"a.md"},\nnull]}', 'Take out this entry', 2],
    ['{"medlint":"baseline","version":9,"entries":[]}', 'of another version', undefined],
    ['{"version":1,"entries":[]}', 'this is no baseline', undefined],
    ['{"medlint":', 'it is no JSON', undefined],
  ])('says what is wrong: %j', (text, message, line) => {
    const problem = (() => {
      try {
        parseBaseline(text)
      } catch (error) {
        return error as BaselineError
      }
    })()
    expect(problem).toBeInstanceOf(BaselineError)
    expect(problem?.message).toContain(message)
    expect(problem?.line).toBe(line)
  })
})
