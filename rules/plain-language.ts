import list from '../data/plain-words.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { rewordings } from '../src/post/changes.ts'
import { isExplained } from '../src/post/readability/glosses.ts'
import { findTerms, type TermEntry, termList } from '../src/post/terms.ts'

interface Options {
  dictionary: string[]
  glossWindow: number
}

const toEntries = (words: Readonly<Record<string, string>>, policy: string) =>
  Object.entries(words).map(([word, plain]): TermEntry => ({ patterns: [word], instead: [plain], policy }))
const WORDS = termList([
  ...toEntries(list.entries, 'plain'),
  ...toEntries(list.phrases, 'plain'),
  ...toEntries(list.wordy, 'wordy'),
  ...toEntries(list.explanations, 'explain'),
])

export default defineRule<Options>({
  id: 'plain-language',
  family: 'readability',
  purpose: 'technical words have a gloss or a plain word',
  type: 'suggestion',
  severity: 'info',
  fix: 'suggestion',
  wave: 2,
  english: true,
  audiences: ['patient', 'general'],
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'NHS', clause: 'A to Z of NHS health writing', status: 'checked' },
    { key: 'CDC', clause: 'Plain Language Thesaurus', status: 'checked' },
  ],
  messages: {
    plain: { text: 'Write "{plain}", or explain "{word}".' },
    wordy: { text: 'Write "{plain}" instead of "{word}".' },
    explain: { text: 'Explain "{word}" here, where it comes first: {plain}.' },
  },
  schema: {
    type: 'object',
    properties: {
      dictionary: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Words your readers know.' },
      glossWindow: {
        type: 'integer',
        minimum: 0,
        description: 'An explanation so many words before or behind the word counts.',
      },
    },
  },
  defaultOptions: { dictionary: [], glossWindow: 8 },
  check(post, { options, report }) {
    const known = new Set(options.dictionary.map((word) => word.toLowerCase()))
    for (const found of findTerms(post, [WORDS], true)) {
      const { entry, sentence, mentioned, block, textStart, textEnd, text, instead } = found
      // Only the first use needs it, whether it has one or not.
      const word = text.toLowerCase()
      if (known.has(word)) continue
      known.add(word)
      if (mentioned || isExplained(sentence, textStart, textEnd, entry.instead[0]!, options.glossWindow)) continue
      const [plain = ''] = instead
      const explained = [{ textStart: textEnd, textEnd, text: ` (${entry.instead[0]})` }]
      const written = [{ textStart, textEnd, text: plain }]
      const ways = entry.policy === 'plain' ? [written, explained] : entry.policy === 'wordy' ? [written] : [explained]
      report({
        at: block.rangeOf(textStart, textEnd),
        message: entry.policy ?? 'plain',
        data: { plain, word: text },
        suggestions: rewordings({ block, textStart, textEnd }, ways),
      })
    }
  },
})
