/** The command `medlint`. Loads only what a plain run needs; everything else is imported when asked for. */
import { readArguments } from './arguments.ts'
import { endQuietlyOnClosedPipe, writeOut } from './output.ts'
import { tellProblem } from './tell-problem.ts'

const words = process.argv.slice(2)
const debug = words.includes('--debug') || ['1', 'true'].includes(process.env.MEDLINT_DEBUG ?? '')

endQuietlyOnClosedPipe()
process.on('uncaughtException', (error) => {
  tellProblem(error, debug)
  process.exit(2)
})

try {
  process.exitCode = await run()
} catch (error) {
  tellProblem(error, debug)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const given = readArguments(words, process.env)
  switch (given.command) {
    case 'help':
      await writeOut((await import('./help.ts')).HELP)
      return 0
    case 'version':
      await writeOut(`${(await import('./version.ts')).version}\n`)
      return 0
    case 'explain':
      return (await import('./explain.ts')).explain(given.subject)
    case 'list-rules':
      return (await import('./list-rules.ts')).listRules(given)
    case 'print-config':
      return (await import('./print-config.ts')).printConfig(given)
    case 'init':
      return (await import('./init/init.ts')).init(given)
    case 'lsp':
      return (await import('../language-server/server.ts')).serveEditor((await import('./version.ts')).version)
    case 'inspect':
      return (await import('./inspect-command.ts')).inspectFile(given)
    case 'refs':
      return (await import('./refs-command.ts')).referencesOf(given)
    case 'merge':
      return (await import('./merge-command.ts')).merge(given)
    case 'ndjson':
      return (await import('./ndjson-command.ts')).lintDocuments(given, debug)
    case 'score':
      return (await import('./score-command.ts')).scoreFiles(given)
    case 'gate':
      return (await import('./gate-command.ts')).gateFiles(given)
    case 'watch':
      return (await import('./watch-command.ts')).watchFiles(given, debug)
    default:
      return (await import('./lint-command.ts')).lintFiles(given, debug)
  }
}
