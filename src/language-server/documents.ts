/** Open documents and what is known about them: each version is analysed once, after a short rest from typing. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Analysis } from './analysis.ts'
import type { Workspace } from './workspace.ts'

/** Rest from typing before a document is read again, in milliseconds. */
const REST = 10

export interface Analyser {
  /** Analyses a document, at once when it is new, and hands the result to `onDone` unless a newer version came in between. */
  schedule(uri: string): void
  /** The analysis of the current version. `undefined` when the document is closed, ignored, or its configuration is broken. */
  current(uri: string): Promise<Analysis | undefined>
  forget(uri?: string): void
}

export interface Host {
  documentOf(uri: string): TextDocument | undefined
  workspace(): Promise<Workspace>
  /** Where documents without a file are taken to be. */
  untitledFolder(): string
  onDone(uri: string, analysis: Analysis | undefined): void
  onFailure(uri: string, error: unknown): void
}

export function createAnalyser(host: Host): Analyser {
  const known = new Map<string, { version: number; analysis: Promise<Analysis | undefined> }>()
  const timers = new Map<string, NodeJS.Timeout>()

  function stop(uri: string): void {
    clearTimeout(timers.get(uri))
    timers.delete(uri)
  }

  function current(uri: string): Promise<Analysis | undefined> {
    const document = host.documentOf(uri)
    if (!document) return Promise.resolve(undefined)
    const before = known.get(uri)
    if (before?.version === document.version) return before.analysis
    const analysis = analyse(host, document).catch((error: unknown) => {
      host.onFailure(uri, error)
      return undefined
    })
    known.set(uri, { version: document.version, analysis })
    return analysis
  }

  async function publish(uri: string): Promise<void> {
    const version = host.documentOf(uri)?.version
    const analysis = await current(uri)
    if (host.documentOf(uri)?.version === version && version !== undefined) host.onDone(uri, analysis)
  }

  return {
    schedule(uri) {
      const rest = known.has(uri) || timers.has(uri) ? REST : 0
      stop(uri)
      const run = () => {
        timers.delete(uri)
        publish(uri).catch((error: unknown) => host.onFailure(uri, error))
      }
      if (rest === 0) run()
      else timers.set(uri, setTimeout(run, rest))
    },
    current,
    forget(uri) {
      if (uri === undefined) known.clear()
      else {
        stop(uri)
        known.delete(uri)
      }
    },
  }
}

async function analyse(host: Host, document: TextDocument): Promise<Analysis | undefined> {
  const workspace = await host.workspace()
  const file = fileOf(document, host.untitledFolder())
  const place = await workspace.placeOf(file)
  if (!place) return undefined
  const linter = await workspace.linterFor(file)
  const result = linter.check(document.getText(), place)
  return { document, version: document.version, post: result.post(), result, place }
}

/** Absolute path; a document without a file is taken for a new post in the folder. */
export function fileOf({ uri, languageId }: TextDocument, folder: string): string {
  if (uri.startsWith('file:')) return fileURLToPath(uri)
  return path.join(folder, languageId === 'mdx' ? 'untitled.mdx' : 'untitled.md')
}
