/** Findings on a text that goes on changing, and the fields of a form as frontmatter. */
import { describe, expect, it } from 'vitest'
import { rebase } from '../../apps/browser/content/rebase.ts'
import { joinFrontmatter } from '../../apps/browser/editors/frontmatter.ts'
import { MappedText } from '../../apps/browser/editors/mapped-text.ts'
import type { NativeField } from '../../apps/browser/editors/types.ts'
import { DEFAULTS, settingsFrom } from '../../apps/browser/settings.ts'
import { analysisRequest } from '../../apps/browser/worker/analysis-request.ts'
import type { Message } from '../../src/lint/types.ts'

const rangesOf = (words: string, text: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

describe('findings of an older text', () => {
  const before = 'It cures pain. Take .5 mg daily. It works.'
  const findings = ['cures', '.5 mg', 'works'].map((words) => {
    const place = rangesOf(words, before)
    return {
      ...place,
      fix: null,
      suggestions: [
        { title: 'Start', edits: [{ start: 0, end: 2, text: 'This' }] },
        { title: 'Here', edits: [{ ...place, text: '' }] },
      ],
    } as unknown as Message
  })
  const wordsIn = (after: string) => rebase(findings, before, after).map(({ start, end }) => after.slice(start, end))

  it('move with their words', () => {
    expect(wordsIn('It cures pain. Please take .5 mg daily. It works.')).toEqual(['cures', '.5 mg', 'works'])
    expect(wordsIn(`New start. ${before}`)).toEqual(['cures', '.5 mg', 'works'])
    expect(wordsIn(before)).toEqual(['cures', '.5 mg', 'works'])
  })

  it('keep the remedies that are still right, at their new place', () => {
    const after = `New start. ${before.slice(3)}`
    const [first] = rebase(findings, before, after)
    expect(first!.suggestions.map(({ title }) => title)).toEqual(['Here'])
    const { start, end } = first!.suggestions[0]!.edits[0]!
    expect(after.slice(start, end)).toBe('cures')
  })

  it('are dropped where the text was changed', () => {
    expect(wordsIn('It cures pain. Take 0.5 mg daily. It works.')).toEqual(['cures', '.5 mg', 'works'])
    expect(wordsIn('It cures pain. Take 1.5 g daily. It works.')).toEqual(['cures', 'works'])
    expect(wordsIn('')).toEqual([])
  })
})

describe('fields as frontmatter', () => {
  const fieldOf = (value: string) => ({ value }) as NativeField
  const body = (text: string) => new MappedText(text).reading(true)

  it('are YAML in front of the body', () => {
    const author = [{ name: 'name', value: fieldOf('Ann Lee') }]
    const fields = [
      { name: 'title', value: fieldOf('Say "no" to\\pain') },
      { name: 'author', value: author },
      { name: 'tags', value: ['skin', 'hair'] },
      { name: 'draft', value: 'false' },
    ]
    const { text } = joinFrontmatter(fields, body('Body.'))
    expect(text).toBe(
      '---\ntitle: "Say \\"no\\" to\\\\pain"\nauthor:\n  name: "Ann Lee"\ntags: ["skin", "hair"]\ndraft: false\n---\n\nBody.',
    )
  })

  it('lead back to the field, and say which characters are its own', () => {
    const title = fieldOf('A "miracle" cure')
    const reading = joinFrontmatter([{ name: 'title', value: title }], body('Body.'))
    const { start, end } = rangesOf('cure', reading.text)
    expect(reading.placeOf(start, end)).toEqual({ field: title, start: 12, end: 16 })
    expect(reading.isOwn(start, end)).toBe(true)
    const quoted = rangesOf('\\"miracle\\"', reading.text)
    expect(reading.isOwn(quoted.start, quoted.end)).toBe(false)
    expect(reading.placeOf(quoted.start, quoted.end)).toEqual({ field: title, start: 3, end: 10 })
  })

  it('give way to frontmatter of the text itself', () => {
    const text = '---\ntitle: Own\n---\nBody.'
    expect(joinFrontmatter([{ name: 'title', value: fieldOf('Other') }], body(text)).text).toBe(text)
  })
})

describe('what the engine is asked', () => {
  it('leaves out rules of frontmatter where the page shows none', () => {
    const { options } = analysisRequest('A body.', 'www.clinic.example', DEFAULTS, '2026-01-01')
    expect(options?.rules?.['frontmatter-author']).toBe('off')
    expect(options?.ownDomains).toEqual(['clinic.example'])
    expect(analysisRequest('---\ntitle: A\n---\nA body.', '', DEFAULTS, '2026-01-01').options).toEqual({})
  })

  it('takes only known settings', () => {
    expect(settingsFrom({ preset: 'strict', audience: 'patient' })).toEqual({ preset: 'strict', audience: 'patient' })
    expect(settingsFrom({ preset: '__proto__', audience: 7 })).toEqual(DEFAULTS)
  })
})
