/** The language server's process: `medlint lsp` of the extension, on the Node that VS Code runs on. */
import * as vscode from 'vscode'
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node'
import { SCORE, type ScoreParams } from '../../src/language-server/protocol.ts'
import { isEnabled, settingsForServer } from './settings.ts'
import type { Status } from './status.ts'

export interface Server {
  /** Undefined while it is switched off. */
  client(): LanguageClient | undefined
  /** Starts, stops or tells the server, as the settings now say. */
  followSettings(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

const LANGUAGES = ['markdown', 'mdx']

export function createServer(context: vscode.ExtensionContext, status: Status): Server {
  let client: LanguageClient | undefined

  async function start(): Promise<void> {
    const module = vscode.Uri.joinPath(context.extensionUri, 'server', 'cli.js').fsPath
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
      initializationOptions: settingsForServer,
    }
    const started = new LanguageClient('medlint', 'medlint', { module, args: ['lsp'], transport: TransportKind.stdio }, options)
    client = started
    started.onDidChangeState(({ newState }) => status.setRunning(newState === State.Running))
    started.onNotification(SCORE, ({ uri, score }: ScoreParams) => {
      status.setScore(started.protocol2CodeConverter.asUri(uri), score)
    })
    try {
      await started.start()
    } catch {
      // The client has said why, with a way to its output.
      status.setRunning(false)
    }
  }

  async function stop(): Promise<void> {
    const stopping = client
    client = undefined
    status.forget()
    // Ends a server that never came up, too.
    await stopping?.dispose().catch(() => {})
  }

  return {
    client: () => client,
    stop,
    async restart() {
      await stop()
      if (isEnabled()) await start()
      else void vscode.window.showInformationMessage('medlint is switched off by the setting medlint.enable.')
    },
    async followSettings() {
      status.setEnabled(isEnabled())
      if (!isEnabled()) await stop()
      else if (client) {
        const settings = { medlint: settingsForServer() }
        await client.sendNotification('workspace/didChangeConfiguration', { settings })
      } else await start()
    },
  }
}
