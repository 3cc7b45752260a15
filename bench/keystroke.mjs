/** From a key pressed to the diagnostics on the wire: the built language server, a post of about 2,000 words, one character at a time. */
import { spawn } from 'node:child_process'
import { medicalPosts } from './corpus.mjs'
import { CLI } from './medlint.mjs'

const WORDS = 2000
const KEYS = 200
const BUDGET_MS = 50
const GOAL_MS = 16
const URI = 'untitled:bench'

/** @returns rows for the table; the figure is in milliseconds, since the budget is what a person feels. */
export async function keystroke({ say }) {
  const text = postOfLength(WORDS)
  const server = startServer()
  await server.ask('initialize', { processId: null, rootUri: null, capabilities: {} })
  server.tell('initialized', {})
  const first = server.nextDiagnostics()
  const opened = performance.now()
  server.tell('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'markdown', version: 1, text } })
  const messages = await first
  const firstMs = performance.now() - opened
  const line = Math.floor(text.split('\n').length / 2)
  const delays = []
  for (let key = 0; key < KEYS; key++) {
    const position = { line, character: 0 }
    const pressed = performance.now()
    const next = server.nextDiagnostics()
    const contentChanges = [{ range: { start: position, end: position }, text: 'abcdefg '[key % 8] }]
    server.tell('textDocument/didChange', { textDocument: { uri: URI, version: key + 2 }, contentChanges })
    await next
    delays.push(performance.now() - pressed)
  }
  await server.ask('shutdown', null)
  server.tell('exit', null)
  delays.sort((a, b) => a - b)
  const at = (share) => delays[Math.floor(delays.length * share)]
  say(
    `  first lint ${firstMs.toFixed(0)} ms (${messages} messages); ${KEYS} keys: median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, the rest from typing included`,
  )
  const p95 = at(0.95)
  return [
    {
      part: 'keystroke',
      what: `milliseconds from a key to the diagnostics, language server, post of about ${WORDS} words, p95`,
      budget: `at most ${BUDGET_MS}, goal ${GOAL_MS}`,
      measured: p95.toFixed(0),
      verdict: p95 <= GOAL_MS ? 'met, goal met' : p95 <= BUDGET_MS ? 'met' : 'MISSED',
    },
  ]
}

function postOfLength(words) {
  const wordsOf = (text) => text.split(/\s+/).length
  const [best] = medicalPosts()
    .map(({ text }) => text.toString('utf8'))
    .sort((a, b) => Math.abs(wordsOf(a) - words) - Math.abs(wordsOf(b) - words))
  return best
}

/** The base protocol: a header with the length in bytes, an empty line, JSON. */
function startServer() {
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let buffer = Buffer.alloc(0)
  let lastId = 0
  const answers = new Map()
  let onDiagnostics
  child.stdout.on('data', (part) => {
    buffer = Buffer.concat([buffer, part])
    for (;;) {
      const split = buffer.indexOf('\r\n\r\n')
      const length = split < 0 ? Number.NaN : Number(/Content-Length: (\d+)/.exec(buffer.toString('latin1', 0, split))?.[1])
      if (!(buffer.length >= split + 4 + length)) return
      receive(JSON.parse(buffer.toString('utf8', split + 4, split + 4 + length)))
      buffer = buffer.subarray(split + 4 + length)
    }
  })
  function receive({ id, method, result, params }) {
    if (method === 'textDocument/publishDiagnostics') onDiagnostics?.(params.diagnostics.length)
    else if (method === undefined) answers.get(id)?.(result)
  }
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin.write(body)
  }
  return {
    ask: (method, params) =>
      new Promise((resolve) => {
        const id = ++lastId
        answers.set(id, resolve)
        send({ id, method, params })
      }),
    tell: (method, params) => send({ method, params }),
    nextDiagnostics: () =>
      new Promise((resolve) => {
        onDiagnostics = resolve
      }),
  }
}
