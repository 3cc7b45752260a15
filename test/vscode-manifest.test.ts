/** What the VS Code extension says of itself is what the server and the code know. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { presets } from '../presets/index.ts'
import { readSettings } from '../src/language-server/settings.ts'

const app = (name: string) => readFileSync(fileURLToPath(new URL(`../apps/vscode/${name}`, import.meta.url)), 'utf8')
const { contributes } = JSON.parse(app('package.json'))
const properties: Record<string, { default: unknown; enum?: string[] }> = contributes.configuration.properties

it('offers the presets that there are', () => {
  expect(properties['medlint.preset']!.enum!.toSorted()).toEqual(Object.keys(presets).toSorted())
})

it('has the defaults of the server', () => {
  const given = Object.fromEntries(
    Object.entries(properties).map(([name, { default: value }]) => [name.slice('medlint.'.length), value]),
  )
  const { score: _, ...defaults } = readSettings(undefined).settings
  expect(given).toMatchObject(defaults)
  expect(readSettings(given).problems).toEqual([])
})

it('has code for every command, and a page for every command and setting', () => {
  const page = app('README.md')
  const code = app('extension.ts')
  for (const { command, title } of contributes.commands as { command: string; title: string }[]) {
    expect(code).toContain(`'${command}'`)
    expect(page).toContain(`| medlint: ${title} |`)
  }
  for (const name of Object.keys(properties)) expect(page).toContain(`| \`${name}\` |`)
})
