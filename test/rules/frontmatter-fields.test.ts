import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-fields.ts'
import { parseCmsConfig } from '../../src/config/cms-schema.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (lines: string) => `---\n${lines}\n---\n\nBody text.\n`
const complete = 'title: Flu vaccine in pregnancy\ndescription: When to have it and why it is offered.\ndate: 2026-01-10'

describe('missing keys', () => {
  it('reports them once, at the opening fence', () => {
    const [message] = expectReports(rule, '⟦---⟧\ntitle: Flu vaccine in pregnancy\n---\n\nBody.\n')
    expect(message!.message).toBe('Add `description, date` to the frontmatter.')
    expect(message!.data).toEqual({ key: 'description, date' })
    expect(message!.severity).toBe('error')
  })

  it('reports a missing block at the first line of the body', () => {
    expectReports(rule, '⟦# Flu vaccine⟧\n\nBody.\n')
  })

  it('takes `published: true` for a switch', () => {
    const [message] = expectReports(rule, '⟦---⟧\ntitle: A\ndescription: What it says.\npublished: true\n---\n')
    expect(message!.message).toBe('Add `date` to the frontmatter.')
  })

  it('accepts other names of the same thing', () => {
    expectSilent(rule, page('title: A page\nexcerpt: What it says.\npubDate: 2026-01-10'), { strict: true })
    expectSilent(rule, page('title: A page\nsummary: What it says.\nlast_updated: 2026-01-10'), { strict: true })
    expectSilent(rule, '+++\nTitle = "A page"\ndescription = "What it says."\nlastmod = 2026-01-10\n+++\n', { strict: true })
  })

  it('takes the date of a dated file name', () => {
    const text = page('title: A page\ndescription: What it says.')
    expectSilent(rule, text, { path: '_posts/2026-01-10-flu.md', strict: true })
    expect(lint(rule, text, { path: 'posts/flu.md' })).toHaveLength(1)
  })

  it('asks for the keys of `required`, dotted ones too', () => {
    const [message] = lint(rule, page('title: A\nauthor:\n  url: /a'), { options: { required: ['title', 'author.name'] } })
    expect(message!.message).toBe('Add `author.name` to the frontmatter.')
    expectSilent(rule, page('title: A\nauthor:\n  name: Ines'), { options: { required: ['title', 'author.name'] }, strict: true })
  })

  it('lets a template ask for other keys', () => {
    const options = { required: ['title', 'tags'], byTemplate: { 'doc-page': ['title'] } }
    expectSilent(rule, page('templateKey: doc-page\ntitle: Glossary'), { options, strict: true })
    expect(lint(rule, page('templateKey: blog-post\ntitle: Glossary'), { options })).toHaveLength(1)
    expectSilent(rule, page('type: docs\nlayout: doc-page\ntitle: Glossary'), { options, strict: true })
    expect(lint(rule, page('layout: constructor\ntitle: Glossary'), { options })).toHaveLength(1)
    expect(lint(rule, page('title: Glossary'), { options: { required: ['constructor'] } })).toHaveLength(1)
  })

  it('suggests the keys with a value that stays reported', () => {
    const text = page('title: A page\ndate: 2026-01-10')
    const [message] = lint(rule, text)
    const [edit] = message!.suggestions[0]!.edits
    const fixed = text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)
    expect(fixed).toBe(page('title: A page\ndate: 2026-01-10\ndescription: TODO'))
    expect(lint(rule, fixed).map(({ actual }) => actual)).toEqual(['TODO'])
  })

  it('quotes a key that needs it', () => {
    const options = { required: ['review date'] }
    const inserted = (text: string) => lint(rule, text, { options })[0]!.suggestions[0]!.edits[0]!.text
    expect(inserted(page('title: A'))).toBe('"review date": TODO\n')
    expect(inserted('+++\ntitle = "A"\n+++\n')).toBe('"review date" = "TODO"\n')
  })

  it('inserts no key that belongs into an object', () => {
    const [message] = lint(rule, page('title: A'), { options: { required: ['author.name', 'tags'] } })
    expect(message!.message).toBe('Add `author.name, tags` to the frontmatter.')
    expect(message!.suggestions.map(({ edits }) => edits[0]!.text)).toEqual(['tags: TODO\n'])
    expect(lint(rule, page('title: A'), { options: { required: ['author.name'] } })[0]!.suggestions).toEqual([])
  })

  it.each([
    ['---\n# note\n  title: A\n\t\n---\nBody', '---\n# note\n  title: A\n  description: TODO\n  date: TODO\n\t\n---\nBody'],
    ['---\n{title: A}\n---\nBody', '---\n{ "description": "TODO", "date": "TODO",title: A}\n---\nBody'],
    ['+++\ntitle = "A"\n[extra]\nx = 1\n+++\n', '+++\ndescription = "TODO"\ndate = "TODO"\ntitle = "A"\n[extra]\nx = 1\n+++\n'],
    ['{"title": "A"}\nBody', '{ "description": "TODO", "date": "TODO","title": "A"}\nBody'],
    ['\uFEFFBody\r\ntext', '\uFEFF---\r\ntitle: TODO\r\ndescription: TODO\r\ndate: TODO\r\n---\r\n\r\nBody\r\ntext'],
    ['---\n---\nBody', '---\ntitle: TODO\ndescription: TODO\ndate: TODO\n---\nBody'],
  ])('inserts into every format: %j', (text, expected) => {
    const [edit] = lint(rule, text)[0]!.suggestions[0]!.edits
    const fixed = text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)
    expect(fixed).toBe(expected)
    expect(lint(rule, fixed).every(({ messageId }) => messageId === 'value')).toBe(true)
  })
})

describe('values', () => {
  it.each([
    ['title: ⟦"Untitled"⟧\ndescription: What it says.\ndate: 2026-01-10', 'Write text as the value of `title`.'],
    [`${complete}\ntags: ⟦[]⟧`, 'Write at least one entry as the value of `tags`.'],
    ['title: Flu\n⟦description⟧:\ndate: 2026-01-10', 'Write text as the value of `description`.'],
    ['title: Flu\ndescription: ⟦" "⟧\ndate: 2026-01-10', 'Write text as the value of `description`.'],
    ['title: Flu\ndescription: ⟦[a, b]⟧\ndate: 2026-01-10', 'Write text as the value of `description`.'],
    ['title: Flu\ndescription: What it says.\ndate: ⟦TBD⟧', 'Write a date (YYYY-MM-DD) as the value of `date`.'],
    [`${complete}\ndraft: ⟦"no"⟧`, 'Write true or false as the value of `draft`.'],
  ])('%s', (lines, text) => {
    expect(expectReports(rule, page(lines))[0]!.message).toBe(text)
  })

  it('leaves extra keys, templates and other spellings alone', () => {
    expectSilent(rule, page(`${complete}\nreadingTime: 6\nimage:\ntags: [asthma]`), { strict: true })
    expectSilent(rule, page('title: "{{ page.name }}"\ndescription: What it says.\ndate: "<% tp.date.now() %>"'), {
      strict: true,
    })
    expectSilent(rule, page(`${complete}\ntags: asthma, lungs`), { strict: true })
  })

  it('reports the second of two equal keys', () => {
    const [message] = expectReports(rule, page(`${complete}\n⟦title⟧: Again`))
    expect(message!.message).toBe('Remove the second `title` from the frontmatter.')
    expect(message!.related).toHaveLength(1)
  })

  it('reports a second block', () => {
    expectReports(rule, `---\n${complete}\n---\n⟦---⟧\ntitle: B\ntags: [a]\n---\nBody`)
  })

  it('says nothing about a block that cannot be read', () => {
    expectSilent(rule, page('date:2026-01-01'), { strict: true })
  })
})

describe('drafts', () => {
  const text = page('title: Flu\ndraft: true')
  it('lowers, skips or reports them', () => {
    expect(lint(rule, text).map(({ severity }) => severity)).toEqual(['info'])
    expect(lint(rule, text, { options: { draft: 'skip' } })).toEqual([])
    expect(lint(rule, text, { options: { draft: 'report' } }).map(({ severity }) => severity)).toEqual(['error'])
  })
})

describe('path', () => {
  it('compares the end of the address with the file', () => {
    const text = page(`${complete}\npath: ⟦/blog/old-name⟧`)
    const [message] = expectReports(rule, text, { path: 'posts/flu-vaccine.md' })
    expect([message!.severity, message!.message]).toEqual(['info', 'Make `path` end with the name of the file: "flu-vaccine".'])
    expectReports(rule, text.replace(/[⟦⟧]/g, ''), { path: 'posts/flu-vaccine.md', options: { pathMatchesFile: 'off' } })
  })

  it.each([
    ['/blog/flu-vaccine/', 'posts/2026-01-10-flu-vaccine.md'],
    ['Flu_Vaccine.html', 'posts/flu-vaccine/index.mdx'],
    ['/:year/:title/', 'posts/flu.md'],
    ['/', 'posts/flu.md'],
    ['flu-vaccine', 'posts/flu-vaccine.en.md'],
  ])('%s fits %s', (path, file) => {
    expectSilent(rule, page(`${complete}\npath: ${path}`), { path: file, strict: true })
  })
})

describe('a content-management schema', () => {
  const cmsSchema = parseCmsConfig(
    `collections:
  - name: blog
    folder: src/pages/blog
    fields:
      - {name: templateKey, widget: hidden, default: blog-post}
      - {name: title, widget: string}
      - {name: level, widget: select, options: [basic, advanced]}
      - {name: subtitle, required: false}
      - {name: featured, widget: boolean}
      - {name: author, widget: object, fields: [{name: name}, {name: photo, required: false}]}
      - {name: body, widget: markdown}
`,
    'config.yml',
  )
  const setup = { project: { cmsSchema }, path: 'src/pages/blog/flu.md' }

  it('asks for the required fields of the collection', () => {
    const messages = lint(rule, page(`templateKey: blog-post\n${complete}\nlevel: hard\nauthor: {photo: a.png}`), setup)
    expect(messages.map(({ message }) => message)).toEqual([
      'Add `author.name` to the frontmatter.',
      'Write one of: basic, advanced as the value of `level`.',
    ])
  })

  it('looks at what optional fields hold, when they hold something', () => {
    const lines = `templateKey: blog-post\n${complete}\nlevel: basic\nauthor: {name: Ines}`
    const messages = lint(rule, page(`${lines}\nfeatured: "yes"\nsubtitle: [a]`), setup)
    expect(messages.map(({ message }) => message)).toEqual([
      'Write true or false as the value of `featured`.',
      'Write text as the value of `subtitle`.',
    ])
    expectSilent(rule, page(`${lines}\nfeatured: false\nsubtitle: ""`), { ...setup, strict: true })
  })

  it('is content with a complete post and silent about other folders', () => {
    expectSilent(rule, page(`templateKey: blog-post\n${complete}\nlevel: basic\nauthor: {name: Ines}`), {
      ...setup,
      strict: true,
    })
    expectSilent(rule, page(complete), { project: { cmsSchema }, path: 'docs/flu.md', strict: true })
  })
})
