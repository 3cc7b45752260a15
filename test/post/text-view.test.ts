import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadParser } from '../../src/cli/parse.ts'
import { collectBlocks } from '../../src/post/blocks.ts'
import { shiftPositions } from '../../src/post/tree.ts'

const parse = await loadParser()

function blocksOf(text: string) {
  const blocks = collectBlocks(shiftPositions(parse(text, { mdx: false }), text), text, 0)
  return blocks.map(({ zone, view }) => ({ zone, ...view }))
}

/** The source that stands behind a piece of the text view. */
function sourceBehind(text: string, piece: string): string[] {
  return blocksOf(text).flatMap((block) => {
    const at = block.text.indexOf(piece)
    if (at < 0) return []
    const { start, end } = block.rangeOf(at, at + piece.length)
    return [text.slice(start, end)]
  })
}

describe('text view', () => {
  it.each([
    ['named character reference', 'Dose &lt; 5 mg &amp; rising', '5 mg', '5 mg'],
    ['the reference itself', 'Dose &lt; 5 mg', '<', '&lt;'],
    ['numeric reference', 'x &#8805; 5 mg', '≥ 5', '&#8805; 5'],
    ['reference to an astral character', '&#x1F48A; tablet', 'tablet', 'tablet'],
    ['escaped reference', 'a \\&lt; b mg', 'b mg', 'b mg'],
    ['reference that is none', 'AT&T; b mg', 'b mg', 'b mg'],
    ['escape', 'Dose 5\\* mg foo', 'mg foo', 'mg foo'],
    ['escaped backslash', 'a\\\\b c', 'c', 'c'],
    ['escaped brackets', 'is 18 \\[11-30] days', '[11-30]', '[11-30]'],
    ['continuation of a block quote', '> Take one\n> Then two', 'Then two', 'Then two'],
    ['nested block quote', '> > Take one\n> > Then two\n', 'Then two', 'Then two'],
    ['lazy continuation', '> Take one\nThen two', 'Then two', 'Then two'],
    ['list continuation', '- Take one\n  then two', 'then two', 'then two'],
    ['across a soft break', 'Take one\nthen two', 'one then', 'one\nthen'],
    ['CRLF', 'Take one\r\nthen two\r\n', 'then two', 'then two'],
    ['trailing spaces before a soft break', 'Take one \nthen two', 'then two', 'then two'],
    ['bold inside a word', '**A**lcohol is a risk', 'Alcohol', 'A**lcohol'],
    ['link text', 'see [the *trial*](https://a.example) now', 'the trial', 'the *trial'],
    ['table cell', '| a | b |\n|---|---|\n| 5&nbsp;mg | x \\| y |', 'x | y', 'x \\| y'],
    ['inline code', 'run `a b` now', 'a b', 'a b'],
    ['emoji', '💊💊 5 mg', '5 mg', '5 mg'],
    ['BOM', '\uFEFFTake &amp; see', 'see', 'see'],
    ['NUL', 'a\0b c', 'c', 'c'],
    ['hard break', 'one  \ntwo', 'two', 'two'],
    ['footnote mark', 'falls.[^1] It', '[^1] It', '[^1] It'],
  ])('%s', (_, text, piece, expected) => {
    expect(sourceBehind(text, piece)).toContain(expected)
  })

  it('keeps superscripts and their text', () => {
    const [block] = blocksOf('HbA1c falls.<sup>1</sup> It is cheap.')
    expect(block!.text).toBe('HbA1c falls.1 It is cheap.')
    expect(block!.raised).toEqual([{ textStart: 12, textEnd: 13 }])
  })

  it('leaves out comments and image syntax, keeps alternative text as a block of its own', () => {
    const blocks = blocksOf('A ![Bar &amp; chart](a.png) b<!-- x -->')
    expect(blocks.map((block) => [block.zone, block.text])).toEqual([
      ['paragraph', 'A  b'],
      ['caption', 'Bar & chart'],
    ])
  })

  it('marks shortcodes and bare URLs', () => {
    const [block] = blocksOf('See {{< ref "x" >}} and https://a.example/b. Then {% raw %} stop.')
    expect(block!.tokens.map(({ textStart, textEnd }) => block!.text.slice(textStart, textEnd))).toEqual(
      expect.arrayContaining(['{{< ref "x" >}}', 'https://a.example/b', '{% raw %}']),
    )
  })

  it('maps every character to the source character that made it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '\\*',
        '\\[',
        '**b**',
        '*i*',
        '`c`',
        '\n',
        '\n> ',
        '  \n',
        '\r\n',
        '<sup>1</sup>',
        '[a](b)',
        '💊',
        ' ',
        '[^1]',
        '\\\\',
        '&copy',
      ),
      fc.string({ maxLength: 5 }),
      fc.constantFrom('dose', '5 mg', 'HbA1c.', 'vitamin'),
    )
    const prefix = fc.constantFrom('', '> ', '- ', '\uFEFF', '# ', '1. ', '> - ')
    fc.assert(
      fc.property(prefix, fc.array(piece, { maxLength: 12 }), (start, pieces) => {
        const text = start + pieces.join('')
        for (const block of blocksOf(text)) {
          let last = -1
          for (let index = 0; index < block.text.length; index++) {
            const at = block.sourceOf(index)
            expect(at).toBeGreaterThanOrEqual(last)
            last = at
            const made = block.text[index]!
            const from = text[at]
            const same = from === made || from === '&' || (from === '\0' && made === '\uFFFD') || /[\s\uDC00-\uDFFF]/.test(made)
            expect(same, JSON.stringify([text, block.text, index])).toBe(true)
          }
          const { start: from, end } = block.rangeOf(0, block.text.length)
          expect(from >= 0 && from <= end && end <= text.length).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})
