import { describe, expect, it } from 'vitest'
import rule from '../../rules/indication-list.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

describe('indication-list', () => {
  it.each([
    'Ozone helps with ⟦asthma, arthritis, eczema, gout and infertility⟧.',
    'Magnet therapy is suitable for tinnitus, long COVID ⟦and countless other complaints⟧.',
    '## What magnets treat\n\n⟦- Migraine\n- Gout\n- Infertility\n- Psoriasis⟧'.replace('⟦- ', '- ⟦'),
    'Stem cell therapy can treat:\n\n- ⟦Migraine\n- Gout of the toe\n- Infertility\n- Psoriasis⟧',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it('counts conditions and systems', () => {
    const [message] = lint(rule, 'Ozone helps with asthma, arthritis, eczema, gout and infertility.')
    expect(message!.message).toBe('Limit this list to conditions with cited evidence: it has 5 of 5 body systems.')
  })

  it.each([
    'Adalimumab is licensed for arthritis, psoriasis, Crohn’s disease and anaemia ([label](https://doi.org/10.5555/l1)).',
    'Anaemia can cause tiredness, pale skin, headaches and asthma.',
    'Our hospital has departments for heart, lung, kidney and skin diseases.',
    'Ozone does not help with asthma, arthritis, eczema, gout or infertility.',
    'The drug helps with eczema, psoriasis, acne and rosacea.',
    'Ozone helps with asthma and gout.',
    '## Related topics\n\n- Migraine\n- Gout\n- Infertility\n- Psoriasis',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text)
  })

  it('has options for the length, the open end and approved lists', () => {
    const text = 'Ozone helps with asthma, gout and infertility.'
    expect(lint(rule, text, { options: { min: 3 } })).toHaveLength(1)
    expectSilent(rule, 'Ozone helps with asthma, gout, acne and infertility.', { options: { minSystems: 5 } })
    expectSilent(rule, 'Magnets help with gout and many other complaints.', { options: { openEnded: false } })
    expectSilent(rule, 'Ozone helps with asthma, arthritis, eczema, gout and infertility.', { options: { approved: '^ozone' } })
  })
})
