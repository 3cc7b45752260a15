/** Pages of a site for `internal-link`: read when a link first asks for them, and then once. */
import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'
import { routesOf, type SiteFile } from '../post/page-routes.ts'
import type { Anchors, Project, SiteRoutes } from '../post/types.ts'
import { readPost } from './read-post.ts'

/** Files that show that addresses are made from files. */
const GENERATORS = [
  ...['js', 'ts', 'mjs', 'cjs', 'mts'].flatMap((end) =>
    ['gatsby-config', 'astro.config', 'next.config', 'nuxt.config', 'docusaurus.config', 'eleventy.config', 'svelte.config'].map(
      (name) => `${name}.${end}`,
    ),
  ),
  ...['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config/_default', '_config.yml', '_config.yaml'],
  ...['.eleventy.js', 'mkdocs.yml', 'mkdocs.yaml', '.vuepress', 'docs/.vuepress', 'docs/.vitepress', '.vitepress', 'book.toml'],
]
const SKIPPED = /^(?:\..*|node_modules|vendor|dist|build|out|coverage|_site|public|static|test|tests|__tests__)$/
const PAGE = /\.(?:md|mdx|markdown|html)$/i
/** Code is a page only where a generator looks for pages. */
const CODE_PAGE = /(?:^|\/)(?:pages|app|routes)\/.*\.(?:astro|jsx?|tsx?|vue|svelte)$/i
const MOST_FILES = 50_000

export function createSitePages(
  folder: string,
  findFile: (name: string) => string | undefined,
  read: (text: string, name: string) => Anchors,
): Pick<Project, 'anchorsAt' | 'routes'> {
  const anchors = new Map<string, Anchors | undefined>()
  let routes: SiteRoutes | undefined
  return {
    anchorsAt(name) {
      if (!anchors.has(name)) {
        const content = readPost(path.join(folder, name))
        // A copy: a part of a string keeps the whole text in memory.
        anchors.set(name, 'text' in content ? (JSON.parse(JSON.stringify(read(content.text, name))) as Anchors) : undefined)
      }
      return anchors.get(name)
    },
    routes: GENERATORS.some((name) => findFile(name) !== undefined)
      ? () => {
          routes ??= routesOf(pagesUnder(folder))
          return routes
        }
      : undefined,
  }
}

/** One at a time, so that no more than one text is held. */
function* pagesUnder(root: string): Generator<SiteFile> {
  const folders = ['']
  let count = 0
  for (let folder = folders.pop(); folder !== undefined && count < MOST_FILES; folder = folders.pop()) {
    for (const entry of entriesOf(path.join(root, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!SKIPPED.test(entry.name)) folders.push(name)
      } else if (PAGE.test(name) || CODE_PAGE.test(name)) {
        count++
        const content = /\.html$/i.test(name) || !PAGE.test(name) ? undefined : readPost(path.join(root, name))
        yield { path: name, text: content && 'text' in content ? content.text : undefined }
      }
    }
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
