/**
 * `npm run eval [section ...] [--write]`: accuracy over the labelled data and the corpus, printed and, with --write, put into
 * docs/accuracy.md. Each section is a module in scripts/eval/ that exports `title` and `evaluate()` -> lines of Markdown.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './run-typescript.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const shared = process.env.MEDLINT_SHARED ?? path.join(root, '../shared')
if (!existsSync(path.join(shared, 'data')) || !existsSync(path.join(shared, 'corpus'))) {
  console.error(
    `The labelled data and the corpus are needed: no ${shared}/data or ${shared}/corpus. Set MEDLINT_SHARED to the folder that holds both.`,
  )
  process.exit(2)
}
process.env.MEDLINT_SHARED = shared
process.env.MEDLINT_ROOT = root

const order = ['sentences', 'claims', 'references', 'readability', 'spelling', 'notation', 'corpus', 'parsers']
const available = readdirSync(path.join(root, 'scripts/eval')).map((name) => name.replace(/\.ts$/, ''))
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = wanted.filter((name) => !order.includes(name))
if (unknown.length > 0) {
  console.error(`There is no section "${unknown[0]}". Sections: ${order.join(', ')}.`)
  process.exit(2)
}
const sections = order.filter((name) => available.includes(name) && (wanted.length === 0 || wanted.includes(name)))

const pages = []
const measured = new Map()
for (const name of sections) {
  const { title, evaluate, pages: rulePages } = await importTypeScript(`scripts/eval/${name}.ts`)
  const started = performance.now()
  const text = `## ${title}\n\n${await evaluate()}\n`
  console.log(`${text}\n(${((performance.now() - started) / 1000).toFixed(1)} s)\n`)
  pages.push(text)
  for (const [rule, line] of rulePages?.() ?? []) measured.set(rule, line)
}

if (process.argv.includes('--write') && wanted.length === 0) {
  const intro = `# Accuracy

Measured by \`npm run eval -- --write\` on ${new Date().toISOString().slice(0, 10)}. The data sets are described in each section; none of their text is part of medlint. Figures on sets that were
looked at while the rules were written are development figures: expect less on sites nobody has looked at.
`
  writeFileSync(path.join(root, 'docs/accuracy.md'), `${intro}\n${pages.join('\n')}`)
  for (const [rule, line] of measured) writeMeasured(path.join(root, `docs/rules/${rule}.md`), line)
}

/** The section "Measured" of a rule page, in front of its sources. */
function writeMeasured(file, line) {
  const page = readFileSync(file, 'utf8').replace(/## Measured\n[\s\S]*?(?=\n## )\n/, '')
  writeFileSync(file, page.replace('## Sources', `## Measured\n\n${line} All figures: \`docs/accuracy.md\`.\n\n## Sources`))
}
