import { defineRule } from '../src/lint/define-rule.ts'
import { shortened } from '../src/lint/shortened.ts'
import { anchorsOf, answerTo } from '../src/post/anchors.ts'
import { globMatcher } from '../src/post/globs.ts'
import { pathOf } from '../src/post/media.ts'
import { routeAnswer } from '../src/post/page-routes.ts'
import { findFirst, joinPath, placesOf } from '../src/post/site-files.ts'
import type { Link, Post } from '../src/post/types.ts'

interface Options {
  routes: string[]
}

export default defineRule<Options>({
  id: 'internal-link',
  family: 'links',
  purpose: 'links to own pages and headings lead somewhere',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 2,
  scope: 'project',
  needs: ['files'],
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    anchor: {
      text: 'This link leads nowhere: no heading here answers to {target}.',
      note: 'Readers stay where they are, or land at the top of the page.',
    },
    page: { text: 'This link leads nowhere: {target}.', note: 'Readers get an error page.' },
  },
  schema: {
    type: 'object',
    properties: {
      routes: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Globs of addresses that the site makes by itself.',
      },
    },
  },
  defaultOptions: { routes: [] },
  check(post, { options, report }) {
    const isMade = options.routes.length > 0 ? globMatcher(options.routes) : () => false
    for (const link of post.links) {
      if (link.image || !link.urlRange || link.kind === 'contact') continue
      const broken = judge(post, link, isMade)
      if (!broken) continue
      const { message, target, meant } = broken
      const suggestions = meant === undefined ? [] : [{ title: `Write "${meant}"`, edits: [{ ...link.urlRange, text: meant }] }]
      report({ at: link.urlRange, message, data: { target: shortened(target) }, suggestions })
    }
  },
})

interface Broken {
  message: 'anchor' | 'page'
  target: string
  meant?: string | undefined
}

function judge(post: Post, link: Link, isMade: (path: string) => boolean): Broken | undefined {
  const { url, host, kind } = link
  if (/[{}<>$]/.test(url) || (host !== '' && kind !== 'own-site') || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url)) return undefined
  const hash = url.indexOf('#')
  const anchor = hash < 0 ? '' : url.slice(hash + 1)
  const address = pathOf(url.replace(/^(?:https?:)?\/\/[^/?#]*/i, ''))
  if (isMade(address.replace(/^\//, ''))) return undefined
  if (address === '') return host === '' ? brokenAnchor(anchor, '', anchorsOf(post)) : undefined
  if (/\.mdx?$/i.test(address)) return brokenFile(post, address, anchor)
  const routes = address.startsWith('/') ? post.project.routes : undefined
  if (!routes || hasFile(post, address)) return undefined
  const answer = routeAnswer(address, routes())
  return answer === true
    ? undefined
    : {
        message: 'page',
        target: address,
        meant: answer.meant && `${answer.meant}${url.slice(url.indexOf(address) + address.length)}`,
      }
}

function brokenAnchor(anchor: string, before: string, anchors: ReturnType<typeof anchorsOf>): Broken | undefined {
  const answer = anchor === '' ? true : answerTo(anchor, anchors)
  if (answer === true || answer === undefined) return undefined
  return { message: 'anchor', target: `${before}#${anchor}`, ...(answer ? { meant: `${before}#${answer.meant}` } : {}) }
}

/** A link to a Markdown file: relative ones have one meaning, others may be counted from any root. */
function brokenFile({ project, path }: Post, address: string, anchor: string): Broken | undefined {
  const { findFile, anchorsAt } = project
  if (!findFile || path === undefined) return undefined
  const beside = joinPath(path, '..', address)
  if (!address.startsWith('/') && beside === undefined) return undefined
  const found = findFirst(findFile, address.startsWith('/') ? placesOf(address, path, CONTENT) : [beside])
  if (!found) return address.startsWith('/') ? undefined : { message: 'page', target: address }
  if (found.path !== found.wanted) return { message: 'page', target: address, meant: withCase(address, found.path) }
  const anchors = anchorsAt?.(found.path)
  return anchors && brokenAnchor(anchor, address, anchors)
}

const CONTENT = ['content', 'src/content', 'docs', 'src/pages', 'pages', '_posts', 'posts']

/** The file by its real name, with the steps up that the address has. */
function withCase(address: string, actual: string): string {
  const steps = /^(?:\.{1,2}\/)*/.exec(address)![0]
  const rest = address.slice(steps.length)
  return `${steps}${actual.slice(-rest.length)}`
}

const ENDINGS = ['.md', '.mdx', '/index.md', '/index.mdx', '/_index.md', '.html', '/index.html', '']

/** The usual case, without a look at the whole site: a file is called like the address. */
function hasFile({ project, path }: Post, address: string): boolean {
  const { findFile } = project
  if (!findFile || path === undefined) return false
  const bare = address.replace(/\/+$/, '')
  return (
    bare === '' ||
    ENDINGS.some((end) =>
      placesOf(`${bare}${end}`, path, CONTENT).some((place) => place !== undefined && findFile(place) !== undefined),
    )
  )
}
