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
    [
      'a list of links',
      '- [[Breast Disorders]]\n- [[Ovarian Pathology]]\n- [[Male anatomy]]\n- [[Candida albicans]]\n- [[Chlamydia trachomatis]]\n- [[Preeclampsia]]\n- [[Kidney Stones]]',
    ],
    [
      'a list of drugs',
      '- Antihistamines\n  - Diphenhydramine\n- Corticosteroids\n- Local anesthetics\n  - Lidocaine, benzocaine, tetracaine\n- Counterirritants\n  - Mint oil, menthol, camphor',
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
    ['Vietnamese', 'Uống thuốc vào buổi tối với một ly nước, tốt cho hầu hết bệnh nhân và không gây mệt mỏi vào hôm sau.'],
    [
      'a German list',
      '- Herzinsuffizienz\n- Bluthochdruck\n- Lungenembolie, Thrombose\n- Leberzirrhose\n- Diabetes mellitus Typ 2\n- Schlaganfall\n- Nierensteine\n- Ibuprofen, Paracetamol',
    ],
    [
      'a Spanish list',
      '- Aspirina, ibuprofeno, paracetamol\n- Hipertensión arterial\n- Diabetes gestacional\n- Infarto agudo\n- Dolor abdominal\n- Fiebre alta\n- Insuficiencia renal',
    ],
    [
      'a French list',
      '- Hypertension artérielle\n- Infection urinaire\n- Grossesse\n- Insuffisance cardiaque\n- Maladie chronique\n- Migraine\n- Traitement hormonal\n- Aspirine, morphine',
    ],
    [
      'an Italian list',
      '- Pressione alta\n- Diabete gestazionale\n- Colesterolo\n- Infarto\n- Terapia antibiotica\n- Aspirina, paracetamolo\n- Dolore addominale\n- Febbre alta',
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
