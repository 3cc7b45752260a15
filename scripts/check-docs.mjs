/** Checks the documentation: links between pages lead somewhere, every rule page is written and listed, the README's commands exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeholdersIn } from './rule-page.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const problems = []
const pages = ['README.md', 'CONTRIBUTING.md', ...walk('docs')]

function walk(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(`${folder}/${entry.name}`) : entry.name.endsWith('.md') ? [`${folder}/${entry.name}`] : [],
  )
}

const slug = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
const anchorsOf = (text) => new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => slug(match[1].replace(/`/g, ''))))

for (const page of pages) {
  const text = readFileSync(path.join(root, page), 'utf8')
  for (const words of placeholdersIn(text)) problems.push(`${page}: replace "${words}", which the template put there`)
  const prose = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '')
  for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue
    const [file, anchor] = target.split('#')
    const place = file === '' ? page : path.join(path.dirname(page), file)
    if (!existsSync(path.join(root, place))) problems.push(`${page}: ${target} leads nowhere`)
    else if (anchor && place.endsWith('.md') && !anchorsOf(readFileSync(path.join(root, place), 'utf8')).has(anchor)) {
      problems.push(`${page}: no heading for ${target}`)
    }
  }
}

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
for (const page of ['README.md', 'CONTRIBUTING.md']) {
  for (const [, name] of readFileSync(path.join(root, page), 'utf8').matchAll(/npm run ([a-z:-]+)/g)) {
    if (!(name in scripts)) problems.push(`${page}: there is no npm script "${name}"`)
  }
}

const catalogue = readFileSync(path.join(root, 'docs/rules.md'), 'utf8')
for (const page of readdirSync(path.join(root, 'docs/rules'))) {
  if (!catalogue.includes(`rules/${page}`)) problems.push(`docs/rules.md does not list ${page}: run npm run build:docs`)
}

for (const problem of problems) console.error(problem)
console.log(`${pages.length} pages checked, ${problems.length} problems`)
process.exit(problems.length > 0 ? 1 : 0)
