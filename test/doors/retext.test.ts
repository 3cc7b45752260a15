import dictionary from 'dictionary-en'
import { ParseEnglish } from 'parse-english'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextReadability from 'retext-readability'
import retextSpell from 'retext-spell'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import medlintRetext from '../../src/retext.ts'

async function run(text: string, ...plugins: Parameters<typeof medlintRetext>[0] & unknown[]): Promise<string[]> {
  const processor = unified().use(remarkParse).use(remarkGfm)
  const file = new VFile({ value: text, path: 'a.md' })
  const tree = processor.parse(file)
  await medlintRetext(plugins)(tree, file)
  return file.messages.map((message) => {
    const { start, end } = message.place as { start: { offset: number }; end: { offset: number } }
    return text.slice(start.offset, end.offset)
  })
}

const spell = [retextSpell, { dictionary }] as const

describe('retext-spell on our sentences', () => {
  it.each([
    ['entities', 'Dose &lt; 5 mg &amp; wrnog words'],
    ['escapes', 'Dose 5\\* mg and wrnog words'],
    ['block quotes', '> Take it daily\n> and wrnog words'],
    ['tables', '| Drug | Note |\n|---|---|\n| Aspirin | wrnog word |'],
    ['emphasis', 'A **wrnog** word'],
    ['CRLF', 'Take it\r\ndaily, wrnog words'],
    ['emoji', '💊 the wrnog words'],
  ])('reports the word itself behind %s', async (_, text) => {
    expect(await run(text, [...spell])).toContain('wrnog')
  })

  it('leaves code, URLs and citations alone', async () => {
    const found = await run('Use `wrnog`, see https://wrnog.example/wrnog, and stop.[^wrnog]\n\n[^wrnog]: Right.', [...spell])
    expect(found.join(' ')).not.toContain('wrnog')
  })
})

describe('retext-readability on our sentences', () => {
  const hard =
    'Concomitant anticholinergic pharmacotherapy potentiates neuropsychological impairment in institutionalised octogenarians notwithstanding individualised dose titration.'
  const broken = hard.replace(' in ', '\n> in ')

  it.each([
    ['block quotes', `> Rest helps. ${hard} Then sleep.`, hard],
    ['hard-wrapped block quotes', `> Rest helps. ${broken} Then sleep.`, broken],
    ['entities', `Rest &amp; tea help &mdash; a bit. ${hard} Then sleep.`, hard],
    ['escapes', `Rest\\* helps\\_. ${hard} Then sleep.`, hard],
    ['table cells', `| Drug &amp; dose | Note |\n|---|---|\n| Aspirin \\| ASA | ${hard} |`, hard],
    ['citations', `Rest helps.[^1] ${hard}[^1] Then sleep.\n\n[^1]: Roe.`, `${hard}[^1]`],
    ['CRLF and a BOM', `\uFEFFRest helps.\r\n${hard}\r\nThen sleep.`, hard],
  ])('reports whole sentences behind and in %s', async (_, text, expected) => {
    expect(await run(text, [retextReadability, { age: 12 }])).toEqual([expected])
  })
})

describe('remark-retext, which medlint/retext is for', () => {
  const retext = async (text: string) => {
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRetext, ParseEnglish).use(retextSpell, { dictionary })
    const file = new VFile({ value: text, path: 'a.md' })
    await processor.run(processor.parse(file), file)
    return file.messages.map(({ place }) => {
      const { start, end } = place as { start: { offset: number }; end: { offset: number } }
      return text.slice(start.offset, end.offset)
    })
  }

  it.each([
    ['an entity', 'Dose &lt; 5 mg &amp; wrnog words'],
    ['an escape', 'Dose 5\\* mg and wrnog words'],
    ['a block quote', '> Take it daily\n> and wrnog words'],
    ['a table', '| Drug | Note |\n|---|---|\n| Aspirin | wrnog word |'],
  ])('misses the word behind %s', async (_, text) => {
    expect(await retext(text)).not.toContain('wrnog')
  })
})
