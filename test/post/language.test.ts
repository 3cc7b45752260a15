import { describe, expect, it } from 'vitest'
import { post } from '../support.ts'

const languageOf = (text: string, lang?: string) => post(text, lang === undefined ? {} : { lang }).language

describe('language of a post', () => {
  it.each([
    ['prose', 'The tablet is taken with a glass of water, and it works for most of the people who have it in the evening.'],
    [
      'clinical notes with few function words',
      '- Avoid in renal failure\n- Dose: 5 mg daily, 10 mg maximum\n- Monitor potassium, creatinine\n- Stop when rash appears\n- Interactions: warfarin, digoxin, lithium',
    ],
    ['too few words to tell', 'Warfarin: INR 2-3'],
  ])('is English for %s', (_, text) => {
    expect(languageOf(text)).toBe('en')
  })

  it.each([
    ['German', 'Die Tablette wird in der Regel abends mit einem Glas Wasser eingenommen, und sie ist für die meisten gut.'],
    ['Dutch', 'Neem de tablet met een glas water in en was daarna de handen, want dat is van belang voor het effect.'],
    ['Spanish', 'La pastilla se toma por la noche con un vaso de agua, y para la mayoría de los pacientes es una buena opción.'],
    [
      'Polish',
      'Tabletkę przyjmuje się wieczorem, popijając szklanką wody, i jest to dobre rozwiązanie dla większości osób, które nie śpią.',
    ],
    ['Greek', 'Το χάπι λαμβάνεται το βράδυ με ένα ποτήρι νερό και είναι καλό για τους περισσότερους ανθρώπους.'],
    ['Chinese', '晚上用一杯水服用药片，对大多数人来说都是不错的选择，医生会告诉您更多信息。'],
  ])('is not English for %s', (_, text) => {
    expect(languageOf(text)).toBe('und')
  })

  it('is what host or frontmatter say', () => {
    expect(languageOf('The tablet is taken in the evening.', 'de-AT')).toBe('de')
    expect(languageOf('---\nlang: fr_FR\n---\n\nThe tablet is taken in the evening.')).toBe('fr')
  })
})
