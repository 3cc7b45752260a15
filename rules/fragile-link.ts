import { defineRule } from '../src/lint/define-rule.ts'
import type { Edit, Finding } from '../src/lint/types.ts'
import type { Link, Range } from '../src/post/types.ts'

interface Options {
  strip: string[]
  keepTextFragments: boolean
}

export default defineRule<Options>({
  id: 'fragile-link',
  family: 'links',
  purpose: 'links that survive',
  type: 'problem',
  severity: 'warn',
  fix: 'safe',
  wave: 2,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    tracking: {
      text: 'Remove "{part}" from this link.',
      note: 'It says where a reader came from and is not needed to find the page.',
    },
    fragment: {
      text: 'Remove "{part}" from this link.',
      severity: 'info',
      note: 'The link breaks its aim when the page changes a word; the passage belongs into the text.',
    },
    insecure: { text: 'Write "https" in this link.', note: 'Unencrypted pages are blocked or warned of by browsers.' },
    own: {
      text: 'Write this link to your own site as "{path}".',
      note: 'A relative address survives a move and works in previews.',
    },
    private: {
      text: 'Replace this link with the public address: it leads through {what}.',
      note: 'Other readers cannot open it, or not for long.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      strip: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Parameters to remove; `*` at the end stands for anything.',
      },
      keepTextFragments: { type: 'boolean', description: 'Leave `#:~:text=` alone.' },
    },
  },
  defaultOptions: { strip: ['utm_*', 'fbclid', 'gclid'], keepTextFragments: false },
  check(post, { options, report, isEnabled }) {
    const insecure = new Map<string, Finding>()
    for (const link of post.links) {
      const finding = link.urlRange && !link.image ? judge(link, link.urlRange, options) : undefined
      if (!finding) continue
      if (finding.message !== 'insecure') {
        report(finding)
        continue
      }
      // Identifiers of references are repaired there.
      if (/(?:^|\.)doi\.org$/.test(link.host) && isEnabled('reference-identifier')) continue
      const first = insecure.get(link.host)
      if (first) first.related!.push({ ...finding.at, message: 'The same site again' })
      else insecure.set(link.host, { ...finding, related: [] })
    }
    for (const finding of insecure.values()) report(finding)
  },
})

const TEXT_FRAGMENT = /#?:~:text=.*$/
const SESSION = /[;?&](?:jsessionid|phpsessid|sessionid|sid)=/i
const PROXY = /(?:^|[.-])(?:ez|lib)?proxy[.-]/i
const AMP = /^https?:\/\/(?:amp\.|www\.google\.[a-z.]{2,6}\/amp\/)|\/amp\/?(?:[?#]|$)/i
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|\[::1\])/

function judge({ url, host, kind }: Link, range: Range, { strip, keepTextFragments }: Options): Finding | undefined {
  const tracking = trackingEdits(url, range, strip)
  if (tracking) return { at: tracking.at, message: 'tracking', data: { part: tracking.part }, fix: tracking.edits }
  const fragment = keepTextFragments ? null : TEXT_FRAGMENT.exec(url)
  if (fragment) {
    const at = { start: range.start + fragment.index, end: range.end }
    return {
      at,
      message: 'fragment',
      data: { part: '#:~:text=…' },
      suggestions: [{ title: 'Remove the text fragment', edits: [{ ...at, text: '' }] }],
    }
  }
  if (SESSION.test(url)) return { at: range, message: 'private', data: { what: 'a session' } }
  if (PROXY.test(host)) return { at: range, message: 'private', data: { what: 'a proxy' } }
  if (AMP.test(url)) return { at: range, message: 'private', data: { what: 'a copy for phones (AMP)' } }
  if (kind === 'own-site' && host !== '') {
    const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/'
    return {
      at: range,
      message: 'own',
      data: { path: shortened(path) },
      suggestions: [{ title: `Write "${shortened(path)}"`, edits: [{ ...range, text: path }] }],
    }
  }
  if (!/^http:\/\//i.test(url) || LOCAL.test(host)) return undefined
  const edit = { start: range.start, end: range.start + 'http'.length, text: 'https' }
  return { at: range, message: 'insecure', suggestions: [{ title: 'Write "https"', edits: [edit] }] }
}

const LONGEST = 40

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** The first run of parameters to remove, with the mark that ties it to the rest. */
function trackingEdits(
  url: string,
  { start }: Range,
  strip: readonly string[],
): { at: Range; part: string; edits: Edit[] } | undefined {
  const question = url.indexOf('?')
  if (question < 0) return undefined
  const hash = url.indexOf('#', question)
  const end = hash < 0 ? url.length : hash
  const edits: Edit[] = []
  const parameters = url.slice(question + 1, end).split('&')
  const kept = parameters.filter((parameter) => !isStripped(parameter, strip)).length
  if (kept === parameters.length) return undefined
  if (kept === 0) edits.push({ start: start + question, end: start + end, text: '' })
  else {
    let at = question + 1
    let before = false
    for (const parameter of parameters) {
      const from = at
      at += parameter.length + 1
      if (!isStripped(parameter, strip)) before = true
      // The mark behind goes with leading ones, the mark in front with later ones.
      else
        edits.push(
          before
            ? { start: start + from - 1, end: start + at - 1, text: '' }
            : { start: start + from, end: start + at, text: '' },
        )
    }
  }
  const [first] = edits
  const at = { start: first!.start, end: first!.end }
  return { at, part: shortened(url.slice(at.start - start, at.end - start)), edits }
}

function isStripped(parameter: string, strip: readonly string[]): boolean {
  const name = parameter.split('=', 1)[0]!.toLowerCase().replace(/^amp;/, '')
  return strip.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))
}
