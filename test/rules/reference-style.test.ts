import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/reference-style.ts'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { applyEdits, fixToFixedPoint } from '../../src/lint/fixes.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { createPost } from '../../src/post/post.ts'
import { configFor, expectReports, expectSilent, lint } from '../support.ts'

const parse = await loadParser()

const AMA = [
  'Roy D, Ito H. Splints at night in adults. *J Hand Surg Am*. 2017;42(1):101-105. doi:10.5555/a1',
  'Kim J, Diaz P, Bell A. Casts for a week in children. *J Clin Oncol*. 2019;38(2):121-125. doi:10.5555/a2',
  'Bell A, Moreno J, Ito HK. Tape and rest for runners. *Ann Surg*. 2020;49(3):131-135. doi:10.5555/a3',
  'Soto M, Roy D. Gloves and creams in the clinic. *Am J Cardiol*. 2021;50(4):141-149. doi:10.5555/a4',
]
const APA = [
  'Roy, D., & Ito, H. (2017). Splints at night in adults. *Annals of Surgery*, *42*(1), 101–105. https://doi.org/10.5555/a1',
  'Kim, J., Diaz, P., & Bell, A. (2019). Casts for a week in children. *Journal of Clinical Oncology*, *38*(2), 121–125. https://doi.org/10.5555/a2',
  'Bell, A., Moreno, J., & Ito, H. K. (2020). Tape and rest for runners. *Journal of Neuroscience*, *49*(3), 131–135. https://doi.org/10.5555/a3',
  'Soto, M., & Roy, D. (2021). Gloves and creams in the clinic. *American Journal of Cardiology*, *50*(4), 141–149. https://doi.org/10.5555/a4',
]

const page = (entries: readonly string[]) =>
  `# Wrists\n\nText.\n\n## References\n\n${entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n')}\n`
/** The list with its last entry changed. */
const changed = (list: readonly string[], from: string, to: string) => {
  expect(list.at(-1)).toContain(from)
  return page([...list.slice(0, -1), list.at(-1)!.replace(from, to)])
}
const said = (text: string, options = {}) => lint(rule, text, { options }).map(({ message }) => message)
const suggested = (text: string, options = {}) => {
  const edits = lint(rule, text, { options }).flatMap(({ suggestions, fix }) => [
    ...suggestions.flatMap((suggestion) => suggestion.edits),
    ...(fix?.edits ?? []),
  ])
  return applyEdits(text, edits)
}
const use = (feature: string, style = 'AMA') => [`Use the list's style (${style}) here: ${feature}.`]

describe('reference-style', () => {
  it('is silent on a list in one style', () => {
    expectSilent(rule, page(AMA), { strict: true })
    expectSilent(rule, page(APA), { strict: true })
  })

  it.each([
    ['Soto M,', 'Soto M.,', 'names as "Park S"'],
    ['Soto M,', 'Soto, M,', 'names as "Park S"'],
    ['Soto M, Roy D', 'Soto M & Roy D', 'no "&" before the last author'],
    ['Soto M, Roy D', 'Soto M, Roy D, et al', 'all authors by name'],
    ['Roy D. Gloves', 'Roy D: Gloves', '". " behind the authors'],
    ['clinic. *', 'clinic, *', '". " behind the title'],
    ['Gloves and creams in the clinic', '"Gloves and creams in the clinic"', 'the title without quotation marks'],
    ['Am J Cardiol', 'American Journal of Cardiology', 'the journal as "Am J Cardiol"'],
    ['Am J Cardiol', 'Am. J. Cardiol', 'the journal as "Am J Cardiol"'],
    ['*. 2021', '* 2021', '". " behind the journal'],
    ['2021;50', '2021; 50', '";" before the volume'],
    ['2021;50', '2021 Mar;50', 'the year without a month'],
    ['50(4)', '50 (4)', '"(" before the issue'],
    [':141', ': 141', '":" before the pages'],
    [':141', ':pp. 141', '":" before the pages'],
    ['141-149', '141–149', 'a hyphen between the pages'],
    ['141-149', '141-9', 'pages as "141-149"'],
    ['doi:10', 'DOI: 10', 'the DOI as "doi:10...."'],
    ['doi:10', 'Available from: doi:10', '". " before the identifier'],
  ])('AMA: "%s" written as "%s"', (from, to, feature) => expect(said(changed(AMA, from, to))).toEqual(use(feature)))

  it.each([
    ['Soto, M.', 'Soto M.', 'names as "Park, S."'],
    [' & Roy', ' and Roy', '"&" before the last author'],
    ['(2021)', '2021', 'the year in brackets behind the authors'],
    ['American Journal of Cardiology', 'Am J Cardiol', 'the journal as "The American Journal of Cardiology"'],
    ['), 141', '): 141', '", " before the pages'],
    ['141–149', '141–9', 'pages as "141–149"'],
    ['https://doi.org/', 'doi:', 'the DOI as "https://doi.org/..."'],
    ['*American Journal of Cardiology*', 'American Journal of Cardiology', 'the journal in italics'],
  ])('APA: "%s" written as "%s"', (from, to, feature) => expect(said(changed(APA, from, to))).toEqual(use(feature, 'APA')))

  it('names the first deviation of an entry and the others as related places', () => {
    const [message] = lint(rule, changed(AMA, '2021;50(4):141-149', '2021; 50 (4): 141–149'))
    expect(message!.message).toContain('";" before the volume')
    expect(message!.related.map((each) => each.message)).toEqual([
      'Also: "(" before the issue.',
      'Also: ":" before the pages.',
      'Also: a hyphen between the pages.',
    ])
  })

  it('repairs white space by itself and offers the rest', () => {
    const broken = changed(AMA, '2021;50(4):141-149', '2021; 50 (4): 141–49')
    const [message] = lint(rule, broken)
    expect(applyEdits(broken, message!.fix!.edits)).toBe(changed(AMA, '141-149', '141–49'))
    expect(message!.suggestions).toHaveLength(1)
    expect(suggested(broken)).toBe(page(AMA))
  })

  it.each([
    ['Soto M, Roy D', 'Soto, M., & Roy, D.'],
    ['Am J Cardiol', 'American J. Cardiol'],
    ['doi:10', 'DOI: 10'],
    ['141-149', '141–9'],
  ])('offers an entry with "%s" that reads "%s" as the list has it', (from, to) =>
    expect(suggested(changed(AMA, from, to))).toBe(page(AMA)),
  )

  it('cuts a long list of authors as the others are cut', () => {
    const cut = AMA.map((entry, index) => (index < 3 ? entry.replace(/^[^.]*\./, 'Roy D, Ito H, Bell A, et al.') : entry))
    const long = 'Soto M, Roy D, Ito H, Bell A, Kim J, Diaz P, Moreno J. '
    const text = changed(cut, 'Soto M, Roy D. ', long)
    expect(said(text)).toEqual(use('the first 3 authors, then "et al."'))
    expect(suggested(text)).toBe(changed(cut, 'Soto M, Roy D. ', 'Soto M, Roy D, Ito H, et al. '))
  })

  it('offers an entry in another style altogether as it reads in that of the list', () => {
    const text = page([...AMA, APA[1]!])
    const [message] = lint(rule, text)
    expect(message!.actual).toBe('(2019)')
    expect(message!.suggestions.map(({ title }) => title)).toEqual(['Write the entry anew in AMA'])
    expect(suggested(text)).toBe(page([...AMA, AMA[1]!]))
  })

  it('offers nothing where the entry was not read as a whole', () => {
    const [message] = lint(rule, page([...AMA, APA[1]!.replace('*Journal of Clinical Oncology*', 'Journl of Oncolgy')]))
    expect([message!.fix, message!.suggestions]).toEqual([null, []])
  })

  it('offers nothing across markup', () => {
    const [message] = lint(rule, changed(APA, '*50*(4)', '*50* (4)'))
    expect(message!.message).toContain('"(" before the issue')
    const [inside] = lint(rule, changed(APA, '*50*(4)', '*50 (*4)'))
    expect(inside?.fix ?? null).toBeNull()
  })

  it('writes a journal that is known by another name, also in a list of one', () => {
    const entry = (journal: string) => page([`Roy D, Ito H. Splints at night in adults. ${journal}. 2017;42(1):101-105.`])
    const [message] = expectReports(rule, entry('⟦N Eng J Med⟧'))
    expect(message!.message).toBe('Write the journal as "N Engl J Med".')
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('N Engl J Med')
    expectReports(rule, entry('⟦NEJM⟧'))
    for (const journal of ['N Engl J Med', 'The New England Journal of Medicine', 'Journal of Things That Never Were', 'J Hand'])
      expectSilent(rule, entry(journal), { strict: true })
    const full = changed(APA, 'American Journal of Cardiology', 'New England J of Med')
    expect(said(full)).toEqual(['Write the journal as "The New England Journal of Medicine".'])
  })

  it('says that a title has another case, one step lower', () => {
    const titles = [
      'Splints worn at night in adults with chronic pain',
      'Casts worn for weeks in small children',
      'Tape and rest for tired older runners',
    ]
    const list = AMA.map((entry, index) =>
      entry.replace(/\. [^.]*\. /, `. ${titles[index] ?? 'Gloves With Creams Between Clinic Visits'}. `),
    )
    expect(said(page(list))).toEqual(use('the title in sentence case'))
  })

  it('keeps to a style that is asked for', () => {
    expect(said(page(AMA.slice(0, 1)), { style: 'ama' })).toEqual([])
    expect(said(page(AMA.slice(0, 1)), { style: 'nlm' })).toEqual(use('the journal without italics', 'NLM'))
    expect(said(page(AMA.slice(0, 1)), { style: 'apa' })).toEqual(use('the year in brackets behind the authors', 'APA'))
    expect(said(page(APA), { style: 'apa' })).toEqual([])
  })

  it('counts from so many entries and such a share on, and takes the dash that is set', () => {
    const mixed = page([AMA[0]!, AMA[1]!.replace('121-125', '121–125'), AMA[2]!])
    expect(said(mixed)).toEqual(use('a hyphen between the pages'))
    expect(said(mixed, { minEntries: 4 })).toEqual([])
    expect(said(mixed, { majority: 0.9 })).toEqual([])
    expect(said(page(AMA.slice(0, 1)), { dash: 'en' })).toEqual(use('an en dash between the pages'))
  })

  it('leaves correct entries alone in a list that is wrong on the whole', () => {
    const glued = AMA.map((entry, index) => (index < 3 ? entry.replace('*. ', '* ') : entry))
    expectSilent(rule, page(glued), { strict: true })
  })

  it.each([
    '[Splints at night](https://leaflets.example/splints)',
    'https://leaflets.example/splints',
    'Leaflets for patients. Splints. Accessed May 2, 2026. https://leaflets.example/splints',
    'World Health Organization. Guideline on splints. Geneva: WHO; 2015.',
    'Lammers K. Closing wounds. In: Procedures in Medicine, 6th Ed. Northgate. 2013. 644-689.',
  ])('leaves other works alone: %s', (entry) => expectSilent(rule, page([...AMA, entry]), { strict: true }))

  it('loads the journal list only when an entry names a journal', () => {
    const asked = (text: string) => {
      const names = new Set<string>()
      const subject = createPost(text, {
        parse,
        resources: (name) => {
          names.add(name)
          return nodeResources(name)
        },
      })
      lintPost(subject, configFor(rule))
      return names.has('journals')
    }
    expect(asked('# Wrists\n\nText with a [link](https://doi.org/10.5555/a1).\n')).toBe(false)
    expect(asked(page(['[Splints](https://leaflets.example/splints)', 'WHO. Guideline. Geneva: WHO; 2015.']))).toBe(false)
    expect(asked(page(AMA))).toBe(true)
  })

  it('mends white space once: a second run changes nothing, and no other character', () => {
    const spaces = fc.constantFrom('', ' ')
    fc.assert(
      fc.property(fc.array(fc.tuple(spaces, spaces, spaces), { minLength: 4, maxLength: 4 }), (gaps) => {
        const text = page(
          AMA.map((entry, index) => {
            const [year, issue, pages] = gaps[index]!
            return entry.replace(';', `;${year}`).replace('(', `${issue}(`).replace('):', `):${pages}`)
          }),
        )
        const first = fixToFixedPoint(text, (each) => ({ messages: lint(rule, each) }))
        expect(first.text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(lint(rule, first.text).filter(({ fix }) => fix)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
