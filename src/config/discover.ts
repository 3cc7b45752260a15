/** Finding and reading configuration files on Node. A configuration of code is run only because the user named or placed it. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { checkConfig } from './check-config.ts'
import { ConfigError } from './config-error.ts'
import type { ParsedText } from './json-text.ts'
import { moduleUrl } from './module-url.ts'
import { loadPlugins } from './plugins.ts'
import { createResolver, type ResolveOptions, type Resolver } from './resolve.ts'
import type { Catalogue, Config } from './types.ts'

const FILES = ['.medlintrc', '.medlintrc.json', '.medlintrc.yml', '.medlintrc.yaml', '.medlintrc.js', '.medlintrc.mjs']
const DEEPEST_EXTENDS = 20

export interface LoadedConfig {
  /** Absolute path; undefined when nothing was found and the default holds. */
  file: string | undefined
  /** Folder that globs and paths of the configuration are relative to. */
  folder: string
  config: Config
  catalogue: Catalogue
  resolve: Resolver
  /** File and line of a key, for complaints about what it names. */
  placeOf(path: (string | number)[]): string
}

/** Folders remembered at a time: a stream of documents may name any number. */
const REMEMBERED = 10_000

/** The nearest configuration at or above a folder; remembers what it saw. */
export function createFinder(): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return function find(folder: string): string | undefined {
    if (known.has(folder)) return known.get(folder)
    if (known.size >= REMEMBERED) known.clear()
    const parent = path.dirname(folder)
    const found = configIn(folder) ?? (parent === folder ? undefined : find(parent))
    known.set(folder, found)
    return found
  }
}

function configIn(folder: string): string | undefined {
  const name = FILES.find((each) => existsSync(path.join(folder, each)))
  if (name) return path.join(folder, name)
  const packageFile = path.join(folder, 'package.json')
  return hasMedlintKey(packageFile) ? packageFile : undefined
}

function hasMedlintKey(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8')
    return text.includes('"medlint"') && Object.hasOwn(JSON.parse(text) as object, 'medlint')
  } catch {
    // No package.json, or one that npm itself would complain about: no configuration here.
    return false
  }
}

/** Reads and checks one configuration with all it extends. Throws a `ConfigError` that names file and line. */
export async function loadConfig(
  file: string,
  options: ResolveOptions,
  shown: (file: string) => string = (name) => name,
): Promise<LoadedConfig> {
  const reader: Reader = { catalogue: { rules: { ...options.rules }, presets: options.presets }, shown, problems: [] }
  const { config, lineOf } = await read(file, reader, [])
  if (reader.problems.length > 0) throw new ConfigError(reader.problems.join('\n'))
  const located = (error: unknown): never => {
    if (!(error instanceof ConfigError)) throw error
    throw new ConfigError(`${place(file, lineOf, error.path, shown)}: ${error.message}`)
  }
  const resolve = attempt(() => createResolver(config, { ...options, ...reader.catalogue }), located)
  attempt(() => resolve(''), located)
  const folder = path.dirname(file)
  return {
    file,
    folder,
    config,
    catalogue: reader.catalogue,
    resolve: (name) => attempt(() => resolve(name), located),
    placeOf: (at) => place(file, lineOf, at, shown),
  }
}

/** The default, without a file: a preset, `recommended` when none is named. */
export function defaultLoaded(folder: string, options: ResolveOptions, preset?: string): LoadedConfig {
  const { rules, presets } = options
  const resolve = createResolver(preset === undefined ? undefined : { extends: preset }, options)
  return { file: undefined, folder, config: {}, catalogue: { rules, presets }, resolve, placeOf: () => 'medlint' }
}

function attempt<Value>(action: () => Value, fail: (error: unknown) => never): Value {
  try {
    return action()
  } catch (error) {
    return fail(error)
  }
}

interface Reader {
  catalogue: { rules: Record<string, Catalogue['rules'][string]>; presets: Catalogue['presets'] }
  shown: (file: string) => string
  problems: string[]
}

type LineOf = ParsedText['lineOf'] | undefined

function place(file: string, lineOf: LineOf, at: (string | number)[], shown: Reader['shown']): string {
  return lineOf ? `${shown(file)}:${lineOf(at)}` : shown(file)
}

async function read(file: string, reader: Reader, parents: string[]): Promise<{ config: Config; lineOf: LineOf }> {
  if (parents.includes(file) || parents.length > DEEPEST_EXTENDS) {
    throw new ConfigError(`${reader.shown(parents.at(-1)!)}: Remove one "extends": ${reader.shown(file)} extends itself.`)
  }
  const { data, lineOf } = await parseFile(file, reader.shown)
  const source: Source = { file, reader, parents: [...parents, file], lineOf }
  const config = await withExtends(data, source, [])
  if (isObject(config) && Array.isArray(config.plugins)) {
    await loadPlugins(config.plugins, file, reader.catalogue.rules, (index, text) => fail(source, ['plugins', index], text))
  }
  for (const { path: at, message } of checkConfig(config, reader.catalogue))
    reader.problems.push(`${placeOf(source, at)}: ${message}`)
  return { config: config as Config, lineOf }
}

/** A file being read, with the files that led to it. */
interface Source {
  file: string
  reader: Reader
  parents: string[]
  lineOf: LineOf
}

function placeOf({ file, lineOf, reader }: Source, at: (string | number)[]): string {
  return place(file, lineOf, at, reader.shown)
}

function fail(source: Source, at: (string | number)[], text: string): never {
  throw new ConfigError(`${placeOf(source, at)}: ${text}`)
}

/** The configuration with the files named in `extends` read in; presets stay names. */
async function withExtends(data: unknown, source: Source, at: (string | number)[]): Promise<unknown> {
  if (!isObject(data)) return data
  const result: Record<string, unknown> = { ...data }
  if (data.extends !== undefined) {
    const entries = Array.isArray(data.extends) ? (data.extends as unknown[]) : [data.extends]
    const read: unknown[] = []
    for (const [index, entry] of entries.entries()) read.push(await extended(entry, source, [...at, 'extends', index]))
    result.extends = read
  }
  if (Array.isArray(data.overrides)) {
    const overrides: unknown[] = []
    for (const [index, entry] of (data.overrides as unknown[]).entries()) {
      overrides.push(await withExtends(entry, source, [...at, 'overrides', index]))
    }
    result.overrides = overrides
  }
  return result
}

async function extended(entry: unknown, source: Source, at: (string | number)[]): Promise<unknown> {
  const { file, reader, parents } = source
  if (typeof entry !== 'string' || Object.hasOwn(reader.catalogue.presets, entry)) return entry
  const isPath = /^\.{0,2}[\\/]|^[A-Za-z]:[\\/]/.test(entry)
  const target = isPath ? path.resolve(path.dirname(file), entry) : packageFile(entry, file)
  if (target === undefined) return entry
  if (!existsSync(target)) fail(source, at, `Correct "${entry}" in "extends": there is no such file.`)
  return (await read(target, reader, parents)).config
}

function packageFile(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}

async function parseFile(file: string, shown: Reader['shown']): Promise<{ data: unknown; lineOf: LineOf }> {
  const name = shown(file)
  if (/\.[cm]?js$/.test(file)) return { data: await importConfig(file, name), lineOf: undefined }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`${name}: Check this configuration file: it cannot be read (${reasonOf(error)}).`)
  }
  try {
    const { data, lineOf } = await parseText(file, text)
    if (path.basename(file) !== 'package.json') return { data, lineOf }
    return { data: isObject(data) ? data.medlint : undefined, lineOf: (at) => lineOf(['medlint', ...at]) }
  } catch (error) {
    const line = error instanceof Error && 'line' in error ? `:${error.line}` : ''
    throw new ConfigError(`${name}${line}: Correct the syntax of this configuration. ${reasonOf(error)}`)
  }
}

async function parseText(file: string, text: string): Promise<ParsedText> {
  const isJson = /\.json[c5]?$/.test(file) || (!/\.ya?ml$/.test(file) && /^\s*(?:[{[]|\/[/*])/.test(text))
  if (isJson) return (await import('./json-text.ts')).parseJsonText(text)
  return (await import('./yaml-text.ts')).parseYamlText(text)
}

async function importConfig(file: string, name: string): Promise<unknown> {
  let module: { default?: unknown }
  try {
    module = (await import(moduleUrl(file))) as { default?: unknown }
  } catch (error) {
    throw new ConfigError(`${name}: Correct this configuration: loading it failed (${reasonOf(error)}).`)
  }
  if (!isObject(module.default)) throw new ConfigError(`${name}: Export the configuration object as the default export.`)
  return module.default
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message.split('\n')[0]!
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
