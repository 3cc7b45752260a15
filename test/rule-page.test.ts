import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: a script without types
import { PLACEHOLDERS, placeholdersIn, rulePage } from '../scripts/rule-page.mjs'

describe('the page a new rule starts with', () => {
  it('is known by every line that has to be written', () => {
    expect(placeholdersIn(rulePage('new-rule'))).toEqual(Object.values(PLACEHOLDERS))
    expect(placeholdersIn('| new-rule | Say in one line what holds when this rule is silent |')).toHaveLength(1)
  })

  it('is no page of a rule of today', () => {
    const folder = new URL('../docs/rules/', import.meta.url)
    const left = readdirSync(folder).filter((name) => placeholdersIn(readFileSync(new URL(name, folder), 'utf8')).length > 0)
    expect(left).toEqual([])
  })
})
