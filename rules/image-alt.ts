import { defineRule } from '../src/lint/define-rule.ts'
import { ABSOLUTE, findWordings, SAFETY } from '../src/post/claims/absolutes.ts'
import { globMatcher } from '../src/post/globs.ts'
import type { Post, Range } from '../src/post/types.ts'

interface Options {
  decorative: string[]
}

export default defineRule<Options>({
  id: 'image-alt',
  family: 'structure',
  purpose: 'useful alternative text without claims',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  standards: [
    { key: 'WCAG', clause: '1.1.1 Non-text content', status: 'to-verify' },
    { key: 'DIR', clause: 'Art. 90', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'Describe what this image shows, or mark it as decorative.',
      note: 'Readers who cannot see the image get nothing, or the name of its file (WCAG 1.1.1).',
    },
    claim: {
      text: 'Remove the claim from the alternative text.',
      note: 'The text says what the image shows; a promise does not belong there (Directive 2001/83/EC, Art. 90).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      decorative: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Globs of image addresses that need no text.',
      },
    },
  },
  defaultOptions: { decorative: [] },
  check(post, { options, report, isEnabled }) {
    const isDecorative = options.decorative.length > 0 ? globMatcher(options.decorative) : () => false
    for (const image of post.images) {
      if (image.decorative || image.alt === undefined || isDecorative(pathOf(image.url))) continue
      if (image.altRange === undefined) report({ at: image, message: 'missing' })
      else if (isNoDescription(image.alt, image.url)) report({ at: image.altRange, message: 'missing' })
    }
    if (post.language !== 'en') return
    for (const at of claims(post, isEnabled)) report({ at, message: 'claim' })
  },
})

function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/^(?:https?:)?\/\/[^/]*\//i, '')
}

const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$/i
/** Names that cameras, phones and editors give. */
const MADE_NAME =
  /^(?:img|dsc[nf]?|dcim|pxl|p|image|picture|photo|screen ?shot|screenshot|untitled|unnamed|download|pasted ?image|fig|figure)?[-_ ]?[\d\-_:.() ]*$/i
/** What editors put in, to be replaced. */
const STAND_IN =
  /^(?:alt|alt(?:ernative)?[ -]?text|image(?: (?:alt|description|title|here|name))?|picture|photo|img|an? image|graphic|description|placeholder|todo|null|undefined)$/i

/** The name of a file, a stand-in, or a width (`![300](…)`, `![|300](…)` of note-taking tools). */
function isNoDescription(alt: string, url: string): boolean {
  const text = alt.replace(/\|\s*\d+(?:x\d+)?\s*$/, '').trim()
  if (text === '' || FILE_NAME.test(text) || MADE_NAME.test(text) || STAND_IN.test(text)) return true
  // The file's own name, unless it is a word that says what is shown.
  const stem = pathOf(url)
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
  return text === stem && /[\d_-]/.test(stem) && !/\s/.test(text)
}

const BEFORE_AND_AFTER = /\bbefore ?(?:[-/]|and|&|-and-) ?after\b/i
/** What makes an advertisement of a before and after; a radiograph before and after surgery is a finding. */
const ADVERTISED = /\b(?:our|results?|transformations?|only|just|amazing)\b/i
const GONE = /\b(?:gone|cured|healed|free|vanish(?:ed|es)?|disappear(?:ed|s)?) (?:for good|forever|overnight|in (?:just|only))\b/i

/** Absolute words, unless the rules about these say so themselves, and promises of a before and after. */
function claims(post: Post, isEnabled: (id: string) => boolean): Range[] {
  const lists = [...(isEnabled('absolute-claim') ? [] : [ABSOLUTE]), ...(isEnabled('absolute-safety') ? [] : [SAFETY])]
  const found: Range[] = []
  for (const passage of post.passages) {
    const { block } = passage
    if (block?.zone !== 'caption') continue
    const [wording] = findWordings(passage, lists, 6)
    const promised = GONE.test(block.text) || (BEFORE_AND_AFTER.test(block.text) && ADVERTISED.test(block.text))
    if (wording || promised) found.push(block.rangeOf(0, block.text.length))
  }
  return found
}
