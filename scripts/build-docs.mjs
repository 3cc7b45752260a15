/** `npm run build:docs`: docs/rules.md, the catalogue with the level of every rule in every preset, from the built code. */
import { writeFileSync } from 'node:fs'
import { presets, rules } from '../dist/core.js'

const families = {
  frontmatter: 'Frontmatter',
  claims: 'Claims',
  citations: 'Citations',
  references: 'References',
  readability: 'Readability',
  language: 'Language',
  notation: 'Safety notation',
  structure: 'Structure',
  disclosure: 'Disclosure and compliance',
  links: 'Links and media',
  consistency: 'Consistency',
}
const columns = ['recommended', 'strict', 'patient', 'clinician', 'regenerative-medicine', 'supplements']
const levelOf = (setting) =>
  setting === undefined ? '–' : Array.isArray(setting) ? setting[0] : typeof setting === 'string' ? setting : 'warn'

let page = `# Rules

Every rule with its level in each preset. Written by \`npm run build:docs\`; levels live in \`presets/*.ts\`.
In the examples on the pages, ⟦ ⟧ enclose what is reported.
`
for (const [family, title] of Object.entries(families)) {
  const own = Object.values(rules).filter((rule) => rule.meta.family === family)
  if (own.length === 0) continue
  page += `\n## ${title}\n\n| rule | what holds | fix | ${columns.join(' | ')} |\n|---|---|---|${columns.map(() => '---|').join('')}\n`
  for (const { meta } of own) {
    const levels = columns.map((preset) => levelOf(presets[preset].rules[meta.id]))
    page += `| [\`${meta.id}\`](rules/${meta.id}.md) | ${meta.purpose} | ${meta.fix} | ${levels.join(' | ')} |\n`
  }
}
writeFileSync(new URL('../docs/rules.md', import.meta.url), page)
