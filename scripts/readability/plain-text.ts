/** Sentences of text without markup, for data sets that are no Markdown. */
import { splitSentences } from '../../src/post/sentence-splitter.ts'
import type { Block, Sentence } from '../../src/post/types.ts'
import { findWords } from '../../src/post/words.ts'

/** Each line counts as a paragraph. */
export function plainSentences(text: string): Sentence[] {
  return text.split('\n').flatMap((line) => {
    const block = { zone: 'paragraph', text: line, masked: line } as Block
    return splitSentences(line).map(({ start, end }, index) => sentenceOf(block, index, start, end))
  })
}

/** The whole text as one sentence. */
export function plainSentence(text: string): Sentence {
  return sentenceOf({ zone: 'paragraph', text, masked: text } as Block, 0, 0, text.length)
}

function sentenceOf(block: Block, index: number, textStart: number, textEnd: number): Sentence {
  const text = block.text.slice(textStart, textEnd)
  const words = findWords(block.text, textStart, textEnd)
  return { index, block, textStart, textEnd, start: textStart, end: textEnd, text, zone: 'paragraph', words, measured: undefined }
}
