/** `medlint refs [files]`: reference lists shown, exported, or rewritten into one style. */
import path from 'node:path'
import { applyEdits } from '../lint/fixes.ts'
import { REFERENCE_STYLES, type ReferenceStyle } from '../post/references/format/index.ts'
import { didYouMean } from '../post/suggest.ts'
import type { Post } from '../post/types.ts'
import { toBibtex } from '../references/bibtex.ts'
import { exportItems } from '../references/items.ts'
import { listData, listText } from '../references/list-text.ts'
import { previewText } from '../references/preview.ts'
import { rewriteList } from '../references/rewrite-list.ts'
import { toRis } from '../references/ris.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { reasonOf, selectFiles } from './files.ts'
import { createIgnored } from './ignored.ts'
import { createOutput } from './output.ts'
import { createPostLinter } from './post-linter.ts'
import { decode, readPost } from './read-post.ts'
import { readStandardInput } from './standard-input.ts'
import { columns } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { writeWhole } from './write-file.ts'

const EXPORTS = ['csl-json', 'bibtex', 'ris'] as const
type ExportFormat = (typeof EXPORTS)[number]

interface ReadPost {
  absolute: string
  shown: string
  post: Post
}

export async function referencesOf(given: Arguments): Promise<number> {
  const style = given.style === undefined ? undefined : chosen('--style', given.style, REFERENCE_STYLES)
  const format = given.export === undefined ? undefined : chosen('--export', given.export, EXPORTS)
  check(given, style, format)
  const { posts, broken } = await readPosts(given)
  const [report] = given.reports
  const isJson = report?.format === 'json'
  const output = createOutput(report?.file)
  let failed = broken
  if (style) {
    const asJson: unknown[] = []
    let rewritten = 0
    for (const { absolute, shown, post } of posts) {
      const rewrite = rewriteList(post, { style, italics: given.italics })
      if (given.write && rewrite.edits.length > 0) {
        if (writeBack(absolute, shown, applyEdits(post.text, rewrite.edits))) rewritten++
        else failed = true
      }
      if (isJson) asJson.push({ path: shown, ...rewriteData(rewrite) })
      else await output.write(previewText(post, shown, rewrite, style))
    }
    if (isJson) await output.write(`${JSON.stringify(asJson, null, 2)}\n`)
    else if (given.write) process.stderr.write(`medlint: ${counted(rewritten, 'file')} written.\n`)
    else process.stderr.write('medlint: Nothing was written: add --write to change the files.\n')
  } else if (format) {
    await output.write(exported(posts, format))
  } else if (isJson) {
    await output.write(
      `${JSON.stringify(
        posts.map(({ shown, post }) => ({ path: shown, ...listData(post) })),
        null,
        2,
      )}\n`,
    )
  } else {
    for (const { shown, post } of posts) await output.write(listText(post, shown, columns()))
  }
  await output.end()
  return failed ? 2 : 0
}

function check(given: Arguments, style: ReferenceStyle | undefined, format: ExportFormat | undefined): void {
  if (style && format) throw new UsageError('Choose --style or --export: one rewrites the posts, the other writes another file.')
  if (given.write && !style) throw new UsageError('Add --style apa, ama or nlm: --write needs to know the style.')
  if (!given.italics && !style) throw new UsageError('Use --no-italics with --style.')
  if (given.write && given.stdin) throw new UsageError('Name the files: --write has nothing to write with --stdin.')
  const [report, another] = given.reports
  if (another) throw new UsageError('Choose one --format with "medlint refs".')
  if (report && report.format !== 'stylish' && report.format !== 'json')
    throw new UsageError(`Choose stylish or json with "medlint refs": it has no format "${report.format}".`)
  if (given.fix !== 'no') throw new UsageError('Use --write instead of --fix with "medlint refs".')
}

function chosen<Name extends string>(option: string, name: string, names: readonly Name[]): Name {
  const found = names.find((each) => each === name.toLowerCase())
  if (!found)
    throw new UsageError(`Choose from ${names.join(', ')} after ${option}: there is no "${name}".${didYouMean(name, names)}`)
  return found
}

async function readPosts(given: Arguments): Promise<{ posts: ReadPost[]; broken: boolean }> {
  const workingFolder = process.cwd()
  const linter = await createPostLinter(createConfigs(given, workingFolder), workingFolder)
  const posts: ReadPost[] = []
  let broken = false
  const add = async (absolute: string, shown: string, content: ReturnType<typeof readPost>) => {
    if ('problem' in content) {
      process.stderr.write(`medlint: ${shown}: ${content.problem}\n`)
      broken = true
    } else posts.push({ absolute, shown, post: linter.postOf(content.text, await linter.placeOf(absolute)) })
  }
  if (given.stdin) {
    const name = given.stdinFilename ?? 'stdin.md'
    await add(path.resolve(workingFolder, name), given.stdinFilename ?? '<stdin>', decode(await readStandardInput()))
    return { posts, broken }
  }
  const isIgnored = createIgnored(workingFolder, given)
  const selection = selectFiles(given.names, { workingFolder, extensions: given.extensions, isIgnored })
  for (const { shown, reason } of selection.unreadable) {
    process.stderr.write(`medlint: ${shown}: Check this path: it could not be read (${reason}).\n`)
    broken = true
  }
  if (!given.allowUnmatched && selection.unmatched.length > 0) {
    for (const name of selection.unmatched)
      process.stderr.write(`medlint: Check the name: no ${given.extensions.join(', ')} file in "${name}".\n`)
    broken = true
  }
  for (const { absolute, shown } of selection.files) await add(absolute, shown, readPost(absolute))
  return { posts, broken }
}

function writeBack(absolute: string, shown: string, text: string): boolean {
  try {
    writeWhole(absolute, text)
    return true
  } catch (error) {
    process.stderr.write(`medlint: ${shown}: Check this file: it could not be written (${reasonOf(error)}).\n`)
    return false
  }
}

function exported(posts: readonly ReadPost[], format: ExportFormat): string {
  const { items, skipped } = exportItems(posts.flatMap(({ post }) => post.references.entries))
  if (skipped.length > 0)
    process.stderr.write(`medlint: ${counted(skipped.length, 'entry', 'entries')} without title and address left out.\n`)
  if (format === 'bibtex') return toBibtex(items)
  if (format === 'ris') return toRis(items)
  return `${JSON.stringify(
    items.map(({ item }) => item),
    null,
    2,
  )}\n`
}

function rewriteData({ edits, changed, untouched, reordered, inText, obstacle }: ReturnType<typeof rewriteList>) {
  return {
    edits,
    changed: changed.map(({ entry, before, after, omitted }) => ({ start: entry.start, end: entry.end, before, after, omitted })),
    untouched: untouched.map(({ entry, offset, reason }) => ({ start: entry.start, end: entry.end, offset, reason })),
    reordered,
    inText,
    obstacle: obstacle ?? null,
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
