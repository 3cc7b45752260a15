/** Questions on the terminal, each with an answer that Enter takes. */
import { createInterface } from 'node:readline'
import { UsageError } from '../usage-error.ts'

export interface Questions {
  ask(question: string, proposal: string): Promise<string>
  choose<Choice extends string>(question: string, choices: readonly Choice[], proposal: Choice): Promise<Choice>
  confirm(question: string): Promise<boolean>
  close(): void
}

export function createQuestions(): Questions {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY === true })
  lines.on('SIGINT', () => {
    lines.close()
    process.kill(process.pid, 'SIGINT')
  })
  const answers = lines[Symbol.asyncIterator]()

  async function ask(question: string, proposal: string): Promise<string> {
    process.stdout.write(`${question} ${proposal === '' ? '' : `[${proposal}] `}`)
    const { value, done } = await answers.next()
    if (done) {
      process.stdout.write('\n')
      throw new UsageError('Answer the questions, or take all proposals with --yes: nothing was written.')
    }
    return (value as string).trim() || proposal
  }

  return {
    ask,
    async choose(question, choices, proposal) {
      for (;;) {
        const answer = (await ask(`${question} (${choices.join(', ')})`, proposal)).toLowerCase()
        const choice = choices.find((each) => each === answer)
        if (choice) return choice
      }
    },
    async confirm(question) {
      for (;;) {
        const answer = (await ask(question, 'yes')).toLowerCase()
        if (['y', 'yes'].includes(answer)) return true
        if (['n', 'no'].includes(answer)) return false
      }
    },
    close: () => lines.close(),
  }
}
