/** References written in a style, and read again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../src/cli/resources.ts'
import { formatWork, REFERENCE_STYLES, type ReferenceStyle, type Work, workOf } from '../../src/post/references/format/index.ts'
import { fullRange, shortRange } from '../../src/post/references/format/pages.ts'
import { parseEntry } from '../../src/post/references/parse-entry.ts'

const read = (text: string): Work => workOf(text, parseEntry(text))
const write = (work: Work, style: ReferenceStyle, emphasis?: '*' | '_' | 'html') =>
  formatWork(work, style, { resources: nodeResources, emphasis })
const convert = (text: string, style: ReferenceStyle) => write(read(text), style)

describe('an article in three styles', () => {
  const sets: Record<string, Record<ReferenceStyle, string>> = {
    'with everything': {
      apa: 'Ito, H. K., & van der Berg, J. (2019). Statins and sleep: a trial. New England Journal of Medicine, 381(19), 1809–1819. https://doi.org/10.5555/NEJMoa19',
      ama: 'Ito HK, van der Berg J. Statins and sleep: a trial. N Engl J Med. 2019;381(19):1809-1819. doi:10.5555/NEJMoa19',
      nlm: 'Ito HK, van der Berg J. Statins and sleep: a trial. N Engl J Med. 2019;381(19):1809–19. doi:10.5555/NEJMoa19',
    },
    'with one author, a question and no issue': {
      apa: 'O’Neil, M. (2004). Does rest help? Chest, 12, 101–108.',
      ama: 'O’Neil M. Does rest help? Chest. 2004;12:101-108.',
      nlm: 'O’Neil M. Does rest help? Chest. 2004;12:101–8.',
    },
    'with an article number': {
      apa: 'Ito, H., & Roy, D. (2021). Naps and mood swings. BMJ, 372, Article n71. https://doi.org/10.5555/bmj.n71',
      ama: 'Ito H, Roy D. Naps and mood swings. BMJ. 2021;372:n71. doi:10.5555/bmj.n71',
      nlm: 'Ito H, Roy D. Naps and mood swings. BMJ. 2021;372:n71. doi:10.5555/bmj.n71',
    },
    'in a supplement': {
      apa: 'Ito, H., & Roy, D. (2010). Naps and mood swings. Diabetes Care, 33(Suppl. 1), S1–S14.',
      ama: 'Ito H, Roy D. Naps and mood swings. Diabetes Care. 2010;33(suppl 1):S1-S14.',
      nlm: 'Ito H, Roy D. Naps and mood swings. Diabetes Care. 2010;33 Suppl 1:S1–14.',
    },
    'in a supplement to an issue': {
      apa: 'Ito, H., & Roy, D. (2010). Naps and mood swings. Diabetes Care, 33(2, Suppl. 1), S1–S14.',
      ama: 'Ito H, Roy D. Naps and mood swings. Diabetes Care. 2010;33(2)(suppl 1):S1-S14.',
      nlm: 'Ito H, Roy D. Naps and mood swings. Diabetes Care. 2010;33(2 Suppl 1):S1–14.',
    },
    'with a suffix': {
      apa: 'Ito, H., Jr., & Roy, D. (2010). Naps and mood swings. Chest, 33(2), 10–14.',
      ama: 'Ito H Jr, Roy D. Naps and mood swings. Chest. 2010;33(2):10-14.',
      nlm: 'Ito H Jr, Roy D. Naps and mood swings. Chest. 2010;33(2):10–4.',
    },
    'with a group behind the persons': {
      apa: 'Ito, H., & Sleep Research Network. (2010). Naps and mood swings. Chest, 33(2), 10–14.',
      ama: 'Ito H, Sleep Research Network. Naps and mood swings. Chest. 2010;33(2):10-14.',
      nlm: 'Ito H, Sleep Research Network. Naps and mood swings. Chest. 2010;33(2):10–4.',
    },
  }
  for (const [name, set] of Object.entries(sets)) {
    for (const from of REFERENCE_STYLES) {
      for (const to of REFERENCE_STYLES) {
        it(`${name}: ${from} to ${to}`, () => {
          const converted = convert(set[from], to)
          // The dash of NLM is that of the source.
          expect(to === 'nlm' ? converted.replace(/(?<=\d)-(?=\d+\.)/, '–') : converted).toBe(
            set[to].replace('New England', from === to ? 'New England' : to === 'apa' ? 'The New England' : 'New England'),
          )
        })
      }
    }
  }
})

describe('author lists', () => {
  const apaOf = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `Name${String.fromCharCode(97 + index)}, A. B.`)
    return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)} (2019). Naps and mood swings. Chest, 4(2), 11–19.`
  }

  it.each([
    [
      6,
      'Namea AB, Nameb AB, Namec AB, Named AB, Namee AB, Namef AB. ',
      'Namea AB, Nameb AB, Namec AB, Named AB, Namee AB, Namef AB. ',
    ],
    [7, 'Namea AB, Nameb AB, Namec AB, et al. ', 'Namea AB, Nameb AB, Namec AB, Named AB, Namee AB, Namef AB, et al. '],
  ])('of %i are cut where AMA and NLM cut them', (count, ama, nlm) => {
    expect(convert(apaOf(count), 'ama').startsWith(`${ama}Naps`)).toBe(true)
    expect(convert(apaOf(count), 'nlm').startsWith(`${nlm}Naps`)).toBe(true)
  })

  it('of more than twenty have nineteen and the last in APA', () => {
    const work = read(apaOf(20))
    const longer = { ...work, authors: [...work.authors, { family: 'Last', given: 'Z.' }] }
    expect(write(longer, 'apa')).toContain('Names, A. B., … Last, Z. (2019).')
    expect(write(read(write(longer, 'apa')), 'apa')).toBe(write(longer, 'apa'))
    expect(write(read(write(longer, 'apa')), 'ama')).toContain('Namec AB, et al. Naps')
  })

  it('that the entry cuts stay cut: nothing is added', () => {
    const cut = 'Ito H, Roy D, Park S, et al. Naps and mood swings. Chest. 2019;4(2):11-19.'
    expect(convert(cut, 'ama')).toBe(cut)
    expect(convert(cut, 'nlm')).toContain('Ito H, Roy D, Park S, et al. Naps')
    expect(convert(cut, 'apa')).toBe('Ito, H., Roy, D., Park, S., et al. (2019). Naps and mood swings. Chest, 4(2), 11–19.')
  })

  it('with a space between initials', () => {
    expect(convert('Ito H K, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19.', 'ama')).toContain('Ito HK, Roy D. Naps')
  })

  it('keep hyphens between initials in APA, which AMA and NLM leave out', () => {
    const text = 'Legault, M.-A., & Umarov, R. Kh. (2019). Naps and mood swings. Chest, 4(2), 11–19.'
    expect(convert(text, 'apa')).toBe(text)
    expect(convert(text, 'ama')).toContain('Legault MA, Umarov RKh. Naps')
  })
})

describe('what an entry does not show is not printed', () => {
  it.each(REFERENCE_STYLES)('%s', (style) => {
    const text = convert('Ito H, Roy D. Naps and mood swings. Chest. 2019;4:11-19.', style)
    expect(text).not.toMatch(/\(2\)|doi|PMID|undefined|\(\)|n\.d\./)
  })

  it('NLM keeps month, Epub date and identifiers; AMA and APA keep a PMID only where no DOI leads to the work', () => {
    const nlm =
      'Ito H, Roy D. Naps and mood swings. Chest. 2019 Nov 7;4(2):11-9. Epub 2019 Jan 3. doi:10.5555/n1 PubMed PMID: 31697873; PubMed Central PMCID: PMC7654321.'
    expect(convert(nlm, 'nlm')).toBe(nlm)
    expect(convert(nlm, 'ama')).toBe('Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2):11-19. doi:10.5555/n1')
    expect(convert(nlm.replace(' doi:10.5555/n1', ''), 'apa')).toMatch(/11–19\. PMID: 31697873\.$/)
  })
})

it('a numeric article number stays one in APA', () => {
  const text = 'Ito, H., & Roy, D. (2019). Naps and mood swings. Scientific Reports, 9, Article 15054.'
  expect(convert(text, 'apa')).toBe(text)
  expect(convert(text, 'ama')).toBe('Ito H, Roy D. Naps and mood swings. Sci Rep. 2019;9:15054.')
})

describe('italics', () => {
  it('are journal and volume in APA, the journal in AMA, nothing in NLM', () => {
    const work = read('Ito H, Roy D. Naps and mood swings. N Engl J Med. 2019;4(2):11-19.')
    expect(write(work, 'apa', '*')).toContain('*The New England Journal of Medicine*, *4*(2), 11–19.')
    expect(write(work, 'ama', '_')).toContain('_N Engl J Med_. 2019;')
    expect(write(work, 'ama', 'html')).toContain('<em>N Engl J Med</em>. 2019;')
    expect(write(work, 'nlm', '*')).not.toContain('*')
  })
})

describe('journals', () => {
  it.each([
    ['PLoS One', 'PLOS ONE'],
    ['JAMA Otolaryngol Head Neck Surg', 'JAMA Otolaryngology–Head & Neck Surgery'],
    ['Dtsch Med Wochenschr', 'Deutsche medizinische Wochenschrift'],
    ['Lancet', 'Lancet'],
    ['Alzheimers Dement', "Alzheimer's & Dementia"],
  ])('%s is %s in full', (short, full) => {
    expect(convert(`Ito H, Roy D. Naps and mood swings. ${short}. 2019;4(2):11-19.`, 'apa')).toContain(`swings. ${full}, 4(2)`)
    expect(convert(`Ito H, Roy D. Naps and mood swings. ${full}. 2019;4(2):11-19.`, 'ama')).toContain(`. ${short}. 2019`)
  })
})

it('a journal with a curly apostrophe is the same journal', () => {
  const text = 'Ito, H., & Roy, D. (2019). Naps and mood swings. Alzheimer’s & Dementia, 4(2), 11–19.'
  expect(convert(text, 'ama')).toContain('. Alzheimers Dement. 2019')
  expect(convert(text, 'apa')).toBe(text)
})

describe('page ranges', () => {
  it.each([
    ['1809-1819', '1809-19', '1809–1819'],
    ['284-287', '284-7', '284–287'],
    ['S1-S14', 'S1-14', 'S1–S14'],
    ['e474-e502', 'e474-502', 'e474–e502'],
    ['99-103', '99-103', '99–103'],
    ['iv-ix', 'iv-ix', 'iv–ix'],
    ['771-773.e1', '771-3.e1', '771–773.e1'],
    ['12', '12', '12'],
  ])('%s is %s in NLM and %s in APA', (pages, short, full) => {
    expect(shortRange(pages, '-')).toBe(short)
    expect(fullRange(pages, '–')).toBe(full)
    expect(fullRange(short, '–')).toBe(full)
  })

  it('are the same range whichever way they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 900 }), (first, length) => {
        const full = `${first}-${first + length}`
        expect(fullRange(shortRange(full, '-'), '-')).toBe(full)
      }),
    )
  })
})

const person = fc.record({
  family: fc.constantFrom('Ito', 'Roy', 'Park', 'van der Berg', 'O’Neil', 'García-López', 'De Sa', 'Müller', 'Ré', 'Zöllner'),
  given: fc.constantFrom('H', 'AB', 'J', 'MKL'),
})
const words = fc.array(fc.constantFrom('sleep', 'statins', 'risk', 'of', 'pain', 'in', 'adults', 'HbA1c', 'trial', 'COVID-19'), {
  minLength: 3,
  maxLength: 12,
})
const works = fc.record({
  authors: fc.array(person, { minLength: 1, maxLength: 6 }),
  title: words.map((list) => `Naps ${list.join(' ')}`),
  container: fc.constantFrom('Chest', 'BMJ', 'N Engl J Med', 'JAMA Intern Med', 'Ann Emerg Med', 'J Clin Oncol'),
  year: fc.integer({ min: 1950, max: 2026 }),
  volume: fc.integer({ min: 1, max: 999 }).map(String),
  issue: fc.option(fc.integer({ min: 1, max: 52 }).map(String), { nil: undefined }),
  supplement: fc.constantFrom(undefined, undefined, '', '1', '2'),
  first: fc.integer({ min: 1, max: 4000 }),
  length: fc.integer({ min: 1, max: 40 }),
  doi: fc.option(
    fc.integer({ min: 1, max: 99_999 }).map((number) => `10.5555/Abc.${number}`),
    { nil: undefined },
  ),
})

describe('round trips', () => {
  const workFrom = ({ first, length, ...parts }: typeof works extends fc.Arbitrary<infer Value> ? Value : never): Work => ({
    cut: 'no',
    numbered: false,
    letter: '',
    monthAndDay: '',
    pages: `${first}-${first + length}`,
    pmid: undefined,
    pmcid: undefined,
    url: undefined,
    epub: undefined,
    ...parts,
  })
  const fieldsOf = (work: Work) => {
    const { authors, title, year, volume, issue, supplement, pages, doi, cut } = work
    const names = authors.map((name) =>
      'family' in name ? `${name.family}|${(name.given ?? '').replace(/[^\p{Lu}]/gu, '')}` : name.literal,
    )
    return { names, title, year, volume, issue, supplement, pages: pages && fullRange(pages, '-'), doi, cut }
  }

  it('a written entry gives the same fields when it is read', () => {
    fc.assert(
      fc.property(works, fc.constantFrom(...REFERENCE_STYLES), (parts, style) => {
        const work = workFrom(parts)
        expect(fieldsOf(read(write(work, style)))).toEqual(fieldsOf(work))
      }),
      { numRuns: 400 },
    )
  })

  it('through all styles and back, and a second time', () => {
    fc.assert(
      fc.property(works, (parts) => {
        const apa = write(workFrom(parts), 'apa')
        const back = convert(convert(convert(apa, 'ama'), 'nlm'), 'apa')
        expect(back).toBe(apa)
        expect(convert(back, 'apa')).toBe(back)
      }),
      { numRuns: 300 },
    )
  })
})
