/** Where a post keeps its references: under which headings, and how far. */
import { sectionKind } from '../sections.ts'
import type { Block, Post, Range } from '../types.ts'

export interface Region extends Range {
  heading: Block | undefined
  optional: boolean
  /** The heading alone does not prove a reference list ("Sources" of vitamin D): the entries must look like references. */
  doubtful: boolean
}

/** `## References {.unnumbered}` and `References [edit]` are plain headings with decoration. */
function kindOf(title: string): ReturnType<typeof sectionKind> {
  const plain = undecorated(title)
  const kind = sectionKind(plain)
  return kind === 'body' && OTHER_NAME.test(plain) ? 'references' : kind
}

function undecorated(title: string): string {
  return title.replace(/\{[^{}]{0,80}\}|\[edit\]/g, '')
}

/** Longer names ("Scientific references", "Reference URLs") and those of other languages. */
const OTHER_NAME =
  /^\W*(?:(?!cross\b)[a-z]+ references|references? (?:list|links|urls)|list of references|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis|angaben|hinweise)?|einzelnachweise|referencias(?: bibliográficas)?|bibliograf[ií]a|fuentes|références(?: bibliographiques)?|bibliographie|riferimenti(?: bibliografici)?|fonti|referências(?: bibliográficas)?|fontes|bronnen|referenties|referenser|källor|参考文献|参考资料|參考文獻|參考資料)\W*$/i

export function findRegions(post: Post): Region[] {
  const regions = headingRegions(post)
  if (regions.some(({ optional }) => !optional)) return regions
  const pseudo = pseudoHeadingRegion(post, regions)
  return pseudo ? [...regions, pseudo].sort((a, b) => a.start - b.start) : regions
}

function headingRegions(post: Post): Region[] {
  const regions: Region[] = []
  for (const section of post.sections) {
    const kind = kindOf(section.title)
    if (kind === 'body') continue
    const last = regions.at(-1)
    const optional = kind === 'further-reading'
    if (last && last.end > section.start) {
      if (last.optional === optional) continue
      // "Further reading" below "References": the part above it stays a region of its own.
      if (last.start < section.start && last.end <= section.end) last.end = section.start
    }
    regions.push({
      start: section.start,
      end: section.end,
      heading: section.heading,
      optional,
      doubtful: isDoubtful(section.title),
    })
  }
  return regions
}

function isDoubtful(title: string): boolean {
  return /^\W*(?:sources?|literature|citations)\W*$/i.test(title) || sectionKind(undecorated(title)) === 'body'
}

const PSEUDO =
  /^(?:references?|sources?|bibliography|works cited|literature(?: cited)?|further reading|sources? and references?|references? and sources?|selected references)\s*:?$/i
const LEAD = /^(?:references?|sources?|bibliography|works cited)\s*:\s/i

/** A bold line or "References:" in place of a heading; only behind the last real heading's text, and the last one counts. */
function pseudoHeadingRegion(post: Post, taken: readonly Region[]): Region | undefined {
  for (let index = post.blocks.length - 1; index >= 0; index--) {
    const block = post.blocks[index]!
    if (block.zone !== 'paragraph' || taken.some(({ start, end }) => block.start >= start && block.start < end)) continue
    const [firstLine = ''] = block.text.split('\n', 1)
    const title = firstLine.trim()
    if (!PSEUDO.test(title)) {
      if (LEAD.test(title) && index >= post.blocks.length - 3)
        return { start: block.start, end: block.end, heading: undefined, optional: false, doubtful: true }
      continue
    }
    const bold = block.emphasis.some((span) => span.textStart === 0 && span.textEnd >= title.length - 1)
    if (!bold && !title.endsWith(':') && block.text !== firstLine) continue
    const next = post.blocks.slice(index + 1).find(({ zone }) => zone === 'heading')
    return {
      start: block.start,
      end: next ? next.start : post.text.length,
      heading: block,
      optional: /^further/i.test(title),
      doubtful: true,
    }
  }
  return undefined
}

/** A heading with its `##` marks, the unit an author would edit. */
export function wholeHeading(source: string, heading: Block): Range {
  const lineStart = Math.max(source.lastIndexOf('\n', heading.start - 1), source.lastIndexOf('\r', heading.start - 1)) + 1
  const marks = /#{1,6}[ \t]+$/.exec(source.slice(lineStart, heading.start))
  return { start: marks ? lineStart + marks.index : heading.start, end: heading.end }
}
