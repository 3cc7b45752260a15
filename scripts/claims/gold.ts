/** The labelled posts of the claim gold (its GUIDELINE.md says what the columns mean), each with its units as medlint reads them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import type { Audience, PageType } from '../../src/lint/types.ts'
import type { Unit } from '../../src/post/claims/index.ts'
import { createPost } from '../../src/post/post.ts'
import type { Post } from '../../src/post/types.ts'

export interface GoldRow {
  start: number
  end: number
  text: string
  isClaim: boolean
  kind: string
  support: string
  shouldFlag: boolean
  borderline: boolean
}

export interface GoldPost {
  name: string
  /** Repository of the post: what is held out together in cross-validation. */
  site: string
  post: Post
  audience: Audience
  pageType: PageType
  rows: GoldRow[]
  /** Not the whole post was labelled: sentences drawn from those that medlint took for a claim or nearly. */
  sampled: boolean
}

interface Context {
  audience: Audience
  pageType: PageType
  ownDomains: string[]
}

const parse = await loadParser()

export function readGold(shared: string, set: 'gold' | 'gold-extra'): GoldPost[] {
  const folder = path.join(shared, 'data/claims', set)
  const contexts = JSON.parse(readFileSync(path.join(folder, 'context.json'), 'utf8')) as Record<string, Context>
  return readdirSync(path.join(folder, 'posts')).map((file) => {
    const { audience, pageType, ownDomains } = contexts[file]!
    const text = readFileSync(path.join(folder, 'posts', file), 'utf8')
    const post = createPost(text, { parse, resources: nodeResources, path: file, project: { ownDomains } })
    const name = file.replace(/\.mdx?$/, '')
    const rows = readRows(path.join(folder, `${name}.tsv`))
    return { name, site: name.slice(0, name.indexOf('__')), post, audience, pageType, rows, sampled: false }
  })
}

function readRows(file: string): GoldRow[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const names = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[names.indexOf(name)] ?? ''
    return {
      start: Number(cell('start')),
      end: Number(cell('end')),
      text: cell('text'),
      isClaim: cell('is_claim') === '1',
      kind: cell('claim_kind'),
      support: cell('has_support'),
      shouldFlag: cell('should_flag') === '1',
      borderline: cell('borderline') === '1',
    }
  })
}

interface LabelFile {
  posts: {
    path: string
    sha1: string
    audience: Audience
    ownDomains: string[]
    sampled?: boolean
    rows: (number | string)[][]
  }[]
}

/** The posts of the corpus labelled in bench/labels/claims.json; those whose file has changed are left out. */
export function readLabelled(shared: string, root: string): GoldPost[] {
  const { posts } = JSON.parse(readFileSync(path.join(root, 'bench/labels/claims.json'), 'utf8')) as LabelFile
  return posts.flatMap(({ path: file, sha1, audience, ownDomains, sampled = false, rows }) => {
    const bytes = readFileSync(path.join(shared, 'corpus', file))
    if (createHash('sha1').update(bytes).digest('hex') !== sha1) return []
    const text = bytes.toString('utf8')
    const post = createPost(text, { parse, resources: nodeResources, path: file, project: { ownDomains } })
    const site = file.slice(0, file.indexOf('/'))
    return [
      {
        name: file,
        site,
        post,
        audience,
        pageType: 'article' as const,
        rows: rows.map((row) => labelledRow(text, row)),
        sampled,
      },
    ]
  })
}

/** The first pass decides; where the second differs the row is borderline. */
function labelledRow(text: string, row: (number | string)[]): GoldRow {
  const [start, end] = [Number(row[0]), Number(row[1])]
  return {
    start,
    end,
    text: text.slice(start, end).replace(/\s+/g, ' '),
    isClaim: row[2] === 1,
    kind: String(row[3]),
    support: String(row[4]),
    shouldFlag: row[5] === 1,
    borderline: row[10] === 1,
  }
}

/** The unit that shares most with each row; `undefined` where medlint sees no prose. */
export function unitsOf({ post, rows }: GoldPost): (Unit | undefined)[] {
  const { units } = post.study
  return rows.map((row) => {
    let best: Unit | undefined
    let most = 0
    for (const unit of units) {
      const { start, end } = unit.reading.sentence
      const shared = Math.min(end, row.end) - Math.max(start, row.start)
      if (shared > most) {
        most = shared
        best = unit
      }
    }
    return best
  })
}
