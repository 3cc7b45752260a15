/** `medlint lsp`: the language server, over standard input and output. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { createConnection } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { UsageError } from '../cli/usage-error.ts'
import { ConfigError } from '../config/config-error.ts'
import { codeActions, FIX_ALL, toTextEdit } from './actions.ts'
import type { Analysis } from './analysis.ts'
import { completionsAt } from './completion.ts'
import { toDiagnostic } from './diagnostics.ts'
import { type Analyser, createAnalyser } from './documents.ts'
import { hoverAt } from './hover.ts'
import { ignoreEdit } from './ignore-edit.ts'
import { lenses } from './lens.ts'
import { definitionsAt, documentLinks, referencesAt } from './navigation.ts'
import { IGNORE, type IgnoreParams, SCORE, type ScoreParams } from './protocol.ts'
import { scoreOf } from './score.ts'
import { readSettings } from './settings.ts'
import { createWorkspaceKeeper } from './workspace.ts'

/** Files a configuration may be made of; the patterns of `workspace/didChangeWatchedFiles`. */
const WATCHED = [
  '**/.medlintrc*',
  '**/.medlintignore',
  '**/.medlint-baseline.json',
  '**/package.json',
  '**/.medlint/**',
  '**/config.{yml,yaml,toml}',
]
/** Kinds of documents; others are opened by clients that attach to everything. */
const LANGUAGES = new Set(['markdown', 'mdx'])

/** Serves until the client ends the connection, with the exit status the protocol asks for. */
export function serveEditor(version: string): Promise<number> {
  const connection = createConnection(process.stdin, process.stdout)
  serve(connection, version)
  connection.listen()
  // `exit` and a closed stream end the process from within the connection.
  return new Promise(() => {})
}

function serve(connection: Connection, version: string): void {
  const documents = new TextDocuments(TextDocument)
  let folders: string[] = []
  let canWatch = false
  let given: unknown
  let settings = readSettings(undefined).settings
  const untitledFolder = () => folders[0] ?? process.cwd()
  const keeper = createWorkspaceKeeper(
    () => folders,
    process.cwd(),
    () => settings,
  )
  const told = new Set<string>()
  const opened = new Set<string>()
  const analyser: Analyser = createAnalyser({
    documentOf: (uri) => documents.get(uri),
    workspace: () => keeper.get(),
    untitledFolder,
    onDone: publish,
    onFailure: complain,
  })

  function publish(uri: string, analysis: Analysis | undefined): void {
    const diagnostics = analysis?.result.messages.map((message) => toDiagnostic(analysis.document, message)) ?? []
    const { version } = documents.get(uri) ?? {}
    connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
    if (settings.score && version !== undefined) {
      const params: ScoreParams = { uri, version, score: analysis ? scoreOf(analysis) : null }
      void connection.sendNotification(SCORE, params)
    }
  }

  function choose(given: unknown): void {
    const read = readSettings(given)
    settings = read.settings
    startAgain()
    for (const problem of read.problems) complain('settings', new UsageError(problem))
  }

  /** A broken configuration is said once; it is said again when it is broken in another way. */
  function complain(uri: string, error: unknown): void {
    const text = error instanceof Error ? error.message : String(error)
    const expected = error instanceof ConfigError || error instanceof UsageError
    connection.console.error(`${uri}: ${expected ? text : ((error as Error).stack ?? text)}`)
    if (told.has(text)) return
    told.add(text)
    const message = expected ? `medlint: ${text}` : `medlint: Report this, it is a fault of medlint: ${text}`
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
  }

  function startAgain(): void {
    told.clear()
    keeper.forget()
    analyser.forget()
    for (const { uri } of documents.all()) if (isOurs(uri)) analyser.schedule(uri)
  }

  const isOurs = (uri: string) => LANGUAGES.has(documents.get(uri)?.languageId ?? '')

  /** Answers a request from the analysis of the current text; nothing when there is none. */
  async function ask<Answer>(uri: string, answer: (analysis: Analysis) => Answer): Promise<Awaited<Answer> | null> {
    const analysis = isOurs(uri) ? await analyser.current(uri) : undefined
    return analysis ? await answer(analysis) : null
  }

  connection.onInitialize((params) => {
    folders = foldersOf(params)
    given = params.initializationOptions
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return abilities(version)
  })
  connection.onInitialized(() => {
    choose(given)
    connection.workspace.onDidChangeWorkspaceFolders?.(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => toPath(uri)))
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => toPath(uri))]
      startAgain()
    })
    if (!canWatch) return
    const watchers = WATCHED.map((globPattern) => ({ globPattern }))
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {
      // A client that says it can and then will not: configuration is read again when a document of it is saved.
    })
  })
  connection.onDidChangeWatchedFiles(startAgain)
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    const own = (sent as { medlint?: unknown } | null | undefined)?.medlint
    if (own === undefined || own === null) startAgain()
    else choose(own)
  })
  connection.onRequest(IGNORE, ({ textDocument, position, rule, reason }: IgnoreParams) =>
    at(textDocument.uri, position, ({ document, post, result }, offset) => {
      const message = result.messages.find((each) => each.rule === rule && each.start <= offset && offset <= each.end)
      const edit = message && ignoreEdit(post, message, reason)
      return edit ? [toTextEdit(document, edit)] : []
    }),
  )
  connection.onCodeAction(({ textDocument, range, context }) =>
    ask(textDocument.uri, async (analysis) => {
      const linter = await (await keeper.get()).linterFor(analysis.place.absolute)
      const relint = (text: string) => linter.check(text, analysis.place)
      const [start, end] = [analysis.document.offsetAt(range.start), analysis.document.offsetAt(range.end)]
      return codeActions(analysis, { start, end, only: context.only }, relint)
    }),
  )
  connection.onHover(({ textDocument, position }) => at(textDocument.uri, position, hoverAt))
  connection.onDefinition(({ textDocument, position }) => at(textDocument.uri, position, definitionsAt))
  connection.onReferences(({ textDocument, position, context }) =>
    at(textDocument.uri, position, (analysis, offset) => referencesAt(analysis, offset, context.includeDeclaration)),
  )
  connection.onCompletion(({ textDocument, position }) => at(textDocument.uri, position, completionsAt))
  connection.onDocumentLinks(({ textDocument }) => ask(textDocument.uri, documentLinks))
  connection.onCodeLens(({ textDocument }) => ask(textDocument.uri, lenses))

  async function at<Answer>(
    uri: string,
    position: { line: number; character: number },
    answer: (analysis: Analysis, offset: number) => Answer,
  ): Promise<Awaited<Answer> | null> {
    return ask(uri, (analysis) => answer(analysis, analysis.document.offsetAt(position)))
  }

  // Said on opening as well, where there is nothing to wait for.
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!isOurs(uri)) return
    if (settings.run === 'onType' || !opened.has(uri)) analyser.schedule(uri)
    opened.add(uri)
  })
  documents.onDidSave(({ document: { uri } }) => {
    if (/[\\/]\.medlint(?:rc|ignore)/.test(uri)) startAgain()
    else if (settings.run === 'onSave' && isOurs(uri)) analyser.schedule(uri)
  })
  documents.onDidClose(({ document: { uri } }) => {
    opened.delete(uri)
    analyser.forget(uri)
    connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  documents.listen(connection)
}

function abilities(version: string): InitializeResult {
  return {
    serverInfo: { name: 'medlint', version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      completionProvider: {},
      documentLinkProvider: {},
      codeLensProvider: {},
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders && workspaceFolders.length > 0 ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : []
  return uris.filter((uri) => uri.startsWith('file:')).map(toPath)
}

function toPath(uri: string): string {
  return uri.startsWith('file:') ? path.normalize(fileURLToPath(uri)).replace(/(?<=[^\\/])[\\/]$/, '') : uri
}
