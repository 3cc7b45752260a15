/** A small language client over the streams of a real server process, as an editor would be. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { SCORE, type ScoreParams } from '../../src/language-server/protocol.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const PATIENCE = 15_000

export interface Client {
  connection: MessageConnection
  process: ChildProcess
  /** Messages the server asked to show. */
  shown: string[]
  open(uri: string, text: string, languageId?: string): void
  /** Whole new text, as one change. */
  change(uri: string, version: number, changes: object[]): void
  close(uri: string): void
  ask<Answer>(method: string, parameters: object): Promise<Answer>
  /** Diagnostics of a version of a document, waited for. */
  diagnostics(uri: string, version: number): Promise<Diagnostic[]>
  /** The next diagnostics of a document whatever their version. */
  nextDiagnostics(uri: string): Promise<Diagnostic[]>
  /** The score of a version of a document, waited for. */
  score(uri: string, version: number): Promise<ScoreParams>
  stop(): Promise<number | null>
}

export async function startClient(folder: string, more: string[] = [], initializationOptions?: object): Promise<Client> {
  const process = spawn(globalThis.process.execPath, [CLI, 'lsp', '--stdio', `--clientProcessId=${globalThis.process.pid}`], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => process.on('exit', resolve))
  const connection = createMessageConnection(new StreamMessageReader(process.stdout!), new StreamMessageWriter(process.stdin!))
  const published: PublishDiagnosticsParams[] = []
  const scores: ScoreParams[] = []
  const waiting = new Set<() => void>()
  const shown: string[] = []
  connection.onNotification('textDocument/publishDiagnostics', (parameters: PublishDiagnosticsParams) => {
    published.push(parameters)
    for (const each of waiting) each()
  })
  connection.onNotification(SCORE, (parameters: ScoreParams) => {
    scores.push(parameters)
    for (const each of waiting) each()
  })
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message)
    for (const each of waiting) each()
  })
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const workspaceFolders = [folder, ...more].map((each) => ({ uri: pathToFileURL(each).href, name: each }))
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true } }
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: workspaceFolders[0]!.uri,
    capabilities,
    workspaceFolders,
    initializationOptions,
  })
  await connection.sendNotification('initialized', {})

  function until<Value>(find: () => Value | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const value = find()
        if (value === undefined) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(value)
      }
      const timer = setTimeout(() => reject(new Error('the server did not answer in time')), PATIENCE)
      waiting.add(look)
      look()
    })
  }

  const tell = (method: string, parameters: object) => void connection.sendNotification(method, parameters)
  return {
    connection,
    process,
    shown,
    open: (uri, text, languageId = 'markdown') =>
      tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) => tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => tell('textDocument/didClose', { textDocument: { uri } }),
    ask: (method, parameters) => connection.sendRequest(method, parameters),
    diagnostics: (uri, version) =>
      until(() => published.find((each) => each.uri === uri && each.version === version)?.diagnostics),
    nextDiagnostics: (uri) => {
      const seen = published.length
      return until(() => published.slice(seen).find((each) => each.uri === uri)?.diagnostics)
    },
    score: (uri, version) => until(() => scores.find((each) => each.uri === uri && each.version === version)),
    async stop() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return ended
    },
  }
}
