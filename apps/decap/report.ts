/** From a draft to its report: the fields become YAML frontmatter before the body, and places in the whole become places in the parts. */
import { stringify } from 'yaml'
import { type Message, rules } from '../../src/core.ts'
import type { Engine } from '../engine/engine.ts'
import { isCited } from '../engine/types.ts'
import type { Draft, FieldPlace, Finding, Remedy, Report, Request } from './protocol.ts'

/** The post as the CMS would save it, and where its body starts. */
export function postOf({ fields, body }: Draft): { text: string; bodyStart: number } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const yaml = known.length > 0 ? stringify(Object.fromEntries(known)) : ''
  const head = `---\n${yaml}---\n`
  return { text: head + body, bodyStart: head.length }
}

/** Rejects when a word list cannot be had or the configuration cannot be used. */
export async function reportOn(engine: Engine, { draft, config, now }: Omit<Request, 'id'>): Promise<Report> {
  const { text, bodyStart } = postOf(draft)
  const { extends: preset = 'recommended', ...rest } = config
  const options = draft.lang === undefined ? rest : { ...rest, lang: draft.lang }
  const { messages, claims, score } = await engine.analyse({ text, path: draft.path, preset, options, now })
  return {
    findings: messages.map((message) => findingOf(message, text, bodyStart)),
    claims: { cited: claims.filter(isCited).length, all: claims.length },
    score:
      score.total === undefined || score.letter === undefined
        ? { why: score.unrated ?? 'too short' }
        : { total: score.total, letter: score.letter },
  }
}

function findingOf(message: Message, text: string, bodyStart: number): Finding {
  const { rule, severity, note, url, start, end, actual } = message
  const place =
    start < bodyStart
      ? fieldAt(text, start)
      : {
          start: start - bodyStart,
          end: end - bodyStart,
          line: message.line - text.slice(0, bodyStart).split('\n').length + 1,
          actual,
        }
  return {
    rule,
    severity,
    message: message.message,
    why: note ?? rules[rule]?.meta.purpose ?? '',
    url,
    place,
    remedies: remediesOf(message).flatMap((remedy) => inBody(remedy, bodyStart)),
  }
}

/** The top-level key at or before the offset. */
function fieldAt(text: string, offset: number): FieldPlace {
  const lineEnd = text.indexOf('\n', offset)
  const keys = [...text.slice(0, lineEnd < 0 ? text.length : lineEnd).matchAll(/^("?)([^\s"#:-][^":\n]*)\1:/gm)]
  return { field: offset === 0 ? null : (keys.at(-1)?.[2] ?? null) }
}

function remediesOf({ fix, suggestions }: Message): Remedy[] {
  return [...(fix ? [{ title: 'Fix', edits: fix.edits }] : []), ...suggestions]
}

/** Other fields belong to other widgets: a remedy that edits them is left out. */
function inBody({ title, edits }: Remedy, bodyStart: number): Remedy[] {
  if (edits.some(({ start }) => start < bodyStart)) return []
  return [{ title, edits: edits.map(({ start, end, text }) => ({ start: start - bodyStart, end: end - bodyStart, text })) }]
}
