/** What docs/retext.md says of retext-readability 8 and retext-spell 6, reproduced, and what medlint's own rules do in the same place. */
import dictionary from 'dictionary-en'
import { ParseEnglish } from 'parse-english'
import retextReadability from 'retext-readability'
import retextSpell from 'retext-spell'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import hardSentence from '../../rules/hard-sentence.ts'
import medicalSpelling from '../../rules/medical-spelling.ts'
import { lint } from '../support.ts'

async function retext(text: string, plugin: unknown, options: object) {
  const processor = unified()
    .use({ plugins: [[plugin, options]] } as never)
    .freeze()
  const file = new VFile({ value: text, path: 'a.txt' })
  await processor.run(new ParseEnglish().parse(text), file)
  return file.messages.filter(({ ruleId }) => ruleId !== 'overflow')
}

describe('retext-readability 8', () => {
  const hardest =
    'Interdisciplinary electroencephalographic characterisation necessitates institutionalised neuropsychological reconceptualisation, notwithstanding multidimensional pharmacotherapeutic individualisation, immunohistochemical misinterpretation and overgeneralisation.'
  const nursery =
    'The dog and the cat and the hen and the pig and the cow and the duck run to the barn and the tree and the hill.'

  it('never counts its SMOG vote: the grade is taken for a number of polysyllables', async () => {
    const [message] = await retext(hardest, retextReadability, { age: 9 })
    expect(String(message!.reason)).toContain('6 out of 7 algorithms')
  })

  it('takes repeated easy words for difficult ones', async () => {
    // Dale-Chall and Spache are against the one with "the" and "and", of the same length and of shorter words.
    const different = 'We can see her big red dog run to an old barn, jump on top, sit down, then eat my good hot food with you.'
    const votes = async (text: string) => (await retext(text, retextReadability, { age: 12, threshold: 2 / 7 })).length
    expect([await votes(nursery), await votes(different)]).toEqual([1, 0])
  })

  it('is where hard-sentence reads rare words instead', () => {
    const options = { threshold: 4 }
    expect(lint(hardSentence, nursery, { options })).toEqual([])
    expect(lint(hardSentence, hardest, { options })).toHaveLength(1)
  })
})

describe('retext-spell 6', () => {
  const isHelped = ({ expected }: { expected?: string[] | null | undefined }) => (expected?.length ?? 0) > 0

  it('counts its suggestions over all pages of a run, so what a word gets depends on the words before', async () => {
    const helped = async (text: string) => (await retext(text, retextSpell, { dictionary, max: 1 })).map(isHelped)
    expect(await helped('Abcess, diabetis.')).toEqual([true, false])
    expect(await helped('Diabetis, abcess.')).toEqual([true, false])
  })

  it('takes `max: 0` for thirty, and has the word for its rule, so that nothing can switch it off by name', async () => {
    const [message] = await retext('diabetis.', retextSpell, { dictionary, max: 0 })
    expect(isHelped(message!)).toBe(true)
    expect(message!.ruleId).toBe('diabetis')
  })

  it('knows no drug of the last years', async () => {
    const text = 'Semaglutide, apixaban and remdesivir were given.'
    expect(await retext(text, retextSpell, { dictionary, max: 1 })).toHaveLength(3)
    expect(lint(medicalSpelling, text)).toEqual([])
  })

  it('is where medical-spelling offers the same for a word wherever it stands', () => {
    const offered = (text: string) =>
      lint(medicalSpelling, text)
        .map(({ actual, suggestions }) => `${actual}: ${suggestions[0]!.title}`)
        .sort()
    const sentences = ['He has diabetis now.', 'She had an abcess then.', 'We saw the absorbtion today.']
    expect(offered(sentences.join(' '))).toEqual(offered(sentences.toReversed().join(' ')))
    expect(offered(sentences.join(' '))).toContain('diabetis: Write "diabetes"')
  })
})
