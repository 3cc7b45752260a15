import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/shared-metadata.ts'
import type { Message } from '../../src/lint/types.ts'
import { factsOf, judge } from '../../src/post/cross-file.ts'
import { lint } from '../support.ts'

const { fields } = rule.meta.defaultOptions as { fields: string[] }
const page = (frontmatter: string, body = 'Text.') => `---\n${frontmatter}\n---\n\n${body}\n`

/** Messages of the last page, when all are linted in one run. */
function last(pages: Record<string, string>, options: object = {}): Message[] {
  const facts = Object.entries(pages).map(
    ([path, text]) => [path, factsOf(text, path, { fields, sentences: undefined }, () => expect.unreachable())] as const,
  )
  const [path, text] = Object.entries(pages).at(-1)!
  return lint(rule, text, { path, options, project: { crossFile: judge(facts) } })
}

const three = (text: string) => ({ 'a.md': text, 'b.md': text, 'c.md': text })

describe('shared-metadata', () => {
  it.each([
    ['date', 'date: 2026-03-04T09:15:27.120Z', '2026-03-04T09:15:27.120Z'],
    ['image', 'image: "/img/couple.jpg"', '"/img/couple.jpg"'],
    ['image', 'image:\n  alt: A couple\n  src: /img/couple.jpg', undefined],
    ['featuredimage', 'featured_image: /img/couple.jpg # stock', '/img/couple.jpg'],
    ['description', 'description: >\n  All you need to know\n  about your health', undefined],
  ])('reports a %s on three pages', (field, frontmatter, actual) => {
    const [message] = last(three(page(frontmatter)))
    expect(message!.message).toBe(`Give this page its own ${field}: 3 pages share it.`)
    expect(message!.note).toBe('Also in a.md, b.md.')
    if (actual !== undefined) expect(message!.actual).toBe(actual)
  })

  it.each([
    'date: 2026-03-04',
    'date: 2026-03-04T00:00:00.000Z',
    'date: 04/03/2026',
    'author: Ines Vogt',
    'image: ""',
    'image: "{{ site.image }}"',
    'image: /img/a.jpg\ndraft: true',
  ])('lets pages share %s', (frontmatter) => expect(last(three(page(frontmatter)))).toEqual([]))

  it('lets two pages share an image, but no path', () => {
    const image = page('image: /img/couple.jpg')
    expect(last({ 'a.md': image, 'b.md': image })).toEqual([])
    expect(last({ 'a.md': image, 'b.md': image }, { maxShare: 1 })).toHaveLength(1)
    const path = page('path: /gout')
    expect(last({ 'a.md': path, 'b.md': path })[0]!.data).toEqual({ field: 'path', n: 2 })
  })

  it('lets a page and its translation share a path', () => {
    const text = page('path: /gout')
    expect(last({ 'en/gout.md': text, 'de/gout.md': text })).toEqual([])
    expect(last({ 'gout.en.md': text, 'gout.de.md': text })).toEqual([])
    expect(last({ 'a.md': page('path: /gout\nlang: de'), 'b.md': page('path: /gout\nlang: en') })).toEqual([])
  })

  it('reads TOML and tells quoted from plain values no difference', () => {
    const toml = '+++\nimage = "/img/couple.jpg"\n+++\n\nText.\n'
    expect(last({ 'a.md': page("image: '/img/couple.jpg'"), 'b.md': page('image: /img/couple.jpg'), 'c.md': toml })).toHaveLength(
      1,
    )
  })

  it('spares a series', () => {
    const pages = three(page('image: /img/couple.jpg\nseries: [Sleep]'))
    expect(last(pages, { series: ['Sleep'] })).toEqual([])
    expect(last(pages, { series: ['c.*'] })).toEqual([])
    expect(last(pages, { series: ['Food'] })).toHaveLength(1)
  })

  it('does not depend on the order of the files', () => {
    const names = ['a.md', 'b.md', 'c.md', 'd.md']
    const value = fc.constantFrom('/x.jpg', '/y.jpg', '')
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), fc.shuffledSubarray(names, { minLength: 4 }), (values, order) => {
        const facts = (name: string) =>
          [
            name,
            factsOf(page(`image: ${values[names.indexOf(name)]}`), name, { fields, sentences: undefined }, () =>
              expect.unreachable(),
            ),
          ] as const
        const [one, other] = [judge(order.map(facts)), judge(names.map(facts))]
        for (const name of names) expect(one(...facts(name))).toEqual(other(...facts(name)))
      }),
    )
  })
})
