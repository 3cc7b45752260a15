/** Files that a page shows: images, videos and sound of the body, pictures that the frontmatter names. */
import { visit } from './blocks.ts'
import { findEntries } from './frontmatter-keys.ts'
import { elementTags } from './images.ts'
import { startOf } from './text-view.ts'
import type { Post, Range } from './types.ts'

export interface MediaFile extends Range {
  /** Address as written. */
  url: string
}

const MEDIA = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|mp4|webm|ogv|mov|mp3|ogg|wav|m4a|vtt)$/i
const ELEMENT = /^(?:video|audio|source|track)$/
const FRONTMATTER_KEYS = [
  'image',
  'images',
  'featuredImage',
  'featureImage',
  'heroImage',
  'coverImage',
  'bannerImage',
  'headerImage',
  'cover',
  'banner',
  'hero',
  'thumbnail',
  'thumb',
  'ogImage',
  'socialImage',
  'picture',
  'photo',
  'video',
  'audio',
].flatMap((key) => [key, `${key}.src`, `${key}.url`, `${key}.path`, `${key}.image`, `${key}.0`])

/** Addresses on the own site, in source order, each where it stands. */
export function findMedia({
  tree,
  text,
  frontmatter,
  images,
}: Pick<Post, 'tree' | 'text' | 'frontmatter' | 'images'>): MediaFile[] {
  const found: MediaFile[] = []
  const add = (url: string, at: Range | undefined) => {
    if (at && isOwnFile(url)) found.push({ url, start: at.start, end: at.end })
  }
  for (const { data, value } of findEntries(frontmatter, FRONTMATTER_KEYS)) {
    if (typeof data !== 'string') continue
    const at = text.slice(value.start, value.end).indexOf(data)
    add(data, at < 0 ? value : { start: value.start + at, end: value.start + at + data.length })
  }
  for (const { url, urlRange } of images) add(url, urlRange)
  const bodyStart = frontmatter.format === 'none' ? 0 : frontmatter.end
  visit(tree, (node) => {
    if (startOf(node) < bodyStart) return
    for (const { name, attributes } of elementTags(text, node)) {
      if (!ELEMENT.test(name)) continue
      for (const attribute of ['src', 'poster']) {
        const written = attributes.get(attribute)
        if (written?.value) add(written.value, written.at)
      }
    }
  })
  return found.sort((a, b) => a.start - b.start)
}

/** No other site, no template, no alias of a bundler (`@/`, `~`). */
function isOwnFile(url: string): boolean {
  return MEDIA.test(pathOf(url)) && !/^(?:[a-z][a-z\d+.-]*:|\/\/|[@~$])|[{}<>$|*]|%[A-Z_]+%/i.test(url)
}

/** Address without query and fragment, with its characters in place of escapes. */
export function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
