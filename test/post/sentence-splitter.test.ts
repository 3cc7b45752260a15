import fc from 'fast-check'
import { ParseEnglish } from 'parse-english'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/post/sentence-splitter.ts'
import { CITATION_MARK, OPAQUE_MARK } from '../../src/post/types.ts'

/**
 * `|` is a boundary at a space (or after a line break), `‖` one without a space; `⟨1⟩` stands for a masked citation, `‹code›` for masked
 * code or a URL.
 */
const cases: Record<string, string[]> = {
  'plain sentences': [
    'Rest the knee.|Ice it twice a day.',
    'Is it safe?|Most people think so.',
    'Stop at once!|Call your doctor.',
    'One sentence only',
    "They believe they haven't.|Vertigo on tablets is common.",
    'They believe they don’t.|Vertigo on tablets is common.',
    'First.|Second?|Third!|Fourth.',
    'What?!|Nobody had told her.',
    'Really?|Yes.|Really.',
    'The knee hurt.|5 mg was enough.',
    'The rate was 4 %.|Few noticed.',
    'It costs £5.|Some pay less.',
    'It cost little.|£5 was enough.',
    'They improved.|– Anna, nurse',
    'It ended in 2020.|Then it began again.',
    'Ten people slept well (83%).|Two did not.',
  ],
  'citations behind the stop': [
    'It lowers HbA1c.⟨1⟩|It is cheap.',
    'It lowers HbA1c.⟨1⟩⟨2⟩|It is cheap.',
    'It lowers HbA1c.⟨1⟩ ⟨2⟩|It is cheap.',
    'Fewer people fall.|⟨Roe 2020⟩ showed this in 40 homes.',
    'Fewer people fall. ⟨1⟩|It is cheap.',
    'Fewer people fall. ⟨1⟩',
    'Fewer people fall. ⟨1⟩.|It is cheap.',
    'Fewer people fall. (⟨Roe 2020⟩)|It is cheap.',
    'Fewer people fall.(⟨1⟩; ⟨2⟩)|It is cheap.',
    'Fewer people fall ⟨1⟩.|It is cheap.',
    'Fewer people fall.⟨1⟩‖It is cheap.',
    'Fewer people fall.[1]|It is cheap.',
    'Fewer people fall.[1,2]|It is cheap.',
    'Fewer people fall.[1–3]|It is cheap.',
    'Fewer people fall. [4]|It is cheap.',
    'Fewer people fall.[1][2]|It is cheap.',
    'Fewer people fall.^1^|It is cheap.',
    'Fewer people fall.^1,2^|It is cheap.',
    'Fewer people fall.¹|It is cheap.',
    'Fewer people fall.¹²⁻¹⁴|It is cheap.',
    'Fewer people fall.1|It is cheap.',
    'Fewer people fall.1,2|It is cheap.',
    'Does it help?⟨1⟩|It may.',
    'It helps!⟨1⟩|It may.',
    'She said “it helps.”⟨1⟩|It may.',
    'Salt raises it.⟨1⟩|mRNA levels follow.',
    'The label says so.*|Few read it.',
    'Roe et al.⟨1⟩ found it.|Others did not.',
    'Roe et al. ⟨1⟩ found it.|Others did not.',
    'Pain fell.⟨1⟩, ⟨2⟩|It is cheap.',
    'Fewer people fall. [1]|It is cheap.',
    'Fewer people fall.[1]‖It is cheap.',
  ],
  'quotation marks and brackets': [
    'She said “rest.”|Then she left.',
    'She said "rest."|Then she left.',
    "He called it 'rest.'|Then he left.",
    '“Is it safe?” she asked.|Nobody knew.',
    '“Is it safe?” Anna asked.|Nobody knew.',
    '“Is it safe?” I asked.|Nobody knew.',
    'It does not ask “is it safe?”|It asks how it works.',
    '“Rest first.|Then walk,” he said.',
    'It helps.|“We saw it daily,” he said.',
    'It helps.|(It helps a lot.)|So they say.',
    'It helps (ask first. Some should not) in most.|So they say.',
    'It helps (see table 2.)|So they say.',
    'It helps. (see table 2)|So they say.',
    'It helps (really?) in most.|So they say.',
    'It helps. [Roe et al. J Pain Relief. 2020;4:55.]|So they say.',
    'It helps. (Roe et al., 2020)|So they say.',
    'It helps (Fig. 2).|So they say.',
    'Take it with food (e.g. Greek yoghurt).|Then rest.',
    'It helps [in part.]|So they say.',
    'The “cure!” he sold was water.',
    '(One.|Two.)|Three.',
    'Is that (?) right.|No.',
    'Walk.)|Then rest.',
  ],
  'titles and names': [
    'Dr. Roe saw her.|She was well.',
    'Prof. Dr. Roe saw her.',
    'Mr. and Mrs. Roe saw her.',
    'Mrs. Roe and Ms. Doe came.',
    "St. John's wort is a herb.",
    'It is made by J. Smith and A. B. Jones.',
    'John F. Kennedy had it.',
    'Stella D. Roe had it.',
    'Hugo V. Roe and Amy P. Doe had it.',
    'Ex. Ask the nurse.',
    'Is it the same?|A: No.|CFS is a disease.',
    'Mix them 1:1.|You may stir.',
    'It is kept by cells.⟨1⟩ .',
    '「安全です。」‖本当に。',
    'Is it sold freely?|No.|GLP-1 drugs are not.',
    'J. P. Roe wrote it.|It is long.',
    'J.P. Roe wrote it.',
    'Sen. Roe asked.|Rep. Doe answered.',
    'Do one more rep.|Rest then.',
    'Ask the dr.|They know.',
    'Martin Roe Jr. Clinic opened.',
    'She works at Roe Inc. in Ohio.',
    'She works at Roe Inc.|They make pills.',
    'Jane Roe, M.D., wrote it.|She is a surgeon.',
  ],
  'vs, e.g. and other Latin': [
    'Aspirin vs. Placebo was tested.',
    'Aspirin vs. 5 mg of warfarin was tested.',
    'It was lower, 3 vs. −2 points.',
    'Roe v. Wade is a case.',
    'Eat fish, e.g. Atlantic salmon.',
    'Eat fish, i.e. The oily sort.',
    'Eat nuts, seeds, etc.|They are good.',
    'Eat nuts, seeds, etc. and fruit.',
    'Eat nuts (seeds, etc.) and fruit.',
    'It was found by Roe et al.|Patients were old.',
    'Roe et al. found it.|It was new.',
    'Roe et al. (2020) found it.',
    'Cf. Roe for more.|It is long.',
    'It began ca. 1990 in Ohio.',
    'It hurts, esp. the knee.',
  ],
  'abbreviation and number': [
    'See no. 5 below.',
    'See No. 5 below.|It is blue.',
    'The answer is no.|We tried.',
    'See Fig. 2 and figs. 3 and 4.',
    'See Fig. S1 for more.',
    'See vol. 4, pp. 5–7.',
    'It weighed approx. 5 kg.',
    'The dose is max. 40 mg and min. 5 mg.',
    'See ref. 12 for the trial.',
    'Wait 5 min. 10 is better.',
    'It lasts 5 min.|Patients rest.',
    'Doses of 5, 10 mg, resp. 20 mg, were given.',
    'See sec. 4.2 below.',
    'The temp. was 38.',
    'Turn to p. 12 now.',
    'It rose by avg. 5 points.',
  ],
  'dose shorthand and units': [
    'Give 5 mg t.i.d. with food.|Stop after a week.',
    'Give 5 mg t.i.d.|Stop after a week.',
    'Give 5 mg i.v. over an hour.',
    'Give 5 mg i.v. NaCl follows.',
    'Give it q.d. or b.i.d. as needed.',
    'Give it s.c. or i.m. only.',
    'Give 1 tab. p.o. at night.',
    'Give 5 mg.|Wait an hour.',
    'Give 5 mg.|10 mg is too much.',
    'Wait 5 h.|Then eat.',
    'Wait 5 d.|Then eat.',
    'Wait 5 h. before you eat.',
    'It weighs 5 lb. 3 oz. in all.',
    'Take 2 tsp. daily.|Rest.',
    'The pt. was well.',
    'Give 5 mg p.r.n.|The nurse knows.',
    'The baby is 21 in. long.',
    'That is the state she is in.|Patients wait.',
  ],
  'single letters': [
    'It is rich in vitamin C.|It is cheap.',
    'It is rich in vitamin C.|Patients like it.',
    'It is rich in vitamins A, D and K.|Patients like it.',
    'They had hepatitis B.|Vaccines help.',
    'Evidence is grade A.|Patients gain.',
    'That was type I.|Patients gain.',
    'That was type 2.|Patients gain.',
    'They lack factor V.|Bleeding is rare.',
    'They were in group B.|Smokers were not.',
    'They are in Year 6.|Parents help.',
    'This is plan B.|The other failed.',
    'So did I.|The others left.',
    'They had vitamin D.|5 people fell.',
    'A study of vitamin K.|2 doses.',
    'Influenza A.|Then B.',
  ],
  'countries, degrees, times': [
    'She lives in the U.S.|The law differs.',
    'The U.S. Food and Drug Administration agreed.',
    'The U.S. Congress agreed.',
    'She lives in the U.S. and works there.',
    'She moved to the U.S.|She works there.',
    'She moved to the U.K.|Maria works there.',
    'She has a Ph.D.|She works there.',
    'She has a Ph.D. in biology.',
    'Her Ph.D. Thesis is long.',
    'We met in Washington, D.C.|It rained.',
    'Come at 8 a.m.|The clinic opens then.',
    'Come at 8 a.m. Monday.',
    'Come at 8 a.m. or later.',
    'The N.I.H. said so.|It is true.',
  ],
  'months and dates': [
    'On Jan. 5 it rained.',
    'It was held in Sept.|The next is in May.',
    'See the post of 3 Oct. 2020 for more.',
    'It was a lovely day in the sun.|People sat.',
    'On 5.10.2020 it rained.|Then it stopped.',
  ],
  'numbers, versions, identifiers': [
    'It rose by 0.5 mg.|Then it fell.',
    'It rose by 33. 3 % in a year.',
    'It ended in 2020.|50 people were left.',
    'Node 2.0.1 is out.|Use it.',
    'See chr7.55019 for more.',
    'It costs 1.50 euro.|It is cheap.',
    'P was .05 in both.|That is weak.',
    'See doi 10.5555/abc.123 now.|It is open.',
    'Look at ourclinic.example for more.|It is free.',
    'Ask info@ourclinic.example.|We answer.',
    'Open file.PDF now.',
    'It is NM_000546.6 in the list.',
    'See section 4.2.|It is long.',
    'IL-6 and 5-HT fell.|IL-10 rose.',
    'It binds HLA-B.|Others do not.',
    'We used .NET here.|It works.',
  ],
  'organisms and genes': [
    'It is caused by E. coli in most.|Others have S. aureus.',
    'It is caused by S. aureus.|E. coli is rare.',
    'Streptococcus sp. was found.|It grew.',
    'Lactobacillus spp.|Patients took them.',
    'Gut flora (Lactobacillus spp.) changed.',
    'C. Elegans was used.',
    'They had C. diff.|Most got well.',
  ],
  'lower-case starts': [
    'It is read by cells.|mRNA breaks down fast.',
    'It was acid.|pH rose then.',
    'Kidneys were well.|eGFR was 90.',
    'Cells were made.|iPSCs were used.',
    'It binds DNA.|p53 is one such.',
    'It is a vitamin.|α-tocopherol is the main form.',
    'It was small.|p-values were not given.',
    'Aspirin vs. mRNA vaccines.',
    'I took it for a week.|it worked.',
    'It works.|they said so.',
    'He wrote to approx. the same people.',
    'It is approx. five.',
    'The drug ibuprofen. which is cheap.',
  ],
  ellipses: [
    'Wait... then eat.',
    'Wait…|Then eat.',
    'Wait...|Then eat.',
    'Wait . . .|Then eat.',
    'It said “rest [...] and eat” there.',
    '... and then she ate.',
    'It took... 5 days.',
  ],
  'glued sentences': [
    'Spit, do not rinse.|Then wait.',
    'Brush.|Then rinse.',
    'Rinse well.‖Then wait.',
    'Get an MRI scan.‖MRI is safe.',
    'We live in Paris.‖The air is bad.',
    'It was 5 mg (daily).‖Then it rose.',
    'Is it safe?‖Yes it is.',
    'It is safe!‖Try it.',
    'It was 2020.‖The clinic opened.',
    'She said “rest.”‖Then she left.',
    'Use System.Text here.',
    'The U.S.A is big.',
    'A Ph.D thesis is long.',
    'See e.g.The book.',
    'Open Document.Body now.|Done.',
    'See www.Clinic.Example now.',
    'Ask Dr.Roe now.',
    'Ask nurse.com or Nurse.Com now.',
    'See ourclinic.example?A=B now.',
  ],
  labels: [
    '1. Wash your hands.|2. Dry them.',
    'a. Wash your hands.',
    'IV. Results',
    'Figure 1. Pain over time.|Bars are errors.',
    'Step 2. Wash your hands.',
    'Do this: 1. Wash your hands.|2. Dry them.',
    '1.2. Methods',
    'See Figure 1.|The bars are errors.',
    'Q. Is it safe?|A. Yes.',
  ],
  'code, URLs and symbols': [
    'Run ‹npm test›.|Then wait.',
    'It is done.|‹npm test› runs all.',
    'Use a runner, e.g. ‹npm test›.',
    'See ‹https://clinic.example›.|It is open.',
    'Good news! 😊|Then we left.',
    '✅ Wash hands.|❌ Rinse.',
    '安全です。‖本当に。',
  ],
  'hard breaks': [
    'Rest.\n|Then walk.',
    'You need:\n|two pillows',
    'Rest;\n|walk;\n|sleep',
    'Mon 9 to 5\n|Tuesday 9 to 6',
    'The clinic of\nSpringfield is open.',
    'Pain, fever,\nNausea and more',
    'A line that\ngoes on here.',
    'First line\n|- second line',
    'First line\n|• second line',
    'First line\n|2) second line',
    'Rest.⟨1⟩\n|then walk.',
    'One\n\n|two',
    '“Rest.”\n|Then walk.',
    'Dose\n|Adults: 5 mg\n|Children: 2 mg',
  ],
}

function mask(text: string): string {
  const citations = text.replace(/⟨[^⟩]*⟩/g, (found) => CITATION_MARK.repeat(found.length))
  return citations.replace(/‹[^›]*›/g, (found) => OPAQUE_MARK.repeat(found.length))
}

function read(marked: string): { text: string; pieces: string[] } {
  const masked = mask(marked)
  const text = masked.replaceAll('\n|', '\n').replaceAll('|', ' ').replaceAll('‖', '')
  return { text, pieces: masked.split(/[|‖]/).map((piece) => piece.trim()) }
}

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end))
}

describe('splitSentences', () => {
  for (const [name, texts] of Object.entries(cases)) {
    describe(name, () => {
      it.each(texts)('%j', (marked) => {
        const { text, pieces } = read(marked)
        expect(split(text)).toEqual(pieces)
      })
    })
  }

  it('gives exact offsets without white space around', () => {
    expect(splitSentences('  One.  Two. ')).toEqual([
      { start: 2, end: 6 },
      { start: 8, end: 12 },
    ])
  })

  it.each(['', ' ', '\n\n', '\u00A0\uFEFF'])('finds nothing in white space %j', (text) => {
    expect(splitSentences(text)).toEqual([])
  })
})

describe('parse-english on the same cases', () => {
  it('misreads many of them, which is why medlint has its own splitter', () => {
    const parser = new ParseEnglish()
    const all = Object.values(cases).flat().map(read)
    const wrong = all.filter(({ text, pieces }) => {
      let sentences = 0
      for (const paragraph of parser.parse(text).children) {
        if (paragraph.type !== 'ParagraphNode') continue
        sentences += paragraph.children.filter((node) => node.type === 'SentenceNode').length
      }
      return sentences !== pieces.length
    })
    expect(wrong.length).toBeGreaterThan(all.length / 4)
  })
})

const fragment = fc.oneof(
  fc.constantFrom(
    ' ',
    '. ',
    '.',
    '\n',
    '? ',
    '...',
    '(',
    ')',
    '[1]',
    '”',
    '“',
    'Dr.',
    'e.g.',
    'U.S.',
    'It',
    'the',
    '5',
    ' 5 mg. ',
    ': ',
  ),
  fc.constantFrom(
    CITATION_MARK,
    OPAQUE_MARK,
    '\uD800',
    '\uDC00',
    '😊',
    '¹',
    '^1^',
    '…',
    '。',
    '\u00A0',
    'é',
    'e\u0301',
    'vitamin C. ',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
)
const anyText = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''))

describe('properties of splitSentences', () => {
  it('gives ordered, disjoint, trimmed pieces that cover all text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('is deterministic', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(splitSentences(text)).toEqual(splitSentences(text))
      }),
    )
  })

  it('does not depend on white space around the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const trimmed = text.trim()
        expect(split(`  ${trimmed} `)).toEqual(split(trimmed))
      }),
    )
  })
})
