/** Bold text that acts as a heading: a paragraph of nothing else, or the label in front of one. */
import type { Block, Post, Range } from './types.ts'

export interface RunIn extends Range {
  block: Block
  /** Without the colon. */
  text: string
  /** Text offset where the rest of the paragraph begins; the end when it stands alone. */
  textAfter: number
  alone: boolean
}

const MOST_WORDS = 8
/** Labels of remarks and captions: they name what follows, no part of the page. */
const LABEL =
  /^(?:notes?|note that|n\.?b\.?|important(?: note)?|tips?|warnings?|caution|remember|examples?|for example|disclaimer|updated?|sources?|fig(?:ure|\.)? ?\S+|table \S+|box \S+|q|a|question|answer|authors?|date|published|reviewed|by|key ?words|tl;?dr|fact|myth|plus|and|or)$/i
/** What parts of health pages are called. Other labels with a colon belong to the sentence they introduce. */
const PART =
  /^(?:(?:common|possible|potential|main|early|typical|serious|rare) )?(?:side effects|symptoms|signs(?: (?:and|&) symptoms)?|causes|risk factors|risks|complications|benefits|uses|indications|contraindications|dos(?:age|ing)|how it works|diagnosis|treatments?|treatment options|prevention|prognosis|outlook|recovery|aftercare|epidemiology|pathophysiology|etiology|aetiology|introduction|overview|background|definition|conclusions?|adverse (?:effects|reactions)|interactions|precautions|management|evidence|when to see a doctor)$/i

/** In source order. A run of labelled paragraphs is a list of definitions, which may look so. */
export function findRunIns({ blocks, text }: Pick<Post, 'blocks' | 'text'>): RunIn[] {
  const labelled = new Map<Block, RunIn>()
  for (const block of blocks) {
    const runIn = isPlain(block) ? runInOf(block, text) : undefined
    if (runIn) labelled.set(block, runIn)
  }
  const paragraphs = blocks.filter(({ zone }) => zone !== 'caption' && zone !== 'footnote')
  return paragraphs.flatMap((block, index) => {
    const runIn = labelled.get(block)
    if (!runIn) return []
    const next = paragraphs[index + 1]
    if (runIn.alone) return next && isText(next) && !labelled.get(next)?.alone ? [runIn] : []
    return [paragraphs[index - 1], next].some(isLabelled) ? [] : [runIn]
  })
}

/** `**Name:** text`, whatever the name. */
function isLabelled(block: Block | undefined): boolean {
  if (!block || block.zone === 'heading') return false
  const bold = block.emphasis.find(({ strong, textStart }) => strong && textStart === 0)
  return bold !== undefined && (/:\s*$/.test(block.text.slice(0, bold.textEnd)) || /^\s*:/.test(block.text.slice(bold.textEnd)))
}

function isPlain({ zone, list, table, quoteDepth, section }: Block): boolean {
  return zone === 'paragraph' && !list && !table && quoteDepth === 0 && (!section || section.kind === 'body')
}

/** Something a heading stands above. Above a table or an image, bold text is a caption. */
function isText({ zone, text }: Block): boolean {
  return (zone === 'paragraph' && text.trim() !== '') || zone === 'list-item'
}

const CLOSING_MARKS = /^(?:[*_]{2,3}|<\/(?:b|strong)>)/i
const LONGEST_MARKS = '</strong>'.length

function runInOf(block: Block, source: string): RunIn | undefined {
  const { text, emphasis, tokens } = block
  const bold = emphasis.find(({ strong, textStart }) => strong && textStart === 0)
  if (!bold || tokens.some(({ type, textStart }) => type !== 'link' && textStart < bold.textEnd)) return undefined
  const after = text.slice(bold.textEnd)
  const alone = /^\s*:?\s*$/.test(after)
  const label = text.slice(0, bold.textEnd).trim()
  const colon = label.endsWith(':') || /^\s*:/.test(after)
  const name = label.replace(/\s*:$/, '')
  if (!colon && !alone) return undefined
  if (!alone && (!PART.test(name) || block.section?.title.toLowerCase().includes(name.toLowerCase()))) return undefined
  // A colon before a list or table leads in; a stop makes a sentence.
  if ((alone && colon) || /[.!;…]$|,/.test(name) || /\n/.test(label)) return undefined
  if (!/^[\p{L}\d]/u.test(name) || name.split(/\s+/).length > MOST_WORDS || LABEL.test(name)) return undefined
  const rest = /^\s*:?\s*/.exec(after)![0].length
  const textAfter = bold.textEnd + rest
  const shown = block.rangeOf(0, bold.textEnd)
  const marks = CLOSING_MARKS.exec(source.slice(shown.end, shown.end + LONGEST_MARKS))?.[0] ?? ''
  return { start: block.start, end: shown.end + marks.length, block, text: name, textAfter, alone }
}
