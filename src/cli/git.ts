/** What git knows of changes. Calls `git` without a shell and reads names separated by NUL, so that no name is misread. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { LineRange } from '../lint/changed-lines.ts'
import { UsageError } from './usage-error.ts'

export interface ChangeQuery {
  /** `changed`: since the last commit; `since`: since the branch left `ref`; `staged`: what the next commit will hold. */
  kind: 'changed' | 'since' | 'staged'
  ref: string | undefined
  /** Also ask which lines changed. */
  lines: boolean
}

export interface ChangedFile {
  absolute: string
  isNew: boolean
  /** Path in the base, relative to the top of the repository; differs from the present one after a rename. */
  before: string | undefined
  /** Lines that changed, from 1; undefined: all, or not asked for. */
  lines: LineRange[] | undefined
  /** The staged text differs from the file on disk: read it with `readBlob`. */
  blob: string | undefined
}

export interface Changes {
  /** Top folder of the repository. */
  top: string
  /** The commit (or empty tree) that was compared with. */
  base: string
  files: ChangedFile[]
}

/** Settings of a user that would change the output are overruled. */
const DIFF = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules=all', '-M', '--diff-filter=d']
const LINES = ['-p', '-U0', '--inter-hunk-context=0', '--text', '--src-prefix=a/', '--dst-prefix=b/']
const LINK = '120000'

/** Files that changed, deleted ones left out, those in submodules too: each of these is a repository of its own. */
export async function findChanges(query: ChangeQuery, folder: string): Promise<Changes> {
  const git = (words: string[], input?: string) => runGit(words, folder, query, input)
  const [top, base] = await Promise.all([topOf(git, query), baseOf(git, query)])
  const format = query.lines ? [...DIFF, ...LINES] : DIFF
  const staged = query.kind === 'staged'
  const [diff, others] = await Promise.all([
    output(git(['diff', '--raw', '-z', ...format, ...(staged ? ['--cached'] : []), base])),
    staged
      ? output(git(['diff', '--name-only', '-z', ...DIFF.slice(0, -1)]))
      : output(git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'])),
  ])
  const listed = others.split('\0').filter((name) => name !== '')
  const absoluteOf = (name: string) => path.join(top, name)
  const unstaged = new Set(staged ? listed : [])
  const tracked = readDiff(diff, query.lines).map(
    ({ name, ...rest }): ChangedFile => ({
      ...rest,
      absolute: absoluteOf(name),
      blob: unstaged.has(name) ? `:${name}` : undefined,
    }),
  )
  // A repository inside this one that is no submodule is listed as a folder.
  const untracked = staged ? [] : listed.filter((name) => !name.endsWith('/'))
  const files = [
    ...tracked,
    ...untracked.map((name) => ({
      absolute: absoluteOf(name),
      isNew: true,
      before: undefined,
      lines: undefined,
      blob: undefined,
    })),
  ]
  return { top, base, files }
}

/** Files of the base that are no longer there, renamed ones left out. */
export async function deletedFiles(
  { kind }: ChangeQuery,
  base: string,
  top: string,
  folder: string,
): Promise<{ absolute: string; name: string }[]> {
  const words = [
    'diff',
    '--name-only',
    '-z',
    ...DIFF.slice(0, -1),
    '--diff-filter=D',
    ...(kind === 'staged' ? ['--cached'] : []),
    base,
  ]
  const names = (await output(runGit(words, folder, undefined))).split('\0').filter((name) => name !== '')
  return names.map((name) => ({ name, absolute: path.join(top, name) }))
}

/** Bytes of a file in the index (`:path`) or in a commit (`commit:path`), path relative to the top; undefined when it is not there. */
export async function readBlob(name: string, folder: string): Promise<Buffer | undefined> {
  const { status, stdout } = await runGit(['cat-file', 'blob', name], folder, undefined)
  return status === 0 ? stdout : undefined
}

type Git = (words: string[], input?: string) => Promise<GitResult>

async function topOf(git: Git, { kind }: ChangeQuery): Promise<string> {
  const { status, stdout, stderr } = await git(['rev-parse', '--show-toplevel'])
  if (status === 0) return path.resolve(stdout.toString('utf8').replace(/\r?\n$/, ''))
  const option = `--${kind}`
  if (/not a git repository/.test(stderr)) throw new UsageError(`Leave out ${option} here: this folder is in no git repository.`)
  if (/must be run in a work tree/.test(stderr))
    throw new UsageError(`Leave out ${option} here: this git repository has no files checked out.`)
  throw new UsageError(`Mend what git says, or leave out ${option}: ${firstLine(stderr)}.`)
}

async function baseOf(git: Git, { kind, ref }: ChangeQuery): Promise<string> {
  if (kind === 'since') return mergeBase(git, ref ?? 'HEAD')
  const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  // Before the first commit everything is new.
  return head.status === 0 ? text(head) : text(await git(['hash-object', '-t', 'tree', '--stdin'], ''))
}

async function mergeBase(git: Git, ref: string): Promise<string> {
  if (ref.startsWith('-') || ref.trim() === '') throw new UsageError(`Write a branch, tag or commit after --since, not "${ref}".`)
  const base = await git(['merge-base', ref, 'HEAD'])
  if (base.status === 0) return text(base)
  const [commit, head, shallow] = await Promise.all([
    git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]),
    git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']),
    git(['rev-parse', '--is-shallow-repository']),
  ])
  const isShallow = text(shallow) === 'true'
  if (commit.status !== 0) {
    const fetch = isShallow ? ' This clone is shallow: fetch that branch first.' : ' Fetch it first, or correct the name.'
    throw new UsageError(`Correct --since: this repository has no commit "${ref}".${fetch}`)
  }
  if (head.status !== 0) throw new UsageError('Leave out --since: this repository has no commit yet to compare with.')
  if (isShallow) {
    throw new UsageError(
      `Fetch more history for --since: this clone is shallow and does not reach the commit that "${ref}" and HEAD share.` +
        ' Use "git fetch --unshallow", or fetch-depth: 0 in actions/checkout.',
    )
  }
  throw new UsageError(`Choose another commit for --since: "${ref}" and HEAD have no history in common.`)
}

interface DiffEntry {
  name: string
  isNew: boolean
  before: string | undefined
  lines: LineRange[] | undefined
}

/** `--raw -z`: `:modes hashes status NUL name NUL` (two names after a rename), then an empty field and the patch in the same order. */
function readDiff(diff: string, withLines: boolean): DiffEntry[] {
  const end = withLines ? diff.indexOf('\0\0') : diff.length
  const fields = diff.slice(0, end < 0 ? diff.length : end).split('\0')
  const entries: DiffEntry[] = []
  const modes: string[] = []
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const [, mode = '', , , status = ''] = fields[at]!.split(' ')
    const renamed = /^[RC]/.test(status)
    const old = fields[at + 1]!
    const name = renamed ? fields[at + 2]! : old
    const isNew = status === 'A'
    entries.push({ name, isNew, before: isNew ? undefined : old, lines: undefined })
    modes.push(mode)
    at += renamed ? 3 : 2
  }
  if (!withLines) return entries
  const patches = patchesOf(end < 0 ? '' : diff.slice(end + 2))
  // Rather all lines than those of another file.
  if (patches.length !== entries.length) return entries
  return entries.map((entry, index) => ({
    ...entry,
    lines: entry.isNew || modes[index] === LINK ? undefined : patches[index],
  }))
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/

/** Changed lines per file. Where lines were only taken out, the ones around count: they may have lost their source. */
function patchesOf(patch: string): LineRange[][] {
  const files: LineRange[][] = []
  for (const line of patch.split('\n')) {
    if (line.startsWith('diff --git ') || line.startsWith('* Unmerged path ')) files.push([])
    const hunk = HUNK.exec(line)
    if (!hunk) continue
    const first = Number(hunk[1])
    const count = Number(hunk[2] ?? 1)
    files.at(-1)?.push(count === 0 ? [Math.max(1, first), first + 1] : [first, first + count - 1])
  }
  return files
}

interface GitResult {
  status: number | null
  stdout: Buffer
  stderr: string
}

async function output(result: Promise<GitResult>): Promise<string> {
  const { status, stdout, stderr } = await result
  if (status !== 0) throw new UsageError(`Mend what git says: ${firstLine(stderr) || `it ended with ${status}`}.`)
  return stdout.toString('utf8')
}

function text({ stdout }: GitResult): string {
  return stdout.toString('utf8').trim()
}

function firstLine(stderr: string): string {
  return stderr.trim().split('\n')[0]!.replace(/\.$/, '')
}

/** In English whatever the user's language, without locks that a run beside would meet, and never from the network. */
const ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' }

function runGit(words: string[], folder: string, query: ChangeQuery | undefined, input?: string): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', words, { cwd: folder, env: { ...process.env, ...ENVIRONMENT }, windowsHide: true })
    const parts: Buffer[] = []
    let stderr = ''
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      const option = query === undefined ? 'this option' : `--${query.kind}`
      const reason = error.code === 'ENOENT' ? 'git was not found' : `git could not be started (${error.code ?? error.message})`
      reject(new UsageError(`Install git, or leave out ${option}: ${reason}.`))
    })
    child.on('close', (status) => resolve({ status, stdout: Buffer.concat(parts), stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
