/** What the Decap widget tells: places in fields and in the body, remedies of the body alone, and the text of a refused save. */
import { expect, it } from 'vitest'
import { objection } from '../../apps/decap/gate.ts'
import type { Draft, Finding } from '../../apps/decap/protocol.ts'
import { isInBody } from '../../apps/decap/protocol.ts'
import { postOf, reportOn } from '../../apps/decap/report.ts'
import { createEngine } from '../../apps/engine/engine.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import type { Config } from '../../src/core.ts'

const engine = createEngine(async (name) => nodeResources(name) ?? '')

function report(draft: Partial<Draft>, config: Config = {}) {
  return reportOn(engine, { draft: { body: '', fields: {}, path: 'content/posts/a.md', ...draft }, config, now: '2026-06-01' })
}

async function findingsOf(rule: string, draft: Partial<Draft>, config?: Config): Promise<Finding[]> {
  return (await report(draft, config)).findings.filter((finding) => finding.rule === rule)
}

it('counts places in the body from the body, whatever the fields are', async () => {
  const body = '## Dose\n\nTake .5 mg of folic acid.\n'
  for (const fields of [{}, { title: 'Folic acid\nin pregnancy: "how much?"', tags: ['a', 'b'], author: { name: 'I. Vogt' } }]) {
    const [finding] = await findingsOf('dose-decimal', { body, fields })
    const place = finding!.place
    expect(isInBody(place) && [body.slice(place.start, place.end), place.line]).toEqual(['.5 mg', 3])
    const [edit] = finding!.remedies[0]!.edits
    expect(body.slice(0, edit!.start) + edit!.text + body.slice(edit!.end)).toBe('## Dose\n\nTake 0.5 mg of folic acid.\n')
  }
})

it('names the field of a finding in the frontmatter', async () => {
  const fields = { title: 'Iron', date: '2019-01-01', description: 'Short: "too".', reviewedBy: 'S. Haddad, MD' }
  const [summary] = await findingsOf('frontmatter-description', { fields })
  expect(summary!.place).toEqual({ field: 'description' })
  expect((await findingsOf('frontmatter-currency', { fields }))[0]!.place).toEqual({ field: 'date' })
  expect((await findingsOf('frontmatter-author', { fields }))[0]!.place).toEqual({ field: null })
})

it('writes the post as a save would: frontmatter, empty fields left out, body', () => {
  const { text, bodyStart } = postOf({ body: 'Body\n', fields: { title: 'A: b', reviewedBy: '', path: null }, path: 'a.md' })
  expect(text).toBe('---\ntitle: "A: b"\n---\nBody\n')
  expect(text.slice(bodyStart)).toBe('Body\n')
  expect(postOf({ body: 'Body\n', fields: {}, path: 'a.md' }).text).toBe('---\n---\nBody\n')
})

it('takes several presets, rules and the language of the locale', async () => {
  const config: Config = { extends: ['recommended', 'strict'], rules: { 'dose-decimal': 'error' } }
  const body = '## Dose\n\nTake .5 mg of folic acid.\n'
  expect((await findingsOf('dose-decimal', { body }, config))[0]!.severity).toBe('error')
  expect(
    await findingsOf('sentence-length', { body: `${'Das ist ein Satz mit Wort und '.repeat(9)}.`, lang: 'de' }, config),
  ).toEqual([])
  await expect(report({}, { extends: 'gentle' })).rejects.toThrow(/gentle/)
})

it('refuses a save with the first findings and where they are', async () => {
  const body = `${'Take .5 mg of folic acid.\n\n'.repeat(7)}`
  const config: Config = { extends: 'recommended', rules: { 'dose-decimal': 'error' } }
  const checked = await report({ body: `## Dose\n\n${body}` }, config)
  expect(objection([checked], 'off')).toBeUndefined()
  const text = objection([checked], 'error')!.split('\n')
  expect(text[0]).toMatch(/^medlint found \d+ problems to solve first\.$/)
  expect(text).toHaveLength(7)
  expect(text.join('\n')).toMatch(/^Line 3: Write "0\.5 mg"/m)
  const clean = await report({ body: 'Hello.\n' }, { rules: { 'frontmatter-fields': 'warn' } })
  expect(objection([clean], 'error')).toBeUndefined()
  expect(objection([clean], 'warning')).toMatch(/^Fields: /m)
})
