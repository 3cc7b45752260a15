import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import difficultyData from '../../data/difficulty.json' with { type: 'json' }
import { nodeResources } from '../../src/cli/resources.ts'
import { automated, colemanLiau, fleschKincaid, gunningFog, smog } from '../../src/post/readability/formulas.ts'
import { FLOOR, zipfOf } from '../../src/post/readability/frequency.ts'
import { glossedWords } from '../../src/post/readability/glosses.ts'
import { measureReadability, scoredSentences, sentenceDifficulty, wordSet } from '../../src/post/readability/index.ts'
import { marginOf } from '../../src/post/readability/margin.ts'
import { quotationsOf } from '../../src/post/readability/quotations.ts'
import { countSyllables } from '../../src/post/readability/syllables.ts'
import { tokensOf } from '../../src/post/readability/tokens.ts'
import type { ReadabilityCounts } from '../../src/post/types.ts'
import { post } from '../support.ts'

const frequency = nodeResources('frequency')!
const measure = (markdown: string) => measureReadability(post(markdown).sentences, nodeResources)
const { whole, short } = difficultyData.entries
const difficulty = (sentence: string) => sentenceDifficulty(post(sentence).sentences[0]!, nodeResources)!.difficulty

describe('formulas', () => {
  const counts: ReadabilityCounts = {
    sentences: 30,
    words: 300,
    syllables: 450,
    letters: 1350,
    polysyllables: 30,
    difficultWords: 0,
  }

  it('follow their sources', () => {
    expect(fleschKincaid(counts)).toBeCloseTo(0.39 * 10 + 11.8 * 1.5 - 15.59, 10)
    expect(smog(counts)).toBeCloseTo(1.043 * Math.sqrt(30) + 3.1291, 10)
    expect(colemanLiau(counts)).toBeCloseTo(0.0588 * 450 - 0.296 * 10 - 15.8, 10)
    expect(automated(counts)).toBeCloseTo(4.71 * 4.5 + 0.5 * 10 - 21.43, 10)
    expect(gunningFog(counts)).toBeCloseTo(0.4 * (10 + 10), 10)
  })

  it('say nothing without sentences, and SMOG nothing below 30', () => {
    const none: ReadabilityCounts = { sentences: 0, words: 0, syllables: 0, letters: 0, polysyllables: 0, difficultWords: 0 }
    for (const formula of [fleschKincaid, smog, colemanLiau, automated, gunningFog]) expect(formula(none)).toBeUndefined()
    expect(smog({ ...counts, sentences: 29 })).toBeUndefined()
  })

  it('rise with longer sentences and longer words', () => {
    const size = fc.integer({ min: 30, max: 300 })
    fc.assert(
      fc.property(size, size, size, (sentences, perSentence, more) => {
        const words = sentences * perSentence
        const base = { ...counts, sentences, words, syllables: words, letters: words * 4, polysyllables: 10 }
        expect(fleschKincaid({ ...base, syllables: words + more })!).toBeGreaterThan(fleschKincaid(base)!)
        expect(smog({ ...base, polysyllables: 10 + more })!).toBeGreaterThan(smog(base)!)
        expect(colemanLiau({ ...base, letters: base.letters + more })!).toBeGreaterThan(colemanLiau(base)!)
      }),
    )
  })

  it('have a margin that shrinks with the root of the sentences', () => {
    expect(marginOf('flesch-kincaid', 1)).toBe(4.8)
    expect(marginOf('flesch-kincaid', 16)).toBeCloseTo(1.2, 10)
  })
})

describe('counts of a passage, against a count by hand', () => {
  it('takes decimals, abbreviations and citations as they are meant', () => {
    // Words with a letter: The dose is mg now (5), Dr. Poe saw her again (5), The sugar fell (3).
    const counts = measure('The dose is 2.5 mg now. Dr. Poe saw her again. The sugar fell.[1]')
    expect(counts.sentences).toBe(3)
    expect(counts.words).toBe(13)
    expect(counts.polysyllables).toBe(0)
  })

  it('gives the Flesch-Kincaid grade of the hand count', () => {
    // 3 sentences; 7 + 6 + 7 words; 8 + 6 + 9 syllables
    const counts = measure('Take one tablet with food each day. Call us if you feel sick. Your doctor can help you sleep better.')
    expect(counts).toMatchObject({ sentences: 3, words: 20, syllables: 23 })
    expect(counts.grade.fleschKincaid).toBeCloseTo(0.39 * (20 / 3) + 11.8 * (23 / 20) - 15.59, 10)
  })

  it('leaves out headings, labels, fragments of lists, code, references and quotations', () => {
    const prose = 'Rest the knee for two days.'
    const rest = [
      '# Cardiovascular rehabilitation considerations',
      '- multidisciplinary rehabilitation',
      '- anticoagulation',
      '```\nmultidisciplinary rehabilitation is code.\n```',
      '> Multidisciplinary rehabilitation is indispensable everywhere.',
      '“Multidisciplinary rehabilitation is indispensable everywhere,” said the nurse.',
      '## References\n\n1. Poe A. Multidisciplinary rehabilitation is indispensable. J Rehab. 2020.',
    ]
    expect(measure([prose, ...rest].join('\n\n'))).toEqual(measure(prose))
  })

  it('counts list items that are full sentences', () => {
    expect(measure('- Rest the knee today.\n- Ice\n- Call us on Monday morning.\n').sentences).toBe(2)
  })

  it('lets familiar words have two syllables', () => {
    const { sentences } = post('People with pneumonia need antibiotics for a week.')
    const plain = measureReadability(sentences, nodeResources)
    const eased = measureReadability(sentences, nodeResources, wordSet(['Pneumonia', 'antibiotic']))
    expect(plain.syllables - eased.syllables).toBe(countSyllables('pneumonia') - 2 + countSyllables('antibiotics') - 2)
    expect(eased.polysyllables).toBe(plain.polysyllables - 2)
  })

  it('measures nothing twice or not at all: the parts add up', () => {
    const sentence = fc.constantFrom(
      'Rest the knee for two days.',
      'Take one tablet with food.',
      'Dysphagia necessitates supervision.',
    )
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (list) => {
        const whole = measure(list.join(' '))
        const parts = list.map((one) => measure(one))
        for (const name of ['sentences', 'words', 'syllables', 'letters', 'polysyllables'] as const)
          expect(whole[name]).toBe(parts.reduce((sum, part) => sum + part[name], 0))
      }),
      { numRuns: 40 },
    )
  })
})

describe('countSyllables', () => {
  it.each([
    ['knee', 1],
    ['doses', 2],
    ['treated', 2],
    ['muscle', 2],
    ['diabetes', 4],
    ['syncope', 3],
    ['osteoporosis', 6],
    ['aorta', 3],
    ['pneumonia', 4],
    ['esophageal', 5],
    ['medicine', 3],
    ['lifestyle', 2],
    ['careful', 2],
    ['inflammation', 4],
    ['appendicitis', 5],
    ['asthma', 2],
    ['rhythm', 2],
    ['diarrhoea', 4],
    ['tissue', 2],
    ['disease', 2],
    ['breathe', 1],
    ['vaccine', 2],
    ['hypertension', 4],
    ["patient's", 2],
    ['', 0],
    ['x', 1],
  ])('%s: %d', (word, count) => expect(countSyllables(word)).toBe(count))

  it('is at least one for any word, `constructor` among them, and does not mind case', () => {
    expect(countSyllables('constructor')).toBe(3)
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(countSyllables(word)).toBeGreaterThanOrEqual(1)
        expect(countSyllables(word.toUpperCase())).toBe(countSyllables(word))
      }),
    )
  })
})

describe('word frequency', () => {
  it('knows common words, gives unseen ones the floor and hyphenated ones their rarest part', () => {
    expect(zipfOf('the', frequency)).toBeGreaterThan(7)
    expect(zipfOf('zzyzzx', frequency)).toBe(FLOOR)
    expect(zipfOf('blood-zzyzzx', frequency)).toBe(FLOOR)
  })

  it('lifts familiar health words', () => {
    expect(zipfOf('acetaminophen', frequency)).toBe(3.5)
  })

  it('reads British spellings as the American ones of the list', () => {
    expect(zipfOf('haemorrhage', frequency)).toBeGreaterThanOrEqual(zipfOf('hemorrhage', frequency))
    expect(zipfOf('tumour', frequency)).toBeGreaterThanOrEqual(zipfOf('tumor', frequency))
  })

  it('expands contractions and drops numbers', () => {
    const tokens = (text: string) => tokensOf(text)
    expect(tokens("Don't")).toEqual(['do', 'not'])
    expect(tokens('won’t')).toEqual(['will', 'not'])
    expect(tokens("doctor's")).toEqual(['doctor'])
    expect(tokens('12-week')).toEqual([])
    expect(tokens('COVID-19')).toEqual(['covid'])
    expect(tokens('naïve')).toEqual(['naive'])
  })
})

describe('sentenceDifficulty', () => {
  it('is a sum of m5 and ln n with the fitted constants', () => {
    const rare = ['call', 'your', 'doctor', 'chest', 'pain', 'if', 'you', 'have']
      .map((word) => zipfOf(word, frequency))
      .sort((a, b) => a - b)
    const mean = rare.slice(0, 5).reduce((sum, value) => sum + value, 0) / 5
    expect(difficulty('Call your doctor if you have chest pain.')).toBeCloseTo(
      whole.base + whole.rarest * mean + whole.length * Math.log(8),
      10,
    )
  })

  it('has its own constants and floor for a shortened list', () => {
    const list = "' 2008\ntake 6000\nthe 7500\n"
    const sentence = post('Take the methotrexate.').sentences[0]!
    const { difficulty } = sentenceDifficulty(sentence, (name) => (name === 'frequency' ? list : undefined))!
    const mean = (6 + 7.5 + 2.008) / 3
    expect(difficulty).toBeCloseTo(short.base + short.rarest * mean + short.length * Math.log(3), 10)
  })

  it('puts plain sentences below technical ones', () => {
    expect(difficulty("Don't stop taking it.")).toBeLessThan(2.6)
    expect(difficulty('The pathophysiological sequelae of dyslipidemia necessitate aggressive pharmacotherapy.')).toBeGreaterThan(
      4.5,
    )
  })

  it('names the rarest words, each once, and skips known ones', () => {
    const sentence = post('Erythema means redness.').sentences[0]!
    expect(sentenceDifficulty(sentence, nodeResources)!.rarest[0]!.text).toBe('Erythema')
    const skipped = sentenceDifficulty(sentence, nodeResources, (word) => word.text === 'Erythema')!
    expect(skipped.rarest.map(({ text }) => text)).not.toContain('Erythema')
  })

  it('is unknown without the frequency list or without words', () => {
    expect(sentenceDifficulty(post('Rest now.').sentences[0]!, () => undefined)).toBeUndefined()
    expect(sentenceDifficulty(post('2.5').sentences[0]!, nodeResources)).toBeUndefined()
  })
})

describe('what counts', () => {
  it.each([
    ['Rest the knee.', 1],
    ['Rest now.', 0],
    ['Reviewed by Anna Poe', 0],
    ['A line without a full stop that goes on for more than ten words', 1],
    ['| Take it with food every day. |\n| --- |\n| two tablets |', 1],
  ])('%j: %d scored', (markdown, count) => expect(scoredSentences(post(markdown).sentences, nodeResources)).toHaveLength(count))

  it('pairs quotation marks, long quotations only', () => {
    const quoted = (markdown: string) => {
      const block = post(markdown).prose[0]!
      return quotationsOf(block).map(({ textStart, textEnd }) => block.text.slice(textStart, textEnd))
    }
    expect(quoted('She said "take it with a lot of food" and left.')).toEqual(['"take it with a lot of food"'])
    expect(quoted('The “fibro fog” and an open " mark.')).toEqual([])
  })

  it('finds glosses on both sides', () => {
    const glossed = (markdown: string) => {
      const sentence = post(markdown).sentences[0]!
      return [...glossedWords(sentence, nodeResources)].map((index) => sentence.words[index]!.text)
    }
    expect(glossed('Dysphagia (trouble swallowing) is common.')).toEqual(['Dysphagia'])
    expect(glossed('High blood pressure (hypertension) is common.')).toEqual(['hypertension'])
    expect(glossed('A stroke unit (SU) is best.')).toEqual(['SU'])
  })
})
