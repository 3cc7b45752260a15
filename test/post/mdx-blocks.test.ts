/** Prose inside MDX elements, the same however a parser wraps it. */
import { describe, expect, it } from 'vitest'
import { loadParser } from '../../src/cli/parse.ts'
import { parsePortable } from '../../src/portable-parser.ts'
import { createPost } from '../../src/post/post.ts'

const parsers = [
  ['satteri', await loadParser()],
  ['micromark', parsePortable],
] as const

describe.each(parsers)('MDX by %s', (_, parse) => {
  const blocksOf = (text: string) =>
    createPost(text, { parse, path: 'a.mdx' }).blocks.map(({ zone, text: shown }) => `${zone}: ${shown}`)

  it.each([
    ['an element on one line', '<Quote>Zinc *cures* colds.</Quote>', ['paragraph: Zinc cures colds.']],
    ['an element on three lines', '<Quote>\n  Zinc **cures** colds.\n</Quote>', ['paragraph: Zinc cures colds.']],
    ['Markdown inside an element', '<Card>\n\nOne.\n\n- Two.\n\n</Card>', ['paragraph: One.', 'list-item: Two.']],
    ['paragraphs side by side', '<div><p>One.</p><p>Two.</p></div>', ['paragraph: One.', 'paragraph: Two.']],
    ['inline elements', '<p>One <b>bold</b> and <Tip>odd</Tip> word.</p>', ['paragraph: One bold and odd word.']],
    ['a link alone', '<a href="https://a.example">Read more</a>', ['paragraph: Read more']],
    ['expressions', 'Take {dose} daily {/* comment */}.', ['paragraph: Take  daily .']],
    ['nothing to read', '<Chart value="3" />', []],
    ['list items', '<ul>\n  <li>One.</li>\n  <li>Two.</li>\n</ul>', ['list-item: One.', 'list-item: Two.']],
  ])('reads %s', (_name, text, expected) => {
    expect(blocksOf(text)).toEqual(expected)
  })

  it('knows the items of a list of elements as those of a list', () => {
    const elements =
      'It can:\n\n<ul>\n  <li>ease pain</li>\n  <li>\n    <p>help sleep</p>\n    <ol><li>at night</li></ol>\n  </li>\n</ul>\n'
    const markdown = 'It can:\n\n- ease pain\n- help sleep\n\n  1. at night\n'
    const listsOf = (text: string) =>
      createPost(text, { parse, path: 'a.mdx' }).blocks.map(({ zone, text: shown, list }) => [zone, shown, list])
    expect(listsOf(elements)).toEqual(listsOf(markdown))
    expect(listsOf(elements).at(-1)).toMatchObject(['list-item', 'at night', { id: 1, item: 0, ordered: true, depth: 2 }])
  })

  it('ties them to the sentence above', () => {
    const text = 'The serum can:\n\n<ul>\n  <li>relieve knee pain</li>\n  <li>reduce arthritis</li>\n</ul>\n'
    const [claim] = createPost(text, { parse, path: 'a.mdx' }).claims
    expect(claim).toMatchObject({ fragment: true, leadIn: { text: 'The serum can:' } })
  })

  it('knows rows, columns and headers of a table of elements', () => {
    const text = `<table>
  <thead>
    <tr><th>Drug</th><th>Dose</th></tr>
  </thead>
  <tbody>
    <tr>
      <td>Aspirin</td>
      <td>5 mg</td>
    </tr>
  </tbody>
</table>`
    const { blocks } = createPost(text, { parse, path: 'a.mdx' })
    expect(blocks.map(({ zone, table }) => [zone, table?.row, table?.column, table?.header])).toEqual([
      ['table-cell', 0, 0, 'Drug'],
      ['table-cell', 0, 1, 'Dose'],
      ['table-cell', 1, 0, 'Drug'],
      ['table-cell', 1, 1, 'Dose'],
    ])
  })

  it('finds the links of elements', () => {
    const { links } = createPost('See <a href="https://a.example/x">the page</a> now.', { parse, path: 'a.mdx' })
    expect(links.map(({ url, text }) => [url, text])).toEqual([['https://a.example/x', 'the page']])
  })
})
