import { describe, expect, it } from 'vitest'
import rule from '../../rules/medical-spelling.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const strict = true

describe('a misspelt word', () => {
  it('is reported with its correction, never fixed', () => {
    const [message] = expectReports(rule, 'People with ⟦diabetis⟧ need shoes that fit.')
    expect(message!.message).toBe('Check the spelling of "diabetis": diabetes?')
    expect(message!.severity).toBe('warn')
    expect(message!.fix).toBeNull()
    expect(message!.suggestions[0]).toEqual({ title: 'Write "diabetes"', edits: [{ start: 12, end: 20, text: 'diabetes' }] })
  })

  it.each([
    ['Use the ⟦perscribed⟧ inhaler.', 'prescribed'],
    ['⟦Hypertenstion⟧ is common.', 'Hypertension'],
    ['The ⟦symtoms⟧ went away.', 'symptoms'],
    ['Take an ⟦antihistimine⟧.', 'antihistamine'],
    ['The ⟦managment⟧ of pain.', 'management'],
    ['Wait for a ⟦posteior⟧ bleed.', 'posterior'],
    ['The ⟦arrythmia⟧ went away.', 'arrhythmia'],
    ['Ask for the ⟦treamtent⟧ today.', 'treatment'],
  ])('%s', (marked, correction) => expect(expectReports(rule, marked)[0]!.data['suggestion']).toBe(correction))

  it('is reported once, with the other places', () => {
    const text = 'The symtoms came. The symtoms went.'
    const [message, ...more] = lint(rule, text)
    expect(more).toEqual([])
    expect(message!.related.map(({ start, end }) => text.slice(start, end))).toEqual(['symtoms'])
  })

  it('has at most five suggestions', () => {
    for (const { suggestions } of lint(rule, 'Wait for the pateint and the managment of it, and the symtoms.'))
      expect(suggestions.length).toBeLessThanOrEqual(5)
  })
})

describe('words that are right, or not ours to correct', () => {
  it.each([
    'Hämäläinen K. Paediatric asthma. Eur Resp J. 2019;12:34-40.',
    'BRCA1 and TNFRSF13B were tested.',
    'The ameloblasts form enamel.',
    'Check the patency of the airway and her emotional lability.',
    'A hydrogel with mitogens from the raphe nuclei.',
    'The musculus rectus internus in Plasmodium malariae.',
    'J. L. Wysong and Hangwi Tang, with Segler, wrote it.',
    'Bondi Sands is a brand.\n\n- Geist Sans\n- Abhyangam & Swedam',
    'He has “fibro fog” and the *pateint* is a term.',
    'The code `pateint`, [a page](https://example.org/pateint), pateint.com and @pateint.',
    'The **p**ateint mnemonic.',
    'An e-mail: [write](mailto:{{ site.email }}).',
    'Die Behandlung der Atemwegserkrankungen erfordert Vorsicht und Geduld.',
  ])('%s', (text) => expectSilent(rule, text, { strict }))

  it('are those of `personal` and `dictionaries`, as whole words', () => {
    for (const name of ['personal', 'dictionaries']) {
      const options = { [name]: ['perscribed'] }
      expectSilent(rule, 'Our product Perscribed is perscribed.', { options, strict })
      expectReports(rule, 'The ⟦symtoms⟧ went away.', { options: { [name]: ['symtom'] } })
    }
  })
})

describe('unknown: "all"', () => {
  const options = { unknown: 'all' }

  it('reports words without a correction once, as info, with a count', () => {
    const [message] = expectReports(rule, 'The ⟦qworzle⟧ was a qworzle.', { options })
    expect(message!.message).toBe('Check the spelling of "qworzle": it is in no dictionary (used 2 times).')
    expect(message!.severity).toBe('info')
    expectSilent(rule, 'The qworzle was a qworzle.', { strict })
  })

  it('lets regular compounds pass', () => expectSilent(rule, 'A nonantibiotic, asthmalike wheeze.', { options, strict }))
})

describe('a name that lost its last word', () => {
  it('is completed by the suggestion', () => {
    const [message] = expectReports(rule, '⟦Attention deficit hyperactivity⟧ is often noticed at school.')
    expect(message!.message).toBe(
      'Complete the name "Attention deficit hyperactivity": Attention deficit hyperactivity disorder?',
    )
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('Attention deficit hyperactivity disorder')
  })

  it.each([
    'Attention deficit hyperactivity disorder is common.',
    'Attention deficit hyperactivity (ADHD) is common.',
    'Chronic obstructive pulmonary and heart disease.',
    'Acquired immunodeficiency can follow a medicine.',
  ])('is complete: %s', (text) => expectSilent(rule, text, { strict }))
})

describe('locale', () => {
  const american = 'The pediatric team saw a tumor and the color of the hemorrhage.'

  it('reports the minority of a page once, with all places', () => {
    const [message] = expectReports(rule, `${american} Then came ⟦anaemia⟧, and anaemia again.`)
    expect(message!.message).toBe('Write "anemia" instead of "anaemia": the page is in American English.')
    expect(message!.related).toHaveLength(1)
    expect(message!.suggestions[0]!.title).toBe('Write "anemia"')
  })

  it('can be fixed by the option', () => {
    expectReports(rule, 'Treat ⟦anemia⟧ early.', { options: { locale: 'en-GB' } })
    expectSilent(rule, 'Treat anemia early.', { options: { locale: 'en-US' }, strict })
    expectReports(rule, 'Treat ⟦anaemia⟧ early.', { options: { locale: 'en-US' } })
  })

  it('says nothing while the page has not decided', () => {
    expectSilent(rule, 'Treat anaemia. Then treat anemia.', { strict })
  })

  it('leaves names, quotations, Oxford spelling and Latin alone', () => {
    expectSilent(rule, `${american} The Royal College of Paediatrics found haemophilus.\n\n> The colour of anaemia.`, { strict })
    expectSilent(rule, 'The randomized trial of paediatric tumours had colour.', { options: { locale: 'en-GB' }, strict })
  })

  it('knows British forms of words that exist in both', () => {
    expectSilent(rule, 'Dyslipidaemia, phaeochromocytoma and anaemia, with oedema and diarrhoea; dyslipidaemia again.', {
      options: { locale: 'en-GB' },
      strict,
    })
  })
})
