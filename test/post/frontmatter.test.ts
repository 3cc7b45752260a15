import fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml, stringify } from 'yaml'
import { frontmatterEnd, parseFrontmatter } from '../../src/post/frontmatter.ts'
import type { Frontmatter, Range } from '../../src/post/types.ts'

const cut = (text: string, { start, end }: Range) => text.slice(start, end)

function valueAt(text: string, path: string): string | undefined {
  const entry = parseFrontmatter(text).entries.get(path)
  return entry && cut(text, entry.value)
}

function problemsOf(text: string): [string, string, boolean][] {
  return parseFrontmatter(text).problems.map((problem) => [cut(text, problem), problem.message, problem.fatal])
}

describe('YAML', () => {
  const text = [
    '---',
    'title: "Untitled" # working title',
    'date: 2026-01-10',
    'updated: 2026-01-10T08:00:00.000Z',
    'tags: []',
    'topics:',
    '  - asthma',
    '  - {name: cough, weight: 2}',
    'author:',
    '  name: Ines Vogt',
    'summary: >-',
    '  One line',
    '  and another.',
    'empty:',
    '---',
    'Body',
  ].join('\n')

  it('keeps dates as they are written', () => {
    const { data } = parseFrontmatter(text)
    expect(data['date']).toBe('2026-01-10')
    expect(data['updated']).toBe('2026-01-10T08:00:00.000Z')
  })

  it('places keys and values', () => {
    expect(valueAt(text, 'title')).toBe('"Untitled"')
    expect(valueAt(text, 'tags')).toBe('[]')
    expect(valueAt(text, 'topics')).toBe('- asthma\n  - {name: cough, weight: 2}')
    expect(valueAt(text, 'topics.1')).toBe('{name: cough, weight: 2}')
    expect(valueAt(text, 'topics.1.weight')).toBe('2')
    expect(valueAt(text, 'author')).toBe('name: Ines Vogt')
    expect(valueAt(text, 'author.name')).toBe('Ines Vogt')
    expect(valueAt(text, 'summary')).toBe('>-\n  One line\n  and another.')
    expect(valueAt(text, 'empty')).toBe('')
    const { entries } = parseFrontmatter(text)
    expect(cut(text, entries.get('author.name')!.key)).toBe('name')
    expect(entries.get('topics.1')!.data).toEqual({ name: 'cough', weight: 2 })
  })

  it('gives fences, inside and comments', () => {
    const frontmatter = parseFrontmatter(text)
    expect(frontmatter.format).toBe('yaml')
    expect(cut(text, frontmatter.opening)).toBe('---')
    expect(text.slice(frontmatter.end)).toBe('\nBody')
    expect(cut(text, frontmatter.body).startsWith('title:')).toBe(true)
    expect(frontmatter.comments.map(({ text: comment }) => comment)).toEqual([' working title'])
  })

  it('finds comments, not number signs in values', () => {
    const source = '---\na: "# no" # yes\n# medlint disable x -- why\nb: |\n  # text\nc: a#b\n---\n'
    expect(parseFrontmatter(source).comments.map((each) => cut(source, each))).toEqual(['# yes', '# medlint disable x -- why'])
  })

  it('reads a BOM, CRLF, mixed line ends and lone carriage returns', () => {
    const source = '\uFEFF---\r\ntitle: Fever\ndate: 2026-01-02\rlang: en\r\n---\r\nBody'
    const { data, start, end } = parseFrontmatter(source)
    expect(data).toEqual({ title: 'Fever', date: '2026-01-02', lang: 'en' })
    expect(start).toBe(1)
    expect(source.slice(end)).toBe('\r\nBody')
    expect(valueAt(source, 'lang')).toBe('en')
  })

  it('takes only line ends of Markdown for line ends, and points at nothing invisible', () => {
    const text = '---\ntitle: A\u2028---\nlang: \u00a0\nkind: \u00a0b\n---\nBody'
    expect(parseFrontmatter(text).data['title']).toBe('A\u2028---')
    expect(valueAt(text, 'lang')).toBe('')
    expect(valueAt(text, 'kind')).toBe('b')
  })

  it('reads unquoted addresses in flow maps', () => {
    expect(parseFrontmatter('---\nimage: {url: https://clinic.example/a.png, wide: true}\n---\n').data).toEqual({
      image: { url: 'https://clinic.example/a.png', wide: true },
    })
  })

  it('unfolds aliases and merge keys, with a place for each key', () => {
    const source = '---\nbase: &base {lang: en, region: uk}\n<<: *base\nother: *base\n---\n'
    const { data } = parseFrontmatter(source)
    expect(data).toEqual({ base: { lang: 'en', region: 'uk' }, lang: 'en', region: 'uk', other: { lang: 'en', region: 'uk' } })
    expect(valueAt(source, 'region')).toBe('*base')
    expect(valueAt(source, 'other')).toBe('*base')
  })

  it('ends at `...` too and accepts an empty block', () => {
    expect(parseFrontmatter('---\ntitle: A\n...\nBody').data).toEqual({ title: 'A' })
    const empty = parseFrontmatter('---\n---\nBody')
    expect([empty.format, empty.data, empty.end]).toEqual(['yaml', {}, 7])
  })

  it('names a duplicate key and the first one', () => {
    const source = '---\ntitle: A\ndate: 2026-01-01\ntitle: B\n---\n'
    const { problems, data } = parseFrontmatter(source)
    expect(data['title']).toBe('B')
    expect(problems).toEqual([
      { start: 30, end: 35, message: 'Remove the second `title`.', fatal: false, duplicateOf: { start: 4, end: 9 } },
    ])
    expect(source.slice(30, 35)).toBe('title')
  })
})

describe('broken YAML', () => {
  it.each([
    ['date:2020-01-01', 'date:', 'Put a space behind the colon of `date`.'],
    ['title: A\ndate:2020-01-01', 'date:', 'Put a space behind the colon of `date`.'],
    ['title: Gout: a guide', 'Gout: a guide', 'Put the whole value of `title` in quotes: it holds a colon.'],
    ['tags:\n\t- gout', '- gout', 'Indent with spaces: YAML allows no tabs here.'],
    ['title: **Gout**', '**Gout**', 'Put the whole value of `title` in quotes: it starts with "*".'],
    ['author: @vogt', '@vogt', 'Put the whole value of `author` in quotes: it starts with "@".'],
    ["title: 'It's fine'", "'It's fine'", 'Put the whole value of `title` in quotes: its own quotation marks end too early.'],
    ['title: "Gout\n- a guide"', '"Gout', 'Close the quotation mark of `title`, or indent the lines that continue it.'],
    ['tags: [a, b\ndate: x', '[a, b', 'Close the `[` of `tags` with `]`, or indent the lines that continue it.'],
    ['- {a: 1\ndate: x', '{a: 1', 'Close the `{` with `}`, or indent the lines that continue it.'],
    ['tags: [1, 2]]', ']', 'Remove this `]`: no bracket is open here.'],
    ['title: [New] Gout', '[New] Gout', 'Put the whole value of `title` in quotes: it starts with "[".'],
    ['title: > 40 years', '> 40 years', 'Put the whole value of `title` in quotes: it starts with ">".'],
    ['tags:\n  - @gout', '@gout', 'Put this whole entry in quotes: it starts with "@".'],
    ['title: "Gout\ndate: 2026-01-01', '"Gout', 'Close the quotation mark of `title`, or indent the lines that continue it.'],
    ['icon: "C:\\dir"', '\\d', 'Write a backslash in double quotes twice, or use single quotes.'],
    ['title:\u00a0Gout\ndate: x', 'title:', 'Put an ordinary space behind the colon of `title`.'],
    ['title = "Gout"', 'title = "Gout"', 'Write a colon and a space in place of "=", or `+++` round TOML.'],
    ['"title": "Gout",\n"lang": "en"', ',', 'Remove this comma: in YAML a line ends without one.'],
    ['title: A\n  kind: b', 'kind: b', 'Start `kind` in the same column as `title`, or put the value of `title` in quotes.'],
    ['a:\n  b: 1\n c: 2', 'c: 2', 'Start the keys of one level in the same column.'],
    ['tags:\n  - a\n - b', '- b', 'Start the items of one list in the same column.'],
    ['title: A\nGout hurts\ndate: x', 'Gout hurts', 'Write this line as `key: value`, or indent it to continue the value above.'],
    ['title Gout\ndate: x', 'title Gout', 'Write this line as `key: value`, or indent it to continue the value above.'],
    ['title: A\n\nGout hurts.', 'Gout hurts.', 'Close the frontmatter above this line, or write the line as `key: value`.'],
    ['title: A\n<<: *base', '<<', 'Name an object here that stands above with an `&anchor`.'],
    ['title: A\0B', 'title: A\0B', 'Remove the invisible character U+0000 from this line.'],
    ['lang: en\ntitle: A\ud800', 'title: A\ud800', 'Remove the invisible character U+D800 from this line.'],
  ])('%j', (body, actual, message) => {
    const text = `---\n${body}\n---\nBody`
    expect(problemsOf(text)).toEqual([[actual, message, true]])
    expect(problemsOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([[actual, message, true]])
    expect(parseFrontmatter(text).data).toEqual({})
  })

  it('reports a block that is never closed', () => {
    const text = '---\ntitle: A\ntags:\n  - gout\n\nBody text here.'
    expect(problemsOf(text)).toEqual([['---', 'Close the frontmatter with `---`: the block opened here never ends.', true]])
    expect(text.slice(parseFrontmatter(text).end)).toBe('\nBody text here.')
  })

  it('points at a wrong closing fence', () => {
    const text = '---\ntitle: A\nlabels: docs\n\n--\n**Body**'
    expect(problemsOf(text)).toEqual([['--', 'Write `---` here: the frontmatter is not closed, the line reads "--".', true]])
    expect(text.slice(parseFrontmatter(text).end)).toBe('\n**Body**')
  })

  it('reports a second block and keeps it out of the body', () => {
    const text = '---\ntitle: A\n---\n\n---\ntitle: B\ntags: [gout]\n---\nBody'
    const { problems, end, data } = parseFrontmatter(text)
    expect(data).toEqual({ title: 'A' })
    expect(problems.map(({ start, fatal }) => [start, fatal])).toEqual([[18, false]])
    expect(text.slice(end)).toBe('\nBody')
    expect(parseFrontmatter('---\ntitle: A\n---\n---\ndate: x\n---\nBody').problems).toHaveLength(1)
    expect(parseFrontmatter('---\ntitle: A\n---\n\n---\nNote: ordinary text\n---\nBody').problems).toEqual([])
  })

  it.each([
    ['\n---\ntitle: A\n---\nBody', 2],
    ['<!-- licence -->\n\n---\ntitle: A\n---\nBody', 3],
    ['---\n---\ntitle: A\n---\nBody', 2],
    ['---\r\n\r\n---\r\ntitle: A\r\n---\r\nBody', 3],
    ['\n+++\ntitle = "A"\n+++\nBody', 2],
  ])('says where it belongs: %j', (text, line) => {
    const { problems, end } = parseFrontmatter(text)
    expect(problems.map(({ message, fatal }) => [message, fatal])).toEqual([
      ['Move this to the first line of the file: most site generators read no frontmatter further down.', true],
    ])
    expect(text.slice(0, problems[0]!.start).split('\n')).toHaveLength(line)
    expect(text.slice(end).trim()).toBe('Body')
  })

  it.each([' ---\ntitle: A\n---\n', '\uFEFF\uFEFF---\ntitle: A\n---\n'])('says what is in front of it: %j', (text) => {
    expect(problemsOf(text)).toEqual([
      ['---', 'Remove what stands in front of this: frontmatter starts with the first character of the file.', true],
    ])
  })

  it.each([
    ['\uFEFF---\r\ntitle: A\r\ndate:2026-01-01\r\n---\r\n', 'date:', 3],
    ['---\rtitle: A\rdate:2026-01-01\r---\r', 'date:', 3],
    ['---\n# note\n\ntitle: A\nauthor: @vogt\n---\n', '@vogt', 5],
  ])('counts lines whatever their ends: %j', (text, actual, line) => {
    const { problems } = parseFrontmatter(text)
    expect(problems.map((problem) => cut(text, problem))).toEqual([actual])
    expect(text.slice(0, problems[0]!.start).split(/\r\n|\r|\n/)).toHaveLength(line)
  })

  it('is not hung or killed by aliases, depth or width', () => {
    const keys = 'bcdefghijk'.split('')
    const bomb = keys.map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`)
    const sources = [
      ['a: &a [x, x, x, x, x, x, x, x, x]', ...bomb].join('\n'),
      ...['[', '{', '- ', '? ', '{a: ', '[{"a":'].map((open) => `a: ${open.repeat(20_000)}`),
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ]
    for (const source of sources) {
      const { data, problems } = parseFrontmatter(`---\n${source}\n---\n`)
      expect([data, problems.length, problems[0]?.fatal]).toEqual([{}, 1, true])
    }
    const wide = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join('\n')
    expect(parseFrontmatter(`---\n${wide}\n---\n`).entries.size).toBe(20_000)
  }, 20_000)
})

describe('no frontmatter', () => {
  it.each([
    ['---\n\nOrdinary text.\n\n---\n\nMore.'],
    ['---\nA sentence without keys.\n\nAnd no end.'],
    ['---\nhttps://clinic.example/\n---\n'],
    ['----\ntitle: A\n----\n'],
    ['\n---\nNote: ordinary text\n---\n'],
    ['{" "}\n\nText'],
    ['{"a": 1} and text'],
    ['\0'],
    ['\n\n'],
    ['{:.no_toc}\n# Heading'],
    ['{{< figure >}}\n\nText'],
    ['{/* comment */}\n\nText'],
    ['Text\n---\ntitle: A\n---'],
    [''],
  ])('%j', (text) => {
    const { format, data, problems, end } = parseFrontmatter(text)
    expect([format, data, problems, end]).toEqual(['none', {}, [], 0])
  })

  it('opens with the first line of the body', () => {
    expect(parseFrontmatter('\uFEFF# Gout\n\nText').opening).toEqual({ start: 1, end: 7 })
  })
})

describe('TOML', () => {
  const text = [
    '+++',
    'title = "Gout" # name',
    'date = 2026-01-10',
    'updated = 2026-01-10T08:00:00Z',
    'tags = [',
    '  "joints", # comment ]',
    "  'pain',",
    ']',
    '"odd key".x = {a = 1, b = [2026-01-02]}',
    '[author]',
    "name = 'Ines Vogt'",
    '[[reviewers]]',
    'name = "S. Haddad"',
    '[[reviewers]]',
    'name = """T.',
    'Okoye"""',
    '+++',
    'Body',
  ].join('\n')

  it('gives data, dates as written, places and comments', () => {
    const { data, format, comments, end } = parseFrontmatter(text)
    expect(format).toBe('toml')
    expect(data).toEqual({
      title: 'Gout',
      date: '2026-01-10',
      updated: '2026-01-10T08:00:00Z',
      tags: ['joints', 'pain'],
      'odd key': { x: { a: 1, b: ['2026-01-02'] } },
      author: { name: 'Ines Vogt' },
      reviewers: [{ name: 'S. Haddad' }, { name: 'T.\nOkoye' }],
    })
    expect(valueAt(text, 'title')).toBe('"Gout"')
    expect(valueAt(text, 'tags.1')).toBe("'pain'")
    expect(valueAt(text, 'odd key.x.b.0')).toBe('2026-01-02')
    expect(valueAt(text, 'author.name')).toBe("'Ines Vogt'")
    expect(valueAt(text, 'reviewers.1.name')).toBe('"""T.\nOkoye"""')
    expect(comments.map((comment) => comment.text)).toEqual([' name', ' comment ]'])
    expect(text.slice(end)).toBe('\nBody')
  })

  it.each([
    ['title = "A"\ntitle = "B"', 'title = "B"', 'Remove this line, or rename its key: the key stands above already.'],
    ['title = Gout', 'Gout', 'Mend the TOML of the frontmatter: invalid value.'],
    ['title = "Gout\ndate = 2026-01-01', 'title = "Gout', 'Close the quotation mark on this line.'],
    ['title = "A"\ndate: 2026-01-01', 'date: 2026-01-01', 'Write `key = value`: TOML takes an equals sign, not a colon.'],
    ['title: A', 'title: A', 'Write `key = value`: TOML takes an equals sign, not a colon.'],
    ['date = 2026-13-45', '2026-13-45', 'Mend the TOML of the frontmatter: invalid date.'],
    ['icon = 🩺', '🩺', 'Mend the TOML of the frontmatter: invalid value.'],
  ])('%j', (body, actual, message) => {
    expect(problemsOf(`+++\n${body}\n+++\n`)).toEqual([[actual, message, true]])
    expect(problemsOf(`\uFEFF+++\r\n${body.replaceAll('\n', '\r\n')}\r\n+++\r\n`)).toEqual([[actual, message, true]])
  })
})

describe('JSON', () => {
  it('reads an object at the start, with places', () => {
    const text = '{\n\t"title": "Caf\\u00e9",\n\t"tags": ["a", {"b": 1}]\n}\nBody'
    const { data, format, end, opening } = parseFrontmatter(text)
    expect([format, data]).toEqual(['json', { title: 'Café', tags: ['a', { b: 1 }] }])
    expect(valueAt(text, 'title')).toBe('"Caf\\u00e9"')
    expect(valueAt(text, 'tags.1.b')).toBe('1')
    expect(cut(text, opening)).toBe('{')
    expect(text.slice(end)).toBe('\nBody')
  })

  it('reads members between ;;;', () => {
    const text = ';;;\n"title": "A",\n"order": 2\n;;;\nBody'
    expect(parseFrontmatter(text).data).toEqual({ title: 'A', order: 2 })
    expect(valueAt(text, 'order')).toBe('2')
  })

  it.each([
    ['{\n"title": "A",\n}', ',', 2, 'Remove this comma: `}` follows.'],
    ['{\n"tags": ["a", ]\n}', ',', 2, 'Remove this comma: `]` follows.'],
    ['{\n"title": "A"\n"lang": "en"\n}', '"A"', 2, 'Put a comma behind this value.'],
    ['{\n"title": \'A\'\n}', "'A'", 2, 'Write text in double quotes, a number, `true`, `false` or `null` here.'],
    ['{\n"draft": True\n}', 'True', 2, 'Write text in double quotes, a number, `true`, `false` or `null` here.'],
    ['{\n"order": 01\n}', '01', 2, 'Write text in double quotes, a number, `true`, `false` or `null` here.'],
    ['{\n"title": "A",\nlang: "en"\n}', 'lang', 3, 'Put this key in double quotes.'],
    ['{\n"title": "A",\n"lang" "en"\n}', '"lang"', 3, 'Put a colon behind this key.'],
    ['{\n"tags": ["a", "b"\n}', '}', 3, 'Write `]` here: that bracket is open.'],
    ['{\n"path": "C:\\dir"\n}', '"C:\\dir"', 2, 'Mend this JSON string: close it on its line and write a backslash twice.'],
    ['{\n"title": "A', '{', 1, 'Close the frontmatter with `}`: the object opened here never ends.'],
    ['---json\n{"a": 1} x\n---', 'x', 2, 'Remove what follows the JSON.'],
    [';;;\n"a": 1,\n;;;', ',', 2, 'Remove the comma behind the last value.'],
    [';;;\n"a": 1\n', ';;;', 1, 'Close the frontmatter with `;;;`: the block opened here never ends.'],
  ])('%j', (broken, actual, line, message) => {
    const text = `${broken}\n\nBody`
    expect(problemsOf(text)).toEqual([[actual, message, true]])
    expect(text.slice(0, parseFrontmatter(text).problems[0]!.start).split('\n')).toHaveLength(line)
  })

  it('is exactly as strict as JSON.parse', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      "'",
    )
    const json = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((each) => each.join('')),
      fc.json(),
    )
    fc.assert(
      fc.property(json, (inside) => {
        const text = `---json\n{"x":${inside}}\n---\n`
        let valid = true
        try {
          JSON.parse(`{"x":${inside}}\n`)
        } catch {
          valid = false
        }
        expect(parseFrontmatter(text).problems.filter(({ fatal }) => fatal)).toHaveLength(valid ? 0 : 1)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('properties', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/).filter((name) => !['y', 'n', 'on', 'off', 'yes', 'no'].includes(name))
  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.replace(/[\p{C}\p{Z}\uFEFF]/gu, ' ')),
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.boolean(),
    fc.constantFrom('2026-01-02', 'a: b', '# c', '- d', '"e"', "it's", 'Ünïcödé 🩺', '[x]', 'multi\nline\n', '---', '+++'),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    ),
  }))
  const record = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true })
  const lineEnd = fc.constantFrom('\n', '\r\n')
  const start = fc.constantFrom('', '\uFEFF')

  function check(
    text: string,
    expected: unknown,
    read: (source: string) => unknown,
    skip: (entry: string) => boolean = () => false,
  ) {
    const frontmatter: Frontmatter = parseFrontmatter(text)
    expect(frontmatter.problems).toEqual([])
    expect(frontmatter.data).toEqual(expected)
    expect(frontmatterEnd(text)).toBe(frontmatter.end)
    for (const entry of frontmatter.entries.values()) {
      const source = cut(text, entry.value)
      if (skip(source)) continue
      const column = entry.value.start - (text.lastIndexOf('\n', entry.value.start - 1) + 1)
      // A block scalar's last line end belongs to its data, not to its range.
      const trimmed = (data: unknown) => JSON.parse(JSON.stringify(data).replaceAll(/(?:\\n)+"/g, '"')) as unknown
      expect(trimmed(read(`${' '.repeat(column)}${source}`))).toEqual(trimmed(entry.data))
    }
  }

  it('YAML values parse back', () => {
    fc.assert(
      fc.property(record, lineEnd, start, fc.boolean(), (data, eol, bom, flow) => {
        const body = stringify(data, { lineWidth: 60, collectionStyle: flow ? 'flow' : 'block' }).replaceAll('\n', eol)
        check(`${bom}---${eol}${body}---${eol}Body`, data, (source) => parseYaml(source))
      }),
      { numRuns: 300 },
    )
  })

  it('JSON values parse back', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(0, 2, '\t'), start, (data, indent, bom) => {
        check(`${bom}${JSON.stringify(data, null, indent)}\nBody`, data, (source) => JSON.parse(source))
      }),
      { numRuns: 200 },
    )
  })

  it('TOML values parse back', () => {
    const inline = (item: unknown): string => {
      if (Array.isArray(item)) return `[${item.map(inline).join(', ')}]`
      if (typeof item === 'object' && item !== null)
        return `{${Object.entries(item)
          .map(([name, each]) => `${name} = ${inline(each)}`)
          .join(', ')}}`
      return JSON.stringify(item)
    }
    fc.assert(
      fc.property(record, lineEnd, start, (data, eol, bom) => {
        const body = Object.entries(data)
          .map(([name, item]) => `${name} = ${inline(item)}${eol}`)
          .join('')
        check(
          `${bom}+++${eol}${body}+++${eol}Body`,
          data,
          (source) => (parseToml(`x = ${source.trimStart()}`) as { x: unknown }).x,
        )
      }),
      { numRuns: 200 },
    )
  })

  it('no text crashes it; ranges stay inside', () => {
    const pieces = fc.constantFrom(
      '---',
      '+++',
      ';;;',
      '\n',
      '\r\n',
      '\r',
      'a: ',
      'b:',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '#',
      '|',
      '>',
      '&x ',
      '*x',
      '<<: ',
      '=',
      '\t',
      ' ',
      '1',
      'é',
      '🩺',
      '\uFEFF',
      '...',
      '!!t ',
      '? ',
      '%',
    )
    const soup = fc.array(pieces, { maxLength: 40 }).map((each) => each.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          soup,
          soup.map((inside) => `---\n${inside}\n---\n`),
          soup.map((inside) => `+++\n${inside}\n+++\n`),
          soup.map((inside) => `{"a":${inside}}\n`),
        ),
        (text) => {
          const frontmatter = parseFrontmatter(text)
          const ranges: Range[] = [
            frontmatter,
            frontmatter.opening,
            frontmatter.body,
            ...frontmatter.problems,
            ...frontmatter.comments,
          ]
          for (const entry of frontmatter.entries.values()) ranges.push(entry.key, entry.value)
          // Nothing shown starts or ends with space or half a character.
          for (const problem of frontmatter.problems) {
            expect(cut(text, problem)).toBe(cut(text, problem).trim())
            expect(
              /(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text) || !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(cut(text, problem)),
            ).toBe(true)
          }
          for (const { start: from, end } of ranges) expect(from >= 0 && from <= end && end <= text.length).toBe(true)
          expect(frontmatterEnd(text)).toBe(frontmatter.format === 'none' ? 0 : frontmatter.end)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
