/** Checks a configuration before it is used: every problem names the place in it and what to do. Pure. */
import type { Rule } from '../lint/define-rule.ts'
import { CORE_MESSAGES } from '../lint/lint.ts'
import { parseSetting } from '../lint/rule-setting.ts'
import { AUDIENCES, PAGE_TYPES } from '../lint/settings.ts'
import { validateOptions } from '../lint/validate-options.ts'
import { didYouMean } from '../post/suggest.ts'
import { normalSetting } from './setting.ts'
import type { Catalogue } from './types.ts'

export interface ConfigProblem {
  /** Keys and indexes from the root of the configuration. */
  path: (string | number)[]
  message: string
}

type Path = ConfigProblem['path']
type Check = (value: unknown, path: Path, found: ConfigProblem[]) => void

const CORE_RULES: string[] = CORE_MESSAGES.map((id) => `medlint/${id}`)
const REGIONS = ['us', 'eu', 'uk']

export function checkConfig(config: unknown, catalogue: Catalogue): ConfigProblem[] {
  const found: ConfigProblem[] = []
  const layer = layerChecks(catalogue)
  const override = { ...layer, files: globs }
  const overrides: Check = (value, path) => {
    if (!Array.isArray(value)) return expected('a list of {files, rules, ...}')(value, path, found)
    for (const [index, entry] of value.entries()) {
      const place = [...path, index]
      checkKeys(entry, override, place, found)
      if (isObject(entry) && entry.files === undefined)
        found.push({ path: place, message: 'Add "files" to this override: the globs it is for.' })
    }
  }
  const keys: Record<string, Check> = {
    ...layer,
    $schema: string,
    overrides,
    siteConfig: (value, path) => {
      if (value !== false && typeof value !== 'string') expected('"auto", false or a path')(value, path, found)
    },
    plugins: strings,
    gate: (value, path) => {
      const settings = {
        minScore: percent,
        minJama: upTo(4),
        maxScoreDrop: percent,
        maxNewErrors: wholeNumber,
        maxWarnings: wholeNumber,
      }
      checkKeys(value, settings, path, found)
    },
    budget: (value, path) => checkBudget(value, path, catalogue, found),
  }
  checkKeys(config, keys, [], found)
  return found
}

function checkBudget(value: unknown, path: Path, catalogue: Catalogue, found: ConfigProblem[]): void {
  if (!isObject(value)) return expected('an object of rule id and budget')(value, path, found)
  for (const [id, budget] of Object.entries(value)) {
    const place = [...path, id]
    if (!Object.hasOwn(catalogue.rules, id)) {
      const hint = didYouMean(id, Object.keys(catalogue.rules))
      found.push({ path: place, message: `Correct the rule id "${id}": there is no such rule.${hint}` })
    } else if (budget !== 'off') checkKeys(budget, { perClaim: amount, per1000Words: amount, floor: wholeNumber }, place, found)
  }
}

function layerChecks(catalogue: Catalogue): Record<string, Check> {
  return {
    extends: (value, path, found) => {
      for (const [place, entry] of entriesOf(value, path)) {
        if (isObject(entry)) continue
        if (typeof entry !== 'string') expected('the name of a preset, a path, or a list of them')(entry, place, found)
        else if (!Object.hasOwn(catalogue.presets, entry)) found.push({ path: place, message: unknownPreset(entry, catalogue) })
      }
    },
    rules: (value, path, found) => {
      if (!isObject(value)) return expected('an object of rule id and setting')(value, path, found)
      for (const [id, setting] of Object.entries(value)) checkRule(id, setting, [...path, id], catalogue, found)
    },
    audience: oneOf(AUDIENCES),
    pageType: (value, path, found) => {
      if (!isObject(value))
        return expected('an object of template name and page type, such as {"blog-post": "article"}')(value, path, found)
      for (const [name, type] of Object.entries(value)) oneOf(PAGE_TYPES)(type, [...path, name], found)
    },
    region: (value, path, found) => {
      if (!Array.isArray(value)) return expected('a list of "us", "eu", "uk"')(value, path, found)
      for (const [index, region] of value.entries()) oneOf(REGIONS)(region, [...path, index], found)
    },
    species: globs,
    lang: (value, path, found) => {
      if (typeof value !== 'string' || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value))
        expected('a language code such as "en-GB"')(value, path, found)
    },
    ownDomains: (value, path, found) => {
      if (!Array.isArray(value)) return expected('a list of host names')(value, path, found)
      for (const [index, name] of value.entries()) {
        if (typeof name !== 'string' || !/^[\p{L}\p{N}.-]+$/u.test(name))
          expected('a host name without "https://", such as "clinic.example"')(name, [...path, index], found)
      }
    },
    contentFiles: globs,
    directives: (value, path, found) => {
      const settings = {
        missingReason: oneOf(['warn', 'error']),
        requireUntil: boolean,
        reportUnused: boolean,
        maxPerFile: wholeNumber,
      }
      checkKeys(value, settings, path, found)
    },
  }
}

function checkKeys(value: unknown, keys: Record<string, Check>, path: Path, found: ConfigProblem[]): void {
  if (!isObject(value)) expected('an object')(value, path, found)
  for (const [key, entry] of Object.entries(isObject(value) ? value : {})) {
    const check = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (check) check(entry, [...path, key], found)
    else
      found.push({
        path: [...path, key],
        message: `Remove or correct the key "${key}": medlint has no such setting.${didYouMean(key, Object.keys(keys))}`,
      })
  }
}

function checkRule(id: string, setting: unknown, path: Path, catalogue: Catalogue, found: ConfigProblem[]): void {
  if (CORE_RULES.includes(id)) {
    if (id !== 'medlint/language') found.push({ path, message: `Remove "${id}": what the core reports cannot be configured.` })
    else if (!['off', 'info', 0, false].some((each) => each === setting)) expected('"off" or "info"')(setting, path, found)
    return
  }
  const rule = Object.hasOwn(catalogue.rules, id) ? catalogue.rules[id] : undefined
  if (!rule) {
    found.push({
      path,
      message: `Correct the rule id "${id}": there is no such rule.${didYouMean(id, Object.keys(catalogue.rules))}`,
    })
    return
  }
  try {
    const { levels, options } = parseSetting(normalSetting(rule, setting))
    for (const message of Object.keys(levels ?? {})) {
      if (Object.hasOwn(rule.meta.messages, message)) continue
      const known = Object.keys(rule.meta.messages)
      found.push({
        path: Array.isArray(setting) ? [...path, 0, message] : [...path, message],
        message: `Correct "${message}": the messages of ${id} are ${known.map((name) => `"${name}"`).join(', ')}.`,
      })
    }
    if (options) checkOptions(rule, options, Array.isArray(setting) ? [...path, 1] : path, found)
  } catch (error) {
    found.push({ path, message: `Correct the setting of "${id}": ${error instanceof Error ? error.message : String(error)}.` })
  }
}

function checkOptions(rule: Rule, options: object, path: Path, found: ConfigProblem[]): void {
  const names = [...Object.keys(rule.meta.schema.properties), 'severity', 'ignore', 'sections']
  for (const { path: option, problem } of validateOptions(rule, options)) {
    const hint = option === '' || names.includes(option) ? '' : didYouMean(option, names)
    found.push({
      path: [...path, ...option.split('.').filter(Boolean)],
      message: `Correct the option "${option}" of ${rule.meta.id}: it ${said(problem)}${hint}`,
    })
  }
}

/** The validator's sentence, in words of ours, made to follow "it". */
function said(problem: string): string {
  const text = problem.replace(/\.$/, '')
  const choices = /does not match any of \[(.*)\]$/.exec(text)?.[1]
  if (choices !== undefined) return `must be one of ${choices.replaceAll('","', '", "')}.`
  const type = /^Instance type .* is invalid\. Expected "(.*)"$/.exec(text)?.[1]
  if (type !== undefined) return `must be of the type "${type}".`
  return text.startsWith('is ') ? `${text}.` : `is not valid (${text}).`
}

function unknownPreset(name: string, { presets }: Catalogue): string {
  const names = Object.keys(presets)
  const hint = didYouMean(name, names)
  return `Correct "${name}": there is no such preset.${hint || ` There are ${names.join(', ')}; a path starts with "./".`}`
}

function entriesOf(value: unknown, path: Path): [Path, unknown][] {
  return Array.isArray(value) ? value.map((entry, index) => [[...path, index], entry]) : [[path, value]]
}

function expected(what: string): Check {
  return (value, path, found) => {
    const name = path.length > 0 ? `"${path.join('.')}"` : 'this'
    const shown = JSON.stringify(value) ?? String(value)
    found.push({ path, message: `Write ${what} as ${name}, not ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}.` })
  }
}

function oneOf(values: readonly string[]): Check {
  return (value, path, found) => {
    if (values.some((each) => each === value)) return
    expected(`one of ${values.map((each) => `"${each}"`).join(', ')}`)(value, path, found)
  }
}

const string: Check = (value, path, found) => {
  if (typeof value !== 'string') expected('a string')(value, path, found)
}

const boolean: Check = (value, path, found) => {
  if (typeof value !== 'boolean') expected('true or false')(value, path, found)
}

const wholeNumber: Check = (value, path, found) => {
  if (!Number.isInteger(value) || (value as number) < 0) expected('a whole number')(value, path, found)
}

const amount: Check = (value, path, found) => {
  if (typeof value !== 'number' || !(value >= 0)) expected('a number from 0')(value, path, found)
}

function upTo(most: number): Check {
  return (value, path, found) => {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most)
      expected(`a whole number from 0 to ${most}`)(value, path, found)
  }
}

const percent = upTo(100)

const strings: Check = (value, path, found) => {
  if (!Array.isArray(value)) return expected('a list of strings')(value, path, found)
  for (const [index, entry] of value.entries()) string(entry, [...path, index], found)
}

const globs: Check = (value, path, found) => {
  if (typeof value === 'string') return
  if (!Array.isArray(value) || value.length === 0) return expected('a string or a list of strings')(value, path, found)
  for (const [index, entry] of value.entries()) string(entry, [...path, index], found)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
