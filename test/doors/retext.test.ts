import dictionary from 'dictionary-en'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
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
  it('reports whole sentences, citation behind the stop included', async () => {
    const hard =
      'Concomitant anticholinergic pharmacotherapy potentiates neuropsychological impairment in institutionalised octogenarians notwithstanding individualised dose titration.'
    const found = await run(`> Rest helps. ${hard} Then sleep.`, [retextReadability, { age: 12 }])
    expect(found).toEqual([hard])
  })
})
