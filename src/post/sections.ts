/** Sections: a heading and what stands below it up to the next heading of its depth or above. */
import type { Block, Section } from './types.ts'

const REFERENCES =
  /^(?:references?|sources?|bibliography|literature|literature cited|works cited|citations|references? (?:and|&) (?:notes|sources|citations)|sources? (?:and|&) (?:references?|citations)|selected references|key references|scientific references|medical references|citations (?:and|&) references|endnotes)$/
const FURTHER =
  /^(?:further reading|see also|additional (?:reading|resources)|related (?:reading|articles|posts|links)|more information|learn more)$/

export function sectionKind(title: string): Section['kind'] {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}&\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (REFERENCES.test(plain)) return 'references'
  return FURTHER.test(plain) ? 'further-reading' : 'body'
}

export function collectSections(blocks: readonly Block[], textLength: number): Section[] {
  const sections: Section[] = []
  const open: Section[] = []
  for (const block of blocks) {
    if (block.zone !== 'heading') continue
    while (open.length > 0 && open.at(-1)!.depth >= block.depth) open.pop()!.end = block.start
    const parent = open.at(-1)
    const own = sectionKind(block.text)
    const section: Section = {
      index: sections.length,
      start: block.start,
      end: textLength,
      depth: block.depth,
      title: block.text,
      heading: block,
      parent,
      kind: own === 'body' && parent ? parent.kind : own,
    }
    sections.push(section)
    open.push(section)
  }
  return sections
}
