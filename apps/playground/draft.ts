/** What is in the page, as a link carries it and as the tab keeps it over a reload. */
import { packText, unpackText } from './share.ts'

export interface Draft {
  text: string
  /** Without the ending; empty: derived from the text. */
  name: string
  type: 'md' | 'mdx'
  preset: string
}

const KEY = 'medlint-draft'

/** Kept until the tab is closed; not at all where the browser forbids it. */
export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the text is still in the page.
  }
}

export function keptDraft(): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** The part of an address after the `#`. */
export async function linkTo({ text, name, type, preset }: Draft): Promise<string> {
  const facts = new URLSearchParams({ preset, type, ...(name === '' ? {} : { name }) })
  return `${facts}&text=${await packText(text)}`
}

/** `undefined` when the fragment holds no post. Rejects when it is cut off. */
export async function draftIn(fragment: string): Promise<Draft | undefined> {
  const facts = new URLSearchParams(fragment)
  const packed = facts.get('text')
  if (packed === null) return undefined
  const type = facts.get('type') === 'mdx' ? 'mdx' : 'md'
  return { text: await unpackText(packed), name: facts.get('name') ?? '', type, preset: facts.get('preset') ?? 'recommended' }
}
