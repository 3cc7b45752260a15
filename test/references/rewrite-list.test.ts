/** Whole lists in one style, with the citations in the text: what changes, what stays, and why. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/lint/fixes.ts'
import type { ReferenceStyle } from '../../src/post/references/format/index.ts'
import { numberList, renumbered } from '../../src/references/numbers.ts'
import { rewriteList } from '../../src/references/rewrite-list.ts'
import { post } from '../support.ts'

function rewritten(markdown: string, style: ReferenceStyle, italics = false) {
  const rewrite = rewriteList(post(markdown), { style, italics })
  return { ...rewrite, text: applyEdits(markdown, rewrite.edits), reasons: rewrite.untouched.map(({ reason }) => reason) }
}

/** The list alone, below a text that cites nothing. */
const listOf = (...lines: string[]) => `Text.\n\n## References\n\n${lines.join('\n')}\n`
const entryIn = (line: string, style: ReferenceStyle, italics = false) =>
  rewritten(listOf(line), style, italics).text.split('\n').slice(4).join('\n').trimEnd()

const AMA = 'Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19.'
const APA = 'Ito, H., & Roy, D. (2019). Naps and mood swings. Chest, 4(2), 11–19.'

describe('one entry', () => {
  it.each([
    [
      'a bullet and a link behind it',
      `- ${APA} [PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)`,
      `- ${AMA} [PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)`,
    ],
    [
      'brackets around that link',
      `1. ${APA} [[PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)]`,
      `1. ${AMA} [[PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)]`,
    ],
    [
      'a linked title',
      '1) Ito, H., & Roy, D. (2019). [Naps and mood swings](https://x.example/a_(b)). Chest, 4(2), 11–19.',
      '1) Ito H, Roy D. [Naps and mood swings](https://x.example/a_(b)). Chest. 2019;4(2):11-19.',
    ],
    [
      'a linked DOI',
      `* ${APA} [https://doi.org/10.5555/N1](https://doi.org/10.5555/N1)`,
      `* ${AMA} [doi:10.5555/N1](https://doi.org/10.5555/N1)`,
    ],
    ['a bare DOI', `- ${APA} https://doi.org/10.5555/N1`, `- ${AMA} doi:10.5555/N1`],
    ['a link around the whole entry', `- [${APA}](https://x.example)`, `- [${AMA}](https://x.example)`],
    [
      'markup in the title',
      `- ${APA.replace('mood', '*E. coli* ~~and~~ H<sub>2</sub>O')}`,
      `- ${AMA.replace('mood', '*E. coli* ~~and~~ H<sub>2</sub>O')}`,
    ],
    [
      'emphasis that the style does not have',
      '- **Ito, H., & Roy, D.** (2019). Naps and mood swings. *Chest*, *4*(2), 11–19.',
      `- ${AMA}`,
    ],
    [
      'escapes and entities',
      '- Ito, H., & Roy, D. (2019). Naps \\* mood &amp; swings. Chest, 4(2), 11–19.',
      '- Ito H, Roy D. Naps \\* mood &amp; swings. Chest. 2019;4(2):11-19.',
    ],
    ['a footnote label', `[^naps]: ${APA}`, `[^naps]: ${AMA}`],
  ])('%s', (_name, before, after) => {
    expect(entryIn(before, 'ama')).toBe(after)
    expect(entryIn(after, 'ama')).toBe(after)
  })

  it('in a raw list of HTML', () => {
    expect(entryIn(`<ol>\n<li>${APA}</li>\n</ol>`, 'ama', true)).toBe(
      `<ol>\n<li>${AMA.replace('Chest', '<em>Chest</em>')}</li>\n</ol>`,
    )
  })

  it('takes the mark for italics from the list', () => {
    const other = 'Park, S., & Kim, L. (2018). Shifts and sleep loss. _Chest_, _3_(1), 1–9.'
    expect(rewritten(listOf(`- ${AMA}`, `- ${other}`), 'apa', true).text).toContain('_Chest_, _4_(2), 11–19.')
    expect(entryIn(`- ${AMA}`, 'apa', true)).toContain('*Chest*, *4*(2), 11–19.')
  })

  it('keeps the dash that an NLM list has', () => {
    const nlm = 'Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2):110–9.'
    expect(entryIn(`1. ${nlm}`, 'nlm')).toBe(`1. ${nlm}`)
    expect(rewritten(listOf(`1. ${nlm}`, `2. ${AMA}`, `3. ${AMA.replace('mood', 'food')}`), 'nlm').text).toContain('110-9.')
  })

  it.each([
    ['Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2)11-19.', "expected ':' after the issue here"],
    ['Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2).', 'expected pages behind the volume'],
    [
      'Ito H, Roy D. Naps and mood swings. Journal of Nobody. 2019;4(2):11-19.',
      '"Journal of Nobody" is not in the list of journals',
    ],
    [`${AMA} Best paper of that year.`, '"Best paper of that year" has no place'],
    [`${AMA.replace('11-19', '11-19; discussion 20-1')}`, '"discussion 20-1" has no place'],
    ['**Ito H**, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19.', 'there is markup among the authors'],
    [AMA.replace('Chest', '<!-- sic --> Chest'), 'a comment, an image or an element with no place stands inside'],
    [AMA.replace('Chest', '<a id="r1"></a>Chest'), 'a comment, an image or an element with no place stands inside'],
    ['Ito H, Roy D. Naps and [mood](https://x.example) swings. Chest. 2019;4(2):11-19.', 'a link covers "mood"'],
    [
      'World Health Organization. Sugars in the diet. Geneva: WHO; 2015.',
      'read as a book, and only journal articles are rewritten',
    ],
    ['[Sugars in the diet](https://x.example/sugars)', 'read as a page on the web, and only journal articles are rewritten'],
  ])('%s is left alone', (line, reason) => {
    const { text, reasons } = rewritten(listOf(`- ${line}`), 'apa')
    expect(text).toBe(listOf(`- ${line}`))
    expect(reasons).toEqual([reason])
  })

  it('names the spot where reading stopped', () => {
    const markdown = listOf('- Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2)11-19.')
    const [left] = rewriteList(post(markdown), { style: 'apa', italics: true }).untouched
    expect(markdown.slice(left!.offset)).toBe('11-19.\n')
  })

  it('lists kept in the frontmatter stay', () => {
    const markdown = `---\nreferences:\n  - "${APA}"\n---\n\nText.\n`
    expect(rewritten(markdown, 'ama').text).toBe(markdown)
  })
})

const park = {
  apa: 'Park, S., Kim, L., & Ito, H. (2018). Shifts and sleep loss. Chest, 3(1), 1–9.',
  ama: 'Park S, Kim L, Ito H. Shifts and sleep loss. Chest. 2018;3(1):1-9.',
}
const adams = {
  apa: 'Adams, A. (2020). Light in the ward. BMJ, 7, 20–29.',
  ama: 'Adams A. Light in the ward. BMJ. 2020;7:20-29.',
}
const page = (text: string, ...lines: string[]) => `${text}\n\n## References\n\n${lines.join('\n')}\n`

describe('names in the text', () => {
  const text = 'Naps help (Park et al., 2018). Light, too (Adams, 2020; Ito & Roy, 2019), says one; Park et al. (2018) agree.'
  const apa = page(text, `- ${adams.apa}`, `- ${APA}`, `- ${park.apa}`)

  it('become raised numbers in AMA, and the list follows the text', () => {
    const ama = page(
      'Naps help.<sup>1</sup> Light, too,<sup>2,3</sup> says one; Park et al.<sup>1</sup> agree.',
      `1. ${park.ama}`,
      `2. ${adams.ama}`,
      `3. ${AMA}`,
    )
    const result = rewritten(apa, 'ama')
    expect(result.text).toBe(ama)
    expect(result).toMatchObject({ inText: 'to-numbers', reordered: true, untouched: [] })
    expect(rewritten(ama, 'ama').edits).toEqual([])
  })

  it('become numbers in brackets in NLM, and names again in APA', () => {
    const nlm = rewritten(apa, 'nlm').text
    expect(nlm).toContain('Naps help [1]. Light, too [2,3], says one; Park et al. [1] agree.')
    expect(rewritten(nlm, 'apa').text).toBe(apa)
    expect(rewritten(rewritten(apa, 'ama').text, 'apa').text).toBe(apa)
  })

  it('at the start of a line and before a parenthesis leave the text readable', () => {
    const wrapped = page('Naps help\n(Park et al., 2018). Light, too (Adams, 2020)(at night).', `- ${adams.apa}`, `- ${park.apa}`)
    expect(rewritten(wrapped, 'ama').text).toContain('Naps help\n<sup>1</sup>. Light, too<sup>2</sup>(at night).')
    expect(rewritten(wrapped, 'nlm').text).toContain('Naps help\n[1]. Light, too [2] (at night).')
  })

  it('paragraphs get numbers in brackets', () => {
    const paragraphs = page('Naps help (Ito & Roy, 2019).', APA, '', park.apa)
    const ama = rewritten(paragraphs, 'nlm').text
    expect(ama).toContain('[1] Ito H, Roy D.')
    expect(ama).toContain('\n\n[2] Park S, Kim L')
    expect(rewritten(ama, 'apa').text).toBe(paragraphs)
  })

  it.each([
    ['Naps help (Park et al., 2018; Lopez, 2001).', 'leads to no entry'],
    ['Naps help (Park et al., 2017).', 'leads to no entry'],
    ['Naps help (see Park et al., 2018, p. 4).', 'says more than name and year'],
    ['Naps help (Park et al., 2018, and Figure 2). (Adams, 2020)', 'may cite an entry'],
    ['Naps help (Park et al., 2018) and more [1].', 'cites by number and by name'],
    [
      'Naps help (Park et al., 2018).[^1]\n\n[^1]: Roy D, Kim L. Naps and more naps. Chest. 2011;3(1):1-9.',
      'cites by footnote or key',
    ],
  ])('%s: all stay when one is not certain', (sentence, reason) => {
    const { text: after, inText, obstacle, reordered } = rewritten(page(sentence, `- ${adams.apa}`, `- ${park.apa}`), 'ama')
    expect(after.startsWith(`${sentence}\n\n## References`)).toBe(true)
    expect({ inText, reordered }).toEqual({ inText: 'left', reordered: false })
    expect(obstacle?.reason).toContain(reason)
    expect(after).toContain(`- ${park.ama}`)
  })

  it('stay when two entries answer to one name and year', () => {
    const { inText, obstacle } = rewritten(
      page('Naps help (Adams, 2020).', `- ${adams.apa}`, `- ${adams.apa.replace('Light', 'Noise')}`),
      'ama',
    )
    expect(inText).toBe('left')
    expect(obstacle?.reason).toContain('may be one of several entries')
  })

  it('stay while most entries stay in another style', () => {
    const report = 'World Health Organization. (2015). Sugars in the diet. WHO.'
    const { inText, obstacle } = rewritten(
      page('Naps help (Adams, 2020).', `- ${adams.apa}`, `- ${report}`, `- ${report.replace('2015', '2016')}`),
      'ama',
    )
    expect(inText).toBe('left')
    expect(obstacle?.reason).toBe('most entries stay in another style')
  })
})

describe('numbers in the text', () => {
  const ama = page('Naps help [2]. Light, too.<sup>3</sup> All [1-3].', `1. ${AMA}`, `2. ${park.ama}`, `3. ${adams.ama}`)

  it('are renewed when the list gets the order of the text', () => {
    const result = rewritten(ama, 'ama')
    expect(result.text).toBe(
      page('Naps help [1]. Light, too.<sup>2</sup> All [1-3].', `1. ${park.ama}`, `2. ${adams.ama}`, `3. ${AMA}`),
    )
    expect(result.inText).toBe('renumbered')
    expect(rewritten(result.text, 'ama').edits).toEqual([])
  })

  it('become names in APA', () => {
    const result = rewritten(ama, 'apa')
    expect(result.text).toBe(
      page(
        'Naps help (Park et al., 2018). Light, too (Adams, 2020). All (Adams, 2020; Ito & Roy, 2019; Park et al., 2018).',
        `- ${adams.apa}`,
        `- ${APA}`,
        `- ${park.apa}`,
      ),
    )
    expect(rewritten(result.text, 'apa').edits).toEqual([])
  })

  it('works of one author and year get letters', () => {
    const other = AMA.replace('Naps and mood', 'Light and mood')
    const result = rewritten(page('Naps help [1]. Light, too [2].', `1. ${AMA}`, `2. ${other}`), 'apa')
    expect(result.text).toContain('Naps help (Ito & Roy, 2019b). Light, too (Ito & Roy, 2019a).')
    expect(result.text).toContain('- Ito, H., & Roy, D. (2019a). Light and mood')
    expect(rewritten(result.text, 'apa').edits).toEqual([])
    expect(rewritten(result.text, 'nlm').text).toContain('Naps help [1]. Light, too [2].')
  })

  it.each([
    ['Naps help [2], as does light [4].', 'no entry for "[4]"'],
    ['Naps help [[2]](#ref-2) and [1].', 'is a link'],
  ])('%s: all stay', (sentence, reason) => {
    const { text, obstacle } = rewritten(page(sentence, `1. ${AMA}`, `2. ${park.ama}`, `3. ${adams.ama}`), 'ama')
    expect(text.startsWith(sentence)).toBe(true)
    expect(obstacle?.reason).toContain(reason)
  })

  it('stay when only the numbers part the entries', () => {
    const glued = page('Naps help [1]. Light, too [2].', `[1] ${AMA}`, `[2] ${park.ama}`)
    expect(rewritten(glued, 'apa')).toMatchObject({
      inText: 'left',
      obstacle: { reason: 'only the number parts this entry from the next' },
    })
    expect(rewritten(glued, 'apa').text).toContain(`[1] ${APA}\n[2] ${park.apa}`)
    const apart = page('Naps help [1]. Light, too [2].', `[1] ${AMA}\\`, `[2] ${park.ama}`)
    expect(rewritten(apart, 'apa').text).toContain(`\n${APA}\\\n${park.apa}`)
  })

  it('stay, and the list keeps its order, when notes stand between the entries', () => {
    const markdown = page('Naps help [2]. So does light [1].', `1. ${AMA}`, '   - A note of ours.', `2. ${park.ama}`)
    const { text, obstacle } = rewritten(markdown, 'ama')
    expect(text).toBe(markdown)
    expect(obstacle?.reason).toBe('something stands between the entries')
  })
})

describe('markers', () => {
  it.each([
    ['[1]', [2], '[2]'],
    ['[1, 3]', [4, 2], '[2, 4]'],
    ['[1–3]', [3, 5, 4], '[3–5]'],
    ['\\[1\\]', [7], '\\[7\\]'],
    ['^1,2^', [3, 9], '^3,9^'],
    ['¹', [12], '¹²'],
    ['¹,³', [2, 4], '²,⁴'],
    ['[1,2,3]', [1, 2, 3], '[1,2,3]'],
  ])('%s with %j is %s', (marker, numbers, expected) => {
    expect(renumbered(marker, numbers)).toBe(expected)
  })

  it('name every number once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
        const read = numberList(numbers)
          .split(',')
          .flatMap((part) => {
            const [first = 0, last = first] = part.split('-').map(Number)
            return Array.from({ length: last - first + 1 }, (_, index) => first + index)
          })
        expect(read).toEqual([...new Set(numbers)].sort((a, b) => a - b))
      }),
    )
  })
})

describe('a second run changes nothing', () => {
  const sentences = ['Naps help', 'Light is good', 'Shifts are long', 'Sleep is short', 'Wards are loud']
  const authors = ['Ito', 'Roy', 'Park', 'Adams', 'van der Berg', 'García-López']
  const entry = fc.record({
    names: fc.uniqueArray(fc.constantFrom(...authors), { minLength: 1, maxLength: 4 }),
    year: fc.integer({ min: 1990, max: 2026 }),
    volume: fc.integer({ min: 1, max: 99 }),
    isArticle: fc.integer({ min: 0, max: 5 }),
  })

  it('in any style, from any style, whatever the text cites', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.constantFrom(...sentences), fc.integer({ min: 0, max: 5 })), { maxLength: 5 }),
        fc.constantFrom('[n]', '<sup>n</sup>', 'name'),
        fc.constantFrom('apa' as const, 'ama' as const, 'nlm' as const),
        (entries, cited, form, style) => {
          const lines = entries.map(({ names, year, volume, isArticle }, index) =>
            isArticle === 0
              ? `${index + 1}. World Health Organization. Report on ${sentences[index]}. Geneva: WHO; ${year}.`
              : `${index + 1}. ${names.map((name) => `${name} A`).join(', ')}. ${sentences[index]} at night. Chest. ${year};${volume}:11-19.`,
          )
          const text = cited.map(([sentence, number]) => {
            const { names, year } = entries[number % entries.length]!
            const name = `${names[0]}${names.length > 2 ? ' et al.' : names[1] ? ` & ${names[1]}` : ''}, ${year}`
            return form === 'name'
              ? `${sentence} (${name}).`
              : `${sentence} ${form.replace('n', String((number % entries.length) + 1))}.`
          })
          const once = rewritten(page(text.join(' '), ...lines), style).text
          expect(rewritten(once, style).text).toBe(once)
        },
      ),
      { numRuns: 250 },
    )
  })
})
