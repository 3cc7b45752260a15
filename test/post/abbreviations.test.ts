import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchLongForm } from '../../src/post/abbreviation-match.ts'
import { candidatesOf, isPlainAbbreviation } from '../../src/post/abbreviations.ts'
import { post } from '../support.ts'

describe('matchLongForm', () => {
  it.each([
    ['TMJ', 'pain in the temporomandibular joint', 'temporomandibular joint'],
    ['BMI', 'a high body mass index', 'body mass index'],
    ['QoL', 'better quality of life', 'quality of life'],
    ['miRNA', 'some microRNA', 'microRNA'],
    ['COPD', 'people with chronic obstructive pulmonary disease', 'chronic obstructive pulmonary disease'],
  ])('%s in %j', (short, text, long) => expect(matchLongForm(short, text)).toBe(long))

  it.each([
    ['PTS', 'patient'],
    ['XYZ', 'the temporomandibular joint'],
    ['BMI', 'body mass index. It is'],
    ['IBS', ''],
  ])('%s not in %j', (short, text) => expect(matchLongForm(short, text)).toBeUndefined())

  it('finds an end of the text', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(words, (list) => {
        const short = list.map((word) => word[0]!.toUpperCase()).join('')
        const long = matchLongForm(short, `in ${list.join(' ')}`)
        if (long !== undefined) expect(`in ${list.join(' ')}`.endsWith(long)).toBe(true)
      }),
    )
  })
})

describe('candidatesOf', () => {
  it.each([
    ['Take NSAIDs for the TMJ.', ['NSAID', 'TMJ']],
    ['mRNA, HbA1c and TGF-β', ['mRNA', 'HbA1c', 'TGF-β']],
    ['U.S.A., v2.AB, @ABC and ABC_DEF', []],
    ['McDonald and Rest', []],
  ])('%j', (text, shorts) => expect(candidatesOf(text).map(({ short }) => short)).toEqual(shorts))

  it('calls only capitals plain', () => {
    expect(['TMJ', 'HbA1c', 'A', 'ABCDEFG'].filter(isPlainAbbreviation)).toEqual(['TMJ'])
  })
})

describe('abbreviations of a post', () => {
  const found = (markdown: string) =>
    post(markdown).abbreviations.map(({ short, long, definitions, uses }) => [short, long, definitions.length, uses.length])

  it.each<[string, [string, string | undefined, number, number][]]>([
    ['The body fat share (BFS) rose. The BFS fell.', [['BFS', 'body fat share', 1, 1]]],
    ['The BFS (body fat share) rose. The BFS fell.', [['BFS', 'body fat share', 1, 1]]],
    ['The body fat share, or BFS, rose.', [['BFS', 'body fat share', 1, 0]]],
    ['BFS stands for body fat share.', [['BFS', 'body fat share', 1, 0]]],
    ['BFS means body fat share.', [['BFS', 'body fat share', 1, 0]]],
    ['Fat (mostly body fat share, BFS) rose.', [['BFS', 'body fat share', 1, 0]]],
    ['BFS: body fat share', [['BFS', 'body fat share', 1, 0]]],
    ['Painkillers (NSAIDs) help.', [['NSAID', undefined, 1, 0]]],
    ['A STEMI (heart attack) hurts.', [['STEMI', undefined, 1, 0]]],
    ['## Body fat share (BFS)\n\nThe BFS fell.', [['BFS', 'body fat share', 1, 1]]],
    ['| Body fat share (BFS) | BFS |\n| --- | --- |\n| 3 | BFS |', [['BFS', 'Body fat share', 1, 2]]],
    ['TAKE THE BFS NOW OR NEVER', []],
    ['`BFS` and https://example.org/BFS', []],
  ])('%j', (markdown, expected) => {
    const lowerCase = (rows: unknown[][]) =>
      rows.map(([short, long, ...counts]) => [short, String(long).toLowerCase(), ...counts])
    expect(lowerCase(found(markdown))).toEqual(lowerCase(expected))
  })

  it('points at the abbreviation in the source', () => {
    const text = '> The **body fat share** (*BFS*) rose &amp; the BFS fell.'
    const [entry] = post(text).abbreviations
    for (const { start, end } of [...entry!.definitions, ...entry!.uses]) expect(text.slice(start, end)).toBe('BFS')
  })
})
