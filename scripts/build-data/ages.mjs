/** ages.json: the dates of the data sets, for the run summary: `asOf` of each data/<name>.json. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../data/', import.meta.url))

export async function build(outputFolder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const dates = names.sort().map((name) => [name.slice(0, -5), JSON.parse(readFileSync(path.join(folder, name), 'utf8')).asOf])
  const ages = Object.fromEntries(dates.filter(([, date]) => typeof date === 'string'))
  writeFileSync(path.join(outputFolder, 'ages.json'), `${JSON.stringify(ages)}\n`)
}
