/** The command line's options, read and checked. */
import { parseArgs } from 'node:util'
import { didYouMean } from '../post/suggest.ts'
import { FORMATS, type Format } from '../report/index.ts'
import type { ChangeQuery } from './git.ts'
import type { Suppressing } from './suppressions.ts'
import { UsageError } from './usage-error.ts'

const OPTIONS = {
  config: { type: 'string', short: 'c' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  format: { type: 'string', short: 'f', multiple: true },
  'output-file': { type: 'string', short: 'o' },
  quiet: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  stdin: { type: 'boolean' },
  stdio: { type: 'boolean' },
  /** Said by VS Code; the server ends when that process does. */
  clientProcessId: { type: 'string' },
  'stdin-filename': { type: 'string' },
  ndjson: { type: 'boolean' },
  watch: { type: 'boolean' },
  shard: { type: 'string' },
  'print-config': { type: 'string' },
  explain: { type: 'string' },
  'list-rules': { type: 'boolean' },
  init: { type: 'boolean' },
  yes: { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
  now: { type: 'string' },
  'no-inline-config': { type: 'boolean' },
  'report-unused-disable-directives': { type: 'boolean' },
  changed: { type: 'boolean' },
  since: { type: 'string' },
  staged: { type: 'boolean' },
  'changed-lines': { type: 'boolean' },
  'suppress-all': { type: 'boolean' },
  'suppress-rule': { type: 'string', multiple: true },
  'prune-suppressions': { type: 'boolean' },
  'suppressions-location': { type: 'string' },
  'pass-on-unpruned-suppressions': { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  'max-score-drop': { type: 'string' },
  compare: { type: 'string' },
  'write-ceilings': { type: 'boolean' },
  'ignore-path': { type: 'string' },
  'ignore-pattern': { type: 'string', multiple: true },
  'no-ignore': { type: 'boolean' },
  'no-error-on-unmatched-pattern': { type: 'boolean' },
  ext: { type: 'string', multiple: true },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  stats: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  style: { type: 'string' },
  write: { type: 'boolean' },
  'no-italics': { type: 'boolean' },
  export: { type: 'string' },
  debug: { type: 'boolean' },
} as const

/** One report: its format, and its file unless it goes to standard output. */
export interface ReportTarget {
  format: Format
  file: string | undefined
}

/** The share `index` (from 1) of `count`. */
export interface Shard {
  index: number
  count: number
}

export interface Arguments {
  command:
    | 'lint'
    | 'ndjson'
    | 'watch'
    | 'merge'
    | 'inspect'
    | 'refs'
    | 'lsp'
    | 'score'
    | 'gate'
    | 'print-config'
    | 'explain'
    | 'list-rules'
    | 'init'
    | 'version'
    | 'help'
  /** Files, folders and globs. */
  names: string[]
  /** The rule to explain or the file whose configuration is printed. */
  subject: string
  config: string | undefined
  fix: 'no' | 'write' | 'dry-run'
  /** At least one, of which one at most goes to standard output. */
  reports: ReportTarget[]
  quiet: boolean
  maxWarnings: number
  stdin: boolean
  stdinFilename: string | undefined
  shard: Shard | undefined
  yes: boolean
  now: string | undefined
  comments: boolean
  reportUnused: boolean
  /** Only what changed; undefined: everything. */
  changes: ChangeQuery | undefined
  suppress: Suppressing
  suppressionsLocation: string | undefined
  allowStale: boolean
  cache: boolean
  /** File, or folder for it. */
  cacheLocation: string | undefined
  /** Points a changed page may lose at the gate; undefined: as configured. */
  maxScoreDrop: number | undefined
  writeCeilings: boolean
  /** Scores of an earlier run. */
  compare: string | undefined
  ignorePath: string | undefined
  ignorePatterns: string[]
  ignore: boolean
  allowUnmatched: boolean
  /** Endings with the dot, lower case. */
  extensions: string[]
  color: boolean | undefined
  stats: boolean
  only: string[] | undefined
  /** Of `medlint refs`; checked by the command. */
  style: string | undefined
  export: string | undefined
  write: boolean
  italics: boolean
}

/** Commands by name; everything else is one of the options. */
const COMMANDS = ['inspect', 'refs', 'lsp', 'merge', 'score', 'gate'] as const
/** Options about files on disk. */
const OF_FILES = ['changed', 'since', 'staged', 'changed-lines', 'suppress-all', 'suppress-rule', 'prune-suppressions']
const EXTENSIONS = ['.md', '.markdown', '.mdx']

export function readArguments(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Arguments {
  const { values, positionals } = parse(words)
  const named = COMMANDS.find((name) => name === positionals[0])
  const lists = (option: string[] | undefined) => option?.flatMap((each) => each.split(',')).map((each) => each.trim())
  const result: Arguments = {
    command: values.ndjson ? 'ndjson' : values.watch ? 'watch' : 'lint',
    names: named ? positionals.slice(1) : positionals,
    subject: '',
    config: values.config ?? (environment.MEDLINT_CONFIG_PATH || undefined),
    fix: values['fix-dry-run'] ? 'dry-run' : values.fix ? 'write' : 'no',
    reports: reportsOf(values.format ?? [environment.MEDLINT_OUTPUT_FORMAT || 'stylish'], values['output-file']),
    quiet: values.quiet ?? false,
    maxWarnings: maximumOf(values['max-warnings']),
    stdin: values.stdin ?? false,
    stdinFilename: values['stdin-filename'],
    shard: shardOf(values.shard),
    yes: values.yes ?? false,
    now: dateOf(values.now),
    comments: !values['no-inline-config'],
    reportUnused: values['report-unused-disable-directives'] ?? false,
    changes: changesOf(values),
    suppress: suppressingOf(values, lists(values['suppress-rule'])),
    suppressionsLocation: values['suppressions-location'],
    allowStale: values['pass-on-unpruned-suppressions'] ?? false,
    cache: values.cache ?? false,
    cacheLocation: values['cache-location'],
    maxScoreDrop: wholeNumberOf('max-score-drop', values['max-score-drop']),
    writeCeilings: values['write-ceilings'] ?? false,
    compare: values.compare,
    ignorePath: values['ignore-path'],
    ignorePatterns: values['ignore-pattern'] ?? [],
    ignore: !values['no-ignore'],
    allowUnmatched: values['no-error-on-unmatched-pattern'] ?? false,
    extensions: (lists(values.ext) ?? EXTENSIONS)
      .filter((end) => end !== '')
      .map((end) => `.${end.replace(/^\./, '').toLowerCase()}`),
    color: values['no-color'] ? false : values.color,
    stats: values.stats ?? false,
    only: lists(values.only),
    style: values.style,
    export: values.export,
    write: values.write ?? false,
    italics: !values['no-italics'],
  }
  if (named) result.command = named
  if (values.init) result.command = 'init'
  if (values['list-rules']) result.command = 'list-rules'
  if (values['print-config'] !== undefined) Object.assign(result, { command: 'print-config', subject: values['print-config'] })
  if (values.explain !== undefined) Object.assign(result, { command: 'explain', subject: values.explain })
  if (values.version) result.command = 'version'
  if (values.help) result.command = 'help'
  checkTogether(result, values)
  return result
}

function checkTogether(
  { command, names, stdin, fix, only, extensions, shard, changes, suppress }: Arguments,
  values: Record<string, unknown>,
): void {
  if (values.fix && values['fix-dry-run']) throw new UsageError('Choose --fix or --fix-dry-run: one writes, the other does not.')
  if (command === 'score' || command === 'gate') {
    if (stdin || fix !== 'no' || suppress || changes?.lines)
      throw new UsageError(`Leave out --stdin, fixes, suppressions and --changed-lines: medlint ${command} reads whole files.`)
  }
  if (values['max-score-drop'] !== undefined && command !== 'gate')
    throw new UsageError('Use --max-score-drop with "medlint gate".')
  if (values['write-ceilings']) {
    if (command !== 'gate') throw new UsageError('Use --write-ceilings with "medlint gate".')
    if (changes) throw new UsageError(`Leave out --${changes.kind}: ceilings are those of the whole site.`)
  }
  if (values.compare !== undefined && command !== 'score') throw new UsageError('Use --compare with "medlint score".')
  if (stdin && names.length > 0) throw new UsageError('Name files or use --stdin, not both.')
  if (stdin && fix === 'write') throw new UsageError('Use --fix-dry-run --format json with --stdin: there is no file to write.')
  if (values['stdin-filename'] !== undefined && !stdin)
    throw new UsageError('Add --stdin: --stdin-filename only names what is read there.')
  if (values.staged && (values.changed || values.since !== undefined))
    throw new UsageError(
      'Choose --staged or --changed, --since: one is what the next commit will hold, the others the files on disk.',
    )
  if (changes && stdin)
    throw new UsageError(`Leave out --stdin or --${changes.kind}: git does not know the text on standard input.`)
  if (changes?.kind === 'staged' && fix === 'write')
    throw new UsageError('Use --changed --fix, then "git add": what is staged is no file to write.')
  if (changes?.lines && fix !== 'no') throw new UsageError('Leave out --changed-lines or the fixes: fixes move lines.')
  if (suppress && (stdin || changes?.lines || changes?.kind === 'staged'))
    throw new UsageError('Write the baseline from whole files on disk: leave out --stdin, --staged and --changed-lines.')
  if (suppress && fix !== 'no')
    throw new UsageError('Run --fix first, then write the baseline: both at once would keep what is fixed.')
  if (values['cache-location'] !== undefined && !values.cache)
    throw new UsageError('Add --cache: --cache-location only says where it is.')
  if (values.yes && command !== 'init') throw new UsageError('Use --yes with --init: there is nothing else to agree to.')
  if ((values.stdio || values.clientProcessId !== undefined) && command !== 'lsp')
    throw new UsageError('Use --stdio with "medlint lsp": nothing else speaks that way.')
  if (command === 'lsp' && names.length > 0) throw new UsageError('Name no files after "medlint lsp": the editor opens them.')
  if (only && command !== 'inspect') throw new UsageError('Use --only with "medlint inspect <file>".')
  if (command !== 'refs') {
    const own = ['style', 'write', 'no-italics', 'export'].find((option) => values[option] !== undefined)
    if (own) throw new UsageError(`Use --${own} with "medlint refs [files]".`)
  }
  if (command === 'ndjson') {
    if (names.length > 0 || stdin) throw new UsageError('Name files, or use --stdin, or use --ndjson: one of the three.')
    if (fix === 'write') throw new UsageError('Use --fix-dry-run with --ndjson: there is no file to write.')
    const other = ['format', 'output-file', 'stats', 'cache', ...OF_FILES].find((option) => values[option] !== undefined)
    if (other !== undefined) throw new UsageError(`Leave out --${other}: --ndjson prints a line for each document.`)
  }
  if (values.watch) {
    const other = ['stdin', 'ndjson', 'shard', 'staged', 'suppress-all', 'suppress-rule', 'prune-suppressions'].find(
      (option) => values[option] !== undefined,
    )
    if (other !== undefined) throw new UsageError(`Leave out --${other} or --watch: files on disk are watched, again and again.`)
    if (command !== 'watch' && command !== 'help') throw new UsageError('Use --watch with names of files or folders alone.')
  }
  if (shard && suppress) throw new UsageError('Write the baseline in one run: leave out --shard.')
  if (shard && (stdin || command !== 'lint')) throw new UsageError('Use --shard with names of files or folders alone.')
  if (command === 'merge') {
    if (names.length === 0) throw new UsageError('Name the files that --format blob wrote: medlint merge <files>.')
    const other = ['config', 'fix', 'fix-dry-run', 'stdin', 'ndjson', 'now', 'stats', 'cache', ...OF_FILES].find(
      (option) => values[option] !== undefined,
    )
    if (other !== undefined) throw new UsageError(`Leave out --${other}: "medlint merge" only prints what was found before.`)
  }
  if (extensions.length === 0) throw new UsageError('Name at least one ending with --ext, for example --ext .md,.mdx.')
}

function changesOf(values: {
  changed?: boolean
  since?: string
  staged?: boolean
  'changed-lines'?: boolean
}): ChangeQuery | undefined {
  const { changed, since, staged } = values
  const lines = values['changed-lines'] ?? false
  if (!changed && since === undefined && !staged && !lines) return undefined
  return { kind: staged ? 'staged' : since === undefined ? 'changed' : 'since', ref: since, lines }
}

interface SuppressValues {
  'suppress-all'?: boolean
  'prune-suppressions'?: boolean
}

function suppressingOf(values: SuppressValues, rules: string[] | undefined): Suppressing {
  const chosen = [values['suppress-all'], rules, values['prune-suppressions']].filter(Boolean)
  if (chosen.length > 1) throw new UsageError('Choose one of --suppress-all, --suppress-rule and --prune-suppressions.')
  if (values['suppress-all']) return { kind: 'all' }
  if (rules) return { kind: 'rules', rules }
  return values['prune-suppressions'] ? { kind: 'prune' } : undefined
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(explained(error))
  }
}

/** Node's sentence, with the option that was probably meant. */
function explained(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const unknown = /^Unknown option '(-[^']*)'/.exec(text)?.[1]
  if (unknown === undefined) return `${text.split('. ')[0]!.replace(/\.$/, '')}.`
  const name = unknown.replace(/^-+/, '')
  const known = Object.keys(OPTIONS)
  return `Correct the option "${unknown}": there is no such option.${didYouMean(name, known).replace(/"(.*)"/, '--$1')} See medlint --help.`
}

/** From `name` and `name:file`; `--output-file` is the file of the one that has none. */
function reportsOf(given: readonly string[], outputFile: string | undefined): ReportTarget[] {
  const reports = given.map(reportOf)
  const [first, second] = reports.filter(({ file }) => file === undefined)
  if (second) {
    const { format } = second
    throw new UsageError(
      `Name a file for "${format}", as in --format ${format}:report.txt: one format alone can go to standard output.`,
    )
  }
  if (outputFile !== undefined) {
    if (!first) throw new UsageError('Leave out --output-file: every --format names its file.')
    first.file = outputFile
  }
  const files = reports.flatMap(({ file }) => file ?? [])
  const twice = files.find((file, index) => files.indexOf(file) < index)
  if (twice !== undefined) throw new UsageError(`Name another file for one of the formats: two cannot write "${twice}".`)
  return reports
}

function reportOf(given: string): ReportTarget {
  const colon = given.indexOf(':')
  const name = colon < 0 ? given : given.slice(0, colon)
  const format = FORMATS.find((each) => each === name)
  if (!format)
    throw new UsageError(`Choose a format from ${FORMATS.join(', ')}: there is no "${name}".${didYouMean(name, FORMATS)}`)
  if (colon === given.length - 1) throw new UsageError(`Name a file after "${given}".`)
  return { format, file: colon < 0 ? undefined : given.slice(colon + 1) }
}

function shardOf(value: string | undefined): Shard | undefined {
  if (value === undefined) return undefined
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number)
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(`Write --shard as "2/4", the second of four shares, not "${value}".`)
  return { index, count }
}

function maximumOf(value: string | undefined): number {
  if (value === undefined || value === '-1') return Number.POSITIVE_INFINITY
  return wholeNumberOf('max-warnings', value) ?? Number.POSITIVE_INFINITY
}

function wholeNumberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) throw new UsageError(`Write a whole number after --${option}, not "${value}".`)
  return Number(value)
}

function dateOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(value)) {
    throw new UsageError(`Write the date after --now as YYYY-MM-DD, not "${value}".`)
  }
  return value
}
