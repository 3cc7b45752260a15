/** The name that the playground gives a post. */
import { expect, it } from 'vitest'
import { nameFrom } from '../apps/playground/page-name.ts'

it.each([
  ['---\npath: stem-cell/exosome-treatment\ntitle: Other\n---\n', 'exosome-treatment'],
  ['---\nslug: "/iron/"\n---\n', 'iron'],
  ["---\r\ntitle: 'Was hilft bei Übelkeit?'\r\n---\r\n", 'was-hilft-bei-ubelkeit'],
  ['# Folic **acid**\n\nText', 'folic-acid'],
  ['---\npath: /\n---\n# Home\n', 'home'],
  ['Only text', 'post'],
  ['', 'post'],
])('%j is %s', (text, name) => expect(nameFrom(text)).toBe(name))

it('is no longer than a name should be', () => {
  expect(nameFrom(`# ${'word '.repeat(40)}`).length).toBeLessThanOrEqual(60)
  expect(nameFrom(`# ${'x'.repeat(400)}`).length).toBeLessThanOrEqual(60)
})
