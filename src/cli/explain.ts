/** `--explain <rule>`: the rule's page, or what its definition says when the pages are not installed. */
import { rules } from '../../rules/index.ts'
import type { Rule } from '../lint/define-rule.ts'
import { didYouMean } from '../post/suggest.ts'
import { CORE_RULES } from './core-rules.ts'
import { writeOut } from './output.ts'
import { pageText } from './page-text.ts'
import { rulePage } from './rule-page.ts'
import { columns } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = /^## Examples\n\n/m
const BRACKETS = '⟦ ⟧ enclose what is reported in a `bad` example; they are no part of it. In a `good` example nothing is.\n\n'

export async function explain(id: string): Promise<number> {
  const core = Object.hasOwn(CORE_RULES, id) ? CORE_RULES[id] : undefined
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (core === undefined && !rule) {
    const hint = didYouMean(id, [...Object.keys(rules), ...Object.keys(CORE_RULES)])
    throw new UsageError(`Correct the rule id "${id}": there is no such rule.${hint} See medlint --list-rules.`)
  }
  const text = core === undefined ? page(rule!).replace(EXAMPLES, `$&${BRACKETS}`) : `# ${id}\n\n${core}\n`
  await writeOut(pageText(text, columns()))
  return 0
}

function page({ meta }: Rule): string {
  const installed = rulePage(meta.id)
  if (installed !== undefined) return installed
  const messages = Object.entries(meta.messages).map(([name, { text }]) => `- \`${name}\`: ${text}`)
  const options = `\`\`\`json\n${JSON.stringify(meta.defaultOptions, null, 2)}\n\`\`\``
  return `# ${meta.id}\n\n${meta.purpose}\n\n## Messages\n\n${messages.join('\n')}\n\n## Options\n\n${options}\n\n${meta.url}\n`
}
