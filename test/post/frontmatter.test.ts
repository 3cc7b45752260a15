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
    ['tags:\n\t- gout', '\t', 'Indent with spaces: YAML allows no tabs here.'],
    ['title: **Gout**', '**Gout**', 'Put the whole value of `title` in quotes: it starts with "*".'],
    ['author: @vogt', '@vogt', 'Put the whole value of `author` in quotes: it starts with "@".'],
    ["title: 'It's fine'", "'It's fine'", 'Put the whole value of `title` in quotes: its own quotation marks end too early.'],
    ['title: "Gout\n- a guide"', '"Gout', 'Close the quotation mark of `title`, or indent the lines that continue it.'],
    [
      'tags: [a, b\ndate: x',
      'd',
      'Mend the YAML of the frontmatter: flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ])('%j', (body, actual, message) => {
    const text = `---\n${body}\n---\nBody`
    expect(problemsOf(text)).toEqual([[actual, message, true]])
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
    ['\n---\ntitle: A\n---\n'],
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

  it('says what is broken and where', () => {
    expect(problemsOf('+++\ntitle = "A"\ntitle = "B"\n+++\n')).toEqual([
      ['t', 'Mend the TOML of the frontmatter: trying to redefine an already defined table or value.', true],
    ])
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

  it('is strict', () => {
    const [problem] = problemsOf('{\n"title": "A",\n}\nBody')
    expect(problem![1]).toMatch(/^Mend the JSON of the frontmatter: /)
    expect(problem![2]).toBe(true)
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
          for (const { start: from, end } of ranges) expect(from >= 0 && from <= end && end <= text.length).toBe(true)
          expect(frontmatterEnd(text)).toBe(frontmatter.format === 'none' ? 0 : frontmatter.end)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
