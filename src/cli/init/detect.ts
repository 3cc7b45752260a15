/** Which site generator and content-management system a folder uses, and where its posts are. Reads names and text, runs nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseCmsConfig } from '../../config/cms-schema.ts'
import { siteDomains } from '../../config/site-config.ts'

export interface Site {
  /** Names for people: `Gatsby`, `Decap CMS`. */
  systems: string[]
  /** Globs of posts. */
  contentFiles: string[]
  /** Configuration of the content-management system, when it can be read. */
  schema: string | undefined
  ownDomains: string[]
}

interface Generator {
  name: string
  /** One of these files gives it away. */
  files: string[]
  /** Needed besides, where the file's name says too little. */
  also?: (site: Folder) => boolean
  /** Where posts usually are. */
  folders: string[]
}

const SCRIPTS = ['.js', '.ts', '.mjs', '.cjs', '.mts']
const scripts = (name: string) => SCRIPTS.map((end) => name + end)

const GENERATORS: Generator[] = [
  {
    name: 'Gatsby',
    files: scripts('gatsby-config'),
    folders: ['content', 'src/content', 'src/pages', 'src/posts', 'blog', 'posts'],
  },
  {
    name: 'Hugo',
    files: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config/_default/hugo.toml', 'config/_default/config.toml'],
    folders: ['content'],
  },
  {
    name: 'Hugo',
    files: ['config.toml', 'config.yaml'],
    also: (site) => site.has('content') || site.has('archetypes'),
    folders: ['content'],
  },
  { name: 'Astro', files: scripts('astro.config'), folders: ['src/content', 'content', 'src/pages', 'src/blog', 'src/data'] },
  { name: 'Jekyll', files: ['_config.yml', '_config.yaml'], folders: ['_posts', '_drafts', '_pages'] },
  {
    name: 'Eleventy',
    files: ['.eleventy.js', ...scripts('eleventy.config')],
    folders: ['content', 'src/posts', 'src/content', 'src/blog', 'posts', 'blog', 'src'],
  },
  {
    name: 'Next',
    files: scripts('next.config'),
    folders: ['content', 'posts', '_posts', 'src/content', 'src/posts', 'data', 'app', 'src/app', 'pages', 'src/pages'],
  },
]

const SCHEMAS = [
  'static/admin/config.yml',
  'public/admin/config.yml',
  'admin/config.yml',
  'src/admin/config.yml',
  'src/static/admin/config.yml',
]
const DEEPEST = 6

interface Folder {
  root: string
  has(name: string): boolean
}

export function detectSite(root: string): Site {
  const site: Folder = { root, has: (name) => existsSync(path.join(root, name)) }
  const generators = GENERATORS.filter(({ files, also }) => files.some(site.has) && (also?.(site) ?? true))
  const schema = SCHEMAS.find(site.has)
  const cms = schema === undefined ? undefined : readCms(site, schema)
  const usual = generators.flatMap(({ folders }) => folders)
  const folders = [...(cms?.folders ?? []), ...usual].filter((folder) => holdsPosts(path.join(root, folder), DEEPEST))
  return {
    systems: [...new Set([...generators.map(({ name }) => name), ...(cms ? [cms.name] : [])])],
    contentFiles: outermost(folders).map((folder) => `${folder}/**`),
    schema: cms?.readable ? schema : undefined,
    ownDomains: siteDomains((name) => readText(path.join(root, name))),
  }
}

/** Decap CMS was called Netlify CMS; the page that loads it tells which. */
function readCms(site: Folder, schema: string): { name: string; folders: string[]; readable: boolean } {
  const folder = path.join(site.root, path.dirname(schema))
  const pages = ['index.html', 'index.htm'].map((name) => readText(path.join(folder, name)) ?? '')
  const manifest = readText(path.join(site.root, 'package.json')) ?? ''
  const name = [...pages, manifest].some((text) => text.includes('netlify-cms')) ? 'Netlify CMS' : 'Decap CMS'
  try {
    const { collections } = parseCmsConfig(readText(path.join(site.root, schema)) ?? '', schema)
    const folders = collections.flatMap(({ folder: posts }) => (posts === undefined ? [] : [posts]))
    return { name, folders, readable: true }
  } catch {
    // A schema we cannot read still says which system it is.
    return { name, folders: [], readable: false }
  }
}

function holdsPosts(folder: string, depth: number): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/i.test(entry.name))) return true
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
  return depth > 0 && folders.some((entry) => holdsPosts(path.join(folder, entry.name), depth - 1))
}

/** Without folders that lie in another of the list. */
function outermost(folders: readonly string[]): string[] {
  const unique = [...new Set(folders)]
  return unique.filter((folder) => !unique.some((other) => other !== folder && folder.startsWith(`${other}/`)))
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
