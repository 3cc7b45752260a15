/** `--explain <rule>`: the rule's page, or what its definition says when the pages are not installed. */
import { readFileSync } from 'node:fs'
import { rules } from '../../rules/index.ts'
import type { Rule } from '../lint/define-rule.ts'
import { didYouMean } from '../post/suggest.ts'
import { writeOut } from './output.ts'
import { pageText } from './page-text.ts'
import { columns } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const CORE: Record<string, string> = {
  'medlint/read': 'The file could not be read: no permission, not UTF-8, binary, or over 20 MB. The run ends with status 2.',
  'medlint/frontmatter-syntax': 'The frontmatter is not valid YAML, TOML or JSON. Other rules go on without it.',
  'medlint/directive': 'A medlint comment is wrong, unused, without a reason or out of date.',
  'medlint/internal': 'A rule failed on this file; the others went on. The run ends with status 2. Please report it.',
  'medlint/language': 'The text is not English, so rules of English prose were skipped. Set `lang` if that is wrong.',
}

const EXAMPLES = /^## Examples\n\n/m
const BRACKETS = '⟦ ⟧ enclose what is reported in a `bad` example; they are no part of it. In a `good` example nothing is.\n\n'

export async function explain(id: string): Promise<number> {
  const core = Object.hasOwn(CORE, id) ? CORE[id] : undefined
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (core === undefined && !rule) {
    const hint = didYouMean(id, [...Object.keys(rules), ...Object.keys(CORE)])
    throw new UsageError(`Correct the rule id "${id}": there is no such rule.${hint} See medlint --list-rules.`)
  }
  const text = core === undefined ? page(rule!).replace(EXAMPLES, `$&${BRACKETS}`) : `# ${id}\n\n${core}\n`
  await writeOut(pageText(text, columns()))
  return 0
}

function page({ meta }: Rule): string {
  for (const folder of ['../../docs/rules/', '../../../docs/rules/']) {
    try {
      return readFileSync(new URL(`${folder}${meta.id}.md`, import.meta.url), 'utf8')
    } catch {
      // Not there: run from elsewhere, or installed without its pages.
    }
  }
  const messages = Object.entries(meta.messages).map(([name, { text }]) => `- \`${name}\`: ${text}`)
  const options = `\`\`\`json\n${JSON.stringify(meta.defaultOptions, null, 2)}\n\`\`\``
  return `# ${meta.id}\n\n${meta.purpose}\n\n## Messages\n\n${messages.join('\n')}\n\n## Options\n\n${options}\n\n${meta.url}\n`
}
