import { defineRule } from '../src/lint/define-rule.ts'
import { sentenceAt } from '../src/post/claims/support.ts'
import { contradiction, quotedPassage } from '../src/post/quoted-passage.ts'

interface Options {
  minWords: number
}

export default defineRule<Options>({
  id: 'quote-mismatch',
  family: 'references',
  purpose: 'the sentence agrees with the passage it links to',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [{ key: 'SPIN', status: 'partly' }],
  messages: {
    mismatch: {
      text: 'The linked passage says "{quote}": check "{value}".',
      note: 'The link carries the words it points to, and they say something else than this sentence.',
    },
  },
  schema: {
    type: 'object',
    properties: { minWords: { type: 'integer', minimum: 1, description: 'Shorter passages are not compared.' } },
  },
  defaultOptions: { minWords: 4 },
  check(post, { options, report }) {
    for (const link of post.links) {
      if (!link.url.includes(':~:text=') || !link.block) continue
      const quote = quotedPassage(link.url)
      if (!quote || quote.split(/\s+/).length < options.minWords) continue
      const sentence = sentenceAt(post.evidence, link.block, link.textStart)
      if (!sentence) continue
      const found = contradiction(sentence.text, quote)
      if (!found) continue
      const start = sentence.textStart + found.start
      const value = sentence.text.slice(found.start, found.end)
      report({
        at: sentence.block.rangeOf(start, start + value.length),
        message: 'mismatch',
        data: { quote: found.quote, value },
      })
    }
  },
})
