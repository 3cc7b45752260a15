import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../src/cli/resources.ts'
import { listGrades, measureReadability } from '../../src/post/readability/index.ts'
import { post } from '../support.ts'

/** By sentence: words with a letter, their syllables (an abbreviation is one, as Flesch counts it), words of three and more. */
type Count = [words: number, syllables: number, polysyllables: number]

const PASSAGES: [markdown: string, counts: Count[]][] = [
  [
    'Take 2.5 mg with a glass of water.[1] Dr. Poe checks your blood after 1.5 weeks. Call her if you feel dizzy.',
    [
      [7, 8, 0],
      [7, 8, 0],
      [6, 7, 0],
    ],
  ],
  [
    'High blood pressure has no symptoms at first (Lee et al., 2019). A pressure of 140/90 mmHg or more is too high. Your nurse can measure it at no cost.',
    [
      [8, 10, 0],
      [9, 10, 0],
      [8, 9, 0],
    ],
  ],
  [
    'Before the test:\n\n- Do not eat or drink at night.\n- Bring a list of your medicines, e.g. insulin.\n- no jewellery\n\nThe test takes ten minutes.',
    [
      [3, 4, 0],
      [7, 7, 0],
      [8, 12, 2],
      [5, 6, 0],
    ],
  ],
  [
    'Asthma is a long-term disease of the airways. About 5.4 million people in the U.K. have it.[2,3] Most of them lead a normal life.',
    [
      [8, 12, 0],
      [8, 11, 0],
      [7, 8, 0],
    ],
  ],
  [
    'Vaccination prevents severe infection. In one trial (n = 1,204), 3.1% of adults fell ill.[^4] Side effects were mild, i.e. fever and a sore arm.\n\n[^4]: Roe B. 2020.',
    [
      [4, 11, 2],
      [8, 10, 0],
      [10, 12, 0],
    ],
  ],
  [
    'The heart pumps blood through the body. An ECG shows how it beats, vs. a scan, which shows its shape. Ask for one if you have pain at rest.',
    [
      [7, 8, 0],
      [13, 13, 0],
      [9, 9, 0],
    ],
  ],
  [
    '## Dose\n\nAdults take 0.5 to 1.0 g every day.\n\n1. Swallow the tablet whole.\n2. Drink a glass of water.\n\nStop if you get a rash.',
    [
      [6, 8, 0],
      [4, 6, 0],
      [5, 6, 0],
      [6, 6, 0],
    ],
  ],
  [
    'People with diabetes check their sugar at home. A level below 4.0 mmol is low. Eat something sweet at once, and tell Ms. Roe.',
    [
      [8, 13, 1],
      [6, 8, 0],
      [9, 10, 0],
    ],
  ],
  [
    'Physiotherapy strengthens the muscles around the knee. Exercise is safe, Dr. Poe says. After 12.5 weeks, pain fell by a third (Roe et al., 2021; Poe & Lee, 2022).',
    [
      [7, 15, 1],
      [6, 8, 1],
      [7, 8, 0],
    ],
  ],
  [
    'Inflammation of the appendix causes sudden abdominal pain. The pain starts near the navel at 8.30 p.m. and moves to the right. An operation is the usual treatment.',
    [
      [8, 18, 3],
      [13, 14, 0],
      [6, 12, 2],
    ],
  ],
]

const fleschKincaid = (sentences: number, words: number, syllables: number) =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
const smog = (sentences: number, polysyllables: number) => 1.043 * Math.sqrt((30 * polysyllables) / sentences) + 3.1291

describe('the grade of a hand count, within .2', () => {
  it.each(PASSAGES)('%s', (markdown, counts) => {
    const measured = measureReadability(post(markdown).sentences, nodeResources)
    const sum = (at: 0 | 1 | 2) => counts.reduce((total, count) => total + count[at], 0)
    expect(measured.sentences).toBe(counts.length)
    const byHand = fleschKincaid(counts.length, sum(0), sum(1))
    expect(Math.abs(measured.grade.fleschKincaid! - byHand)).toBeLessThan(0.2)
    expect(Math.abs(smog(measured.sentences, measured.polysyllables) - smog(counts.length, sum(2)))).toBeLessThan(0.2)
  })
})

describe('formulas of word lists', () => {
  const grades = (markdown: string) => listGrades(post(markdown).sentences, nodeResources)

  it('follow their sources', () => {
    // Six words, one of them in neither list; then 1 of 6 for Dale-Chall is above 5 %.
    expect(grades('The cat has pharyngitis and runs.').daleChall).toBeCloseTo(15.79 / 6 + 0.0496 * 6 + 3.6365, 10)
    expect(grades('The cat has pharyngitis and runs.').spache).toBeCloseTo(0.121 * 6 + 8.2 / 6 + 0.659, 10)
  })

  it('count regular forms of listed words and names as easy', () => {
    expect(grades('The happiest babies stopped crying and tried walking to Anna.').daleChall).toBeCloseTo(0.0496 * 10, 10)
  })

  it('count every mention of a hard word for Dale-Chall, each once for Spache', () => {
    const once = grades('The tendon is red and the leg is red.')
    const twice = grades('The tendon is red and the tendon is red.')
    expect(twice.daleChall! - once.daleChall!).toBeCloseTo(15.79 / 9, 10)
    expect(twice.spache).toBe(once.spache)
  })

  it('are unknown without sentences and without the list', () => {
    expect(grades('# Title')).toEqual({ daleChall: undefined, spache: undefined })
    expect(listGrades(post('The leg is red.').sentences, () => undefined).spache).toBeUndefined()
  })
})
