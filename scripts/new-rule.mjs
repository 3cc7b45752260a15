/** `npm run new-rule <id>`: a rule, its test and its page to start from, and its line in rules/index.ts. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PLACEHOLDERS, rulePage } from './rule-page.mjs'

const root = new URL('..', import.meta.url)
const place = (path) => fileURLToPath(new URL(path, root))
const id = process.argv[2] ?? ''

function fail(text) {
  console.error(text)
  process.exit(2)
}

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
  fail('Name the rule in kebab-case, for example: npm run new-rule quotation-attribution')
if (existsSync(place(`rules/${id}.ts`))) fail(`rules/${id}.ts exists already.`)

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const name = camel(id)

const files = {
  [`rules/${id}.ts`]: `import { defineRule } from '../src/lint/define-rule.ts'

interface Options {
  words: string[]
}

export default defineRule<Options>({
  id: '${id}',
  family: 'language',
  purpose: '${PLACEHOLDERS.purpose}',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: { found: { text: 'Replace "{word}".' } },
  schema: { type: 'object', properties: { words: { type: 'array', items: { type: 'string' } } } },
  defaultOptions: { words: ['${id}'] },
  check(post, { options, report }) {
    for (const sentence of post.sentences) {
      for (const word of sentence.words) {
        if (!options.words.includes(word.text)) continue
        report({ at: sentence.block.rangeOf(word.textStart, word.textEnd), message: 'found', data: { word: word.text } })
      }
    }
  },
})
`,
  [`test/rules/${id}.test.ts`]: `import { describe, expect, it } from 'vitest'
import rule from '../../rules/${id}.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('${id}', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦${id}⟧ in it.')
    expect(message!.message).toBe('Replace "${id}".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
`,
  [`docs/rules/${id}.md`]: rulePage(id),
}

for (const [path, text] of Object.entries(files)) writeFileSync(place(path), text)

const ids = readdirSync(place('rules'))
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -3))
  .sort()
const index = readFileSync(place('rules/index.ts'), 'utf8')
const imports = ids.map((each) => `import ${camel(each)} from './${each}.ts'`).join('\n')
const list = ids.map((each) => `  ${camel(each)},`).join('\n')
const updated = index
  .replace(/(?:import \w+ from '\.\/[a-z0-9-]+\.ts'\n)+/, () => `${imports}\n`)
  .replace(/= \[\n(?: {2}\w+,\n)+\]/, () => `= [\n${list}\n]`)
writeFileSync(place('rules/index.ts'), updated)

console.log(`Made ${Object.keys(files).join(', ')} and listed ${name} in rules/index.ts.`)
console.log('Next: write the page, then the test, then the rule; give it a severity in presets/*.ts.')
