import { defineRule } from '../src/lint/define-rule.ts'

interface Options {
  words: string[]
}

export default defineRule<Options>({
  id: 'shared-metadata',
  family: 'language',
  purpose: 'say in one line what holds when this rule is silent',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: { found: { text: 'Replace "{word}".' } },
  schema: { type: 'object', properties: { words: { type: 'array', items: { type: 'string' } } } },
  defaultOptions: { words: ['shared-metadata'] },
  check(post, { options, report }) {
    for (const sentence of post.sentences) {
      for (const word of sentence.words) {
        if (!options.words.includes(word.text)) continue
        report({ at: sentence.block.rangeOf(word.textStart, word.textEnd), message: 'found', data: { word: word.text } })
      }
    }
  },
})
