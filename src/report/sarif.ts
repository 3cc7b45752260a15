/** `sarif`: SARIF 2.1.0 (OASIS), for code scanning. Results come first, as files are done; the rules they name at the end. */
import { type Lines, lineIndex } from '../lint/lines.ts'
import type { Edit, Message, Severity, SuppressedMessage } from '../lint/types.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { createJsonList } from './pieces.ts'
import type { FileReport, Reporter, ReportOptions, RuleDescription, RunSummary } from './types.ts'

const HOME = 'https://github.com/medlint/medlint'
const HEAD = {
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
}
/** Stands for the folder that paths are relative to; whoever reads the log knows where that is. */
const ROOT = '%SRCROOT%'
const FINGERPRINT = 'medlintContext/v1'
const LEVELS: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'note' }
/** GitHub's names in `problem.severity`. */
const PROBLEM: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'recommendation' }
const BOM = '\uFEFF'

export function createSarif({ pageOf }: ReportOptions): Reporter {
  const list = createJsonList(`${JSON.stringify(HEAD).slice(0, -1)},"runs":[{"columnKind":"utf16CodeUnits","results":[`)
  const used = new Set<string>()
  return {
    file(report) {
      const results = resultsOf(report).map(({ rule, result }) => {
        used.add(rule)
        return list.item(result)
      })
      return results.join('')
    },
    end(summary) {
      const rules = summary.rules.filter(({ id }) => used.has(id)).map((rule) => descriptorOf(rule, pageOf?.(rule.id)))
      return list.end(`,${JSON.stringify(runOf(summary, rules)).slice(1)}]}\n`)
    },
  }
}

function runOf({ version, broken, now, data }: RunSummary, rules: object[]): object {
  return {
    tool: { driver: { name: 'medlint', version, semanticVersion: version, informationUri: HOME, rules } },
    invocations: [{ executionSuccessful: !broken }],
    properties: { now, data },
  }
}

function descriptorOf({ id, purpose, family, severity, url }: RuleDescription, page: string | undefined): object {
  const text = sentence(purpose)
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    helpUri: url,
    help: {
      text: `${text} ${url}`,
      markdown: page === undefined ? `${text}\n\n[${id}](${url})` : `${introOf(page)}\n\n[More](${url})`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [family], 'problem.severity': PROBLEM[severity] },
  }
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(capital) ? capital : `${capital}.`
}

/** What a rule's page says before its examples, without the title; links lead nowhere outside the pages. */
function introOf(page: string): string {
  const [intro = ''] = page.replace(/^# .*\n+/, '').split(/^## Examples$/m)
  return intro.replace(/\[([^\]]*)\]\((?![a-z]+:)[^)]*\)/g, '$1').trim()
}

function resultsOf({ path, messages, suppressed, text }: FileReport): { rule: string; result: object }[] {
  const all = [...messages, ...suppressed]
  if (all.length === 0) return []
  const fingerprints = fingerprintsOf(all, text)
  const places = placesIn(path, text)
  return all.map((message, index) => {
    const { rule, messageId, severity, note, related, data } = message
    const fixes = fixesOf(message, places)
    const suppressions = index < messages.length ? undefined : [suppressionOf(suppressed[index - messages.length]!)]
    const result = {
      ruleId: rule,
      level: LEVELS[severity],
      message: { text: note === null ? message.message : `${message.message} ${note}` },
      locations: [{ physicalLocation: places.whole(message) }],
      partialFingerprints: { [FINGERPRINT]: fingerprints[index]! },
      ...(related.length > 0 ? { relatedLocations: related.map((each) => places.related(each)) } : {}),
      ...(fixes.length > 0 ? { fixes } : {}),
      ...(suppressions ? { suppressions } : {}),
      properties: { messageId, data },
    }
    return { rule, result }
  })
}

function suppressionOf({ by, reason, until }: SuppressedMessage): object {
  return {
    kind: by === 'baseline' ? 'external' : 'inSource',
    status: 'accepted',
    ...(reason === null ? {} : { justification: reason }),
    properties: { by, ...(until === null ? {} : { until }) },
  }
}

interface Places {
  artifactLocation: object
  whole(message: Message): object
  related(range: { start: number; end: number; message: string }): object
  /** A region, or nothing when the text is not known. */
  region(start: number, end: number): object | undefined
}

function placesIn(path: string, text: string | undefined): Places {
  const artifactLocation = locationOf(path)
  const pointAt = text === undefined ? undefined : pointsIn(text)
  const region = (start: number, end: number) => pointAt && regionOf(pointAt(start), pointAt(end))
  const first = { startLine: 1 }
  return {
    artifactLocation,
    region,
    whole: ({ start, end }) => ({ artifactLocation, region: region(start, end) ?? first }),
    related: ({ start, end, message }) => ({
      physicalLocation: { artifactLocation, region: region(start, end) ?? first },
      message: { text: message },
    }),
  }
}

type Point = ReturnType<Lines['pointAt']>

function regionOf(from: Point, to: Point): object {
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

/** As SARIF counts (3.30.2): without a BOM, and the end of the text is behind the last line end, not on a line of its own. */
function pointsIn(text: string): Lines['pointAt'] {
  const lines = lineIndex(text)
  const shift = text.startsWith(BOM) ? 1 : 0
  return (offset) => {
    const { line, column } = lines.pointAt(offset)
    if (line === 1) return { line, column: Math.max(1, column - shift) }
    if (offset < text.length || column > 1) return { line, column }
    const last = lines.pointAt(offset - 1)
    return { line: last.line, column: last.column + 1 - (last.line === 1 ? shift : 0) }
  }
}

function locationOf(path: string): object {
  const absolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path)
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return absolute
    ? { uri: `file://${path.startsWith('/') ? '' : '/'}${encoded.replace('%3A', ':')}` }
    : { uri: encoded, uriBaseId: ROOT }
}

/** The safe fix first, then what a person may choose. */
function fixesOf({ fix, suggestions }: Message, places: Places): object[] {
  const choices = [...(fix ? [{ title: 'Fix it', edits: fix.edits }] : []), ...suggestions]
  return choices
    .filter(({ edits }) => edits.length > 0 && places.region(0, 0))
    .map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        { artifactLocation: places.artifactLocation, replacements: edits.map((edit) => replacementOf(edit, places)) },
      ],
    }))
}

function replacementOf({ start, end, text }: Edit, places: Places): object {
  return { deletedRegion: places.region(start, end), insertedContent: { text } }
}
