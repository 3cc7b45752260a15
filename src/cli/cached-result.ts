/** Results of one post as compact JSON. What the rule's definition or the text says already is not stored. */
import type { ResolvedConfig } from '../config/types.ts'
import type { MessagePrint, Print } from '../lint/fingerprint.ts'
import { fill, type LintResult } from '../lint/lint.ts'
import type { Message, Severity, SuppressedMessage } from '../lint/types.ts'

export interface CachedResult extends Pick<LintResult, 'messages' | 'suppressed' | 'silent'> {
  /** What the messages are about; undefined when nobody had asked. */
  prints: MessagePrint[] | undefined
}

type Rules = ResolvedConfig['rules']
type Derived = Pick<Message, 'message' | 'note' | 'actual' | 'related' | 'fix' | 'suggestions' | 'url'>
type Extra = Partial<Derived & Pick<SuppressedMessage, 'reason' | 'until' | 'by'>>
type StoredMessage = [string, string, Severity, number, number, number, number, number, number, Message['data'], Extra?]
type StoredPrint = [fingerprint: string, around: string, heading: string]

interface Stored {
  messages: StoredMessage[]
  suppressed?: StoredMessage[]
  silent?: LintResult['silent']
  prints?: [StoredPrint, number | null, StoredPrint[]][]
}

export function encodeResult({ messages, suppressed, silent, prints }: CachedResult, text: string, rules: Rules): string {
  const stored: Stored = {
    messages: messages.map((message) => encode(message, text, rules)),
    ...(suppressed.length > 0 ? { suppressed: suppressed.map((message) => encode(message, text, rules)) } : {}),
    ...(silent.length > 0 ? { silent } : {}),
    ...(prints
      ? { prints: prints.map((print) => [storedPrint(print), print.value ?? null, print.related.map(storedPrint)]) }
      : {}),
  }
  return JSON.stringify(stored)
}

export function decodeResult(json: string, text: string, rules: Rules): CachedResult {
  const stored = JSON.parse(json) as Stored
  const messages = stored.messages.map((message) => decode(message, text, rules) as Message)
  return {
    messages,
    suppressed: (stored.suppressed ?? []).map((message) => decode(message, text, rules) as SuppressedMessage),
    silent: stored.silent ?? [],
    prints: stored.prints?.map(([print, value, related], index) => {
      const { rule, messageId } = messages[index]!
      return { rule, message: messageId, ...printOf(print), value: value ?? undefined, related: related.map(printOf) }
    }),
  }
}

/** What a message has when its rule said nothing else. */
function derived(rule: string, messageId: string, data: Message['data'], actual: string, rules: Rules): Derived {
  const meta = rules[rule]?.rule.meta
  const definition = meta?.messages[messageId]
  return {
    message: definition ? fill(definition.text, data) : '',
    note: definition?.note ? fill(definition.note, data) : null,
    actual,
    related: [],
    fix: null,
    suggestions: [],
    url: meta?.url ?? '',
  }
}

function encode(message: Message | SuppressedMessage, text: string, rules: Rules): StoredMessage {
  const { rule, messageId, severity, start, end, line, column, endLine, endColumn, data, ...rest } = message
  const expected: Extra = derived(rule, messageId, data, text.slice(start, end), rules)
  const extra = Object.entries(rest).filter(([key, value]) => !isSame(value, expected[key as keyof Extra]))
  const place = [rule, messageId, severity, start, end, line, column, endLine, endColumn, data] as const
  return extra.length > 0 ? [...place, Object.fromEntries(extra) as Extra] : [...place]
}

function isSame(value: unknown, expected: unknown): boolean {
  return value === expected || (Array.isArray(value) && value.length === 0 && Array.isArray(expected))
}

/** Keys in the order in which a message is made, so that its JSON is the same. */
function decode(stored: StoredMessage, text: string, rules: Rules): Message | SuppressedMessage {
  const [rule, messageId, severity, start, end, line, column, endLine, endColumn, data, extra = {}] = stored
  const { message, note, actual, related, fix, suggestions, url } = derived(rule, messageId, data, text.slice(start, end), rules)
  const place = { start, end, line, column, endLine, endColumn }
  return { rule, messageId, severity, message, note, actual, ...place, data, related, fix, suggestions, url, ...extra }
}

function storedPrint({ fingerprint, around, heading }: Print): StoredPrint {
  return [fingerprint, around, heading]
}

function printOf([fingerprint, around, heading]: StoredPrint): Print {
  return { fingerprint, around, heading }
}
