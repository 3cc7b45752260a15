import { describe, expect, it } from 'vitest'
import { collectionFor, parseCmsConfig } from '../../src/config/cms-schema.ts'

const CONFIG = `
backend: {name: git-gateway}
seo: &seo
  - {name: metaTitle, widget: string, required: false}
collections:
  - name: blog
    folder: /src/pages/blog/
    fields:
      - {label: Template Key, name: templateKey, widget: hidden, default: blog-post}
      - {label: Title, name: title, widget: string}
      - {label: Level, name: level, widget: select, options: [a, {label: B, value: b}]}
      - label: Steps
        name: steps
        widget: list
        fields: [{name: text, widget: text}]
  - name: guides
    folder: src/pages/blog
    fields:
      - {name: templateKey, widget: hidden, default: guide}
      - {name: title}
  - name: english
    folder: content
    filter: {field: lang, value: en}
    fields: *seo
  - name: french
    folder: content
    filter: {field: lang, value: fr}
    fields: *seo
  - name: deep
    folder: content/deep
    fields: *seo
  - name: pages
    files:
      - {file: src/pages/about.md, name: about, fields: [{name: title}]}
      - {file: src/pages/team.md, fields: [{name: people, widget: list}]}
`
const schema = parseCmsConfig(CONFIG, 'static/admin/config.yml')

describe('parseCmsConfig', () => {
  it('reads folder and file collections with nested fields', () => {
    expect(schema.source).toBe('static/admin/config.yml')
    expect(schema.collections.map(({ name, folder, files }) => [name, folder ?? files])).toEqual([
      ['blog', 'src/pages/blog'],
      ['guides', 'src/pages/blog'],
      ['english', 'content'],
      ['french', 'content'],
      ['deep', 'content/deep'],
      ['pages/about', ['src/pages/about.md']],
      ['pages/src/pages/team.md', ['src/pages/team.md']],
    ])
    expect(schema.collections[0]!.fields).toEqual([
      { name: 'templateKey', widget: 'hidden', required: true, default: 'blog-post' },
      { name: 'title', widget: 'string', required: true },
      { name: 'level', widget: 'select', required: true, options: ['a', 'b'] },
      { name: 'steps', widget: 'list', required: true, fields: [{ name: 'text', widget: 'text', required: true }] },
    ])
    expect(schema.collections[2]!.fields).toEqual([{ name: 'metaTitle', widget: 'string', required: false }])
  })

  it.each([
    ['name: x', 'config.yml:1: `collections` must be a list.'],
    ['collections:\n  - folder: a\n    fields: []', 'config.yml:2: a collection needs a `name`.'],
    ['collections:\n  - name: blog\n    fields: []', 'config.yml:2: collection "blog" needs `folder` or `files`.'],
    ['collections:\n  - name: blog\n    folder: a\n    fields: title', 'config.yml:4: `fields` must be a list.'],
    ['collections:\n  - name: blog\n    folder: a\n    fields:\n      - widget: string', 'config.yml:5: a field needs a `name`.'],
    ['collections:\n  - name: blog\n    files:\n      - name: about', 'config.yml:4: a file needs its path in `file`.'],
    ['collections: [\n  {name: a\n', /^config\.yml:\d+: /],
  ])('says file and line: %j', (text, message) => {
    expect(() => parseCmsConfig(text, 'config.yml')).toThrow(message)
  })
})

describe('collectionFor', () => {
  const nameFor = (path: string | undefined, data: Record<string, unknown> = {}) => collectionFor(schema, path, data)?.name

  it('tells collections of one folder apart by their hidden defaults', () => {
    expect(nameFor('src/pages/blog/flu.md', { templateKey: 'guide' })).toBe('guides')
    expect(nameFor('./src/pages/blog/flu.md', { templateKey: 'blog-post' })).toBe('blog')
    expect(nameFor('src/pages/blog/flu.md')).toBeUndefined()
    expect(nameFor('src/pages/blog/flu.md', { templateKey: 'other' })).toBeUndefined()
  })

  it('uses filters, listed files and the deepest folder', () => {
    expect(nameFor('content/a.md', { lang: 'fr' })).toBe('french')
    expect(nameFor('content/deep/a.md', { lang: 'en' })).toBe('deep')
    expect(nameFor('src/pages/about.md')).toBe('pages/about')
    expect(nameFor('src/pages/blogs/a.md')).toBeUndefined()
  })

  it('takes a filter by pattern for no filter', () => {
    const patterned = parseCmsConfig(
      'collections: [{name: all, folder: posts, filter: {field: lang, pattern: "^e"}, fields: [{name: title}]}]',
      'config.yml',
    )
    expect(collectionFor(patterned, 'posts/a.md', { lang: 'en' })?.name).toBe('all')
  })

  it('goes by `templateKey` when the folder says nothing', () => {
    expect(nameFor(undefined, { templateKey: 'blog-post' })).toBe('blog')
    expect(nameFor('elsewhere/flu.md', { templateKey: 'guide' })).toBe('guides')
    expect(nameFor('elsewhere/flu.md', { title: 'x' })).toBeUndefined()
  })
})
