/** Directives to the reader about medicines, care and doses: "Stop taking your tablets", "You need not call the vet". */
import list from '../../../data/unsupervised-doses.json' with { type: 'json' }
import { namesCondition } from './naming.ts'
import type { Matcher } from './patterns.ts'
import { isNegator } from './polarity.ts'
import { isInstruction, isQuestion } from './score.ts'
import { type Token, textAt, wordSet } from './tokens.ts'
import type { Place } from './verbs.ts'

export interface Advice extends Place {
  kind: 'stop' | 'replace' | 'delay' | 'change-dose' | 'avoid-care' | 'dose'
}

type Finder = (tokens: readonly Token[], at: number) => Advice | undefined

/** What a doctor prescribes; what is sold over the counter is not among it. */
const MEDICINES = wordSet(
  'medication medications medicine medicines meds drug drugs tablet tablets pills statin statins antidepressant antidepressants insulin inhaler inhalers antibiotic antibiotics steroid steroids corticosteroids chemotherapy chemo radiotherapy immunotherapy anticoagulant anticoagulants thinners blockers antipsychotics antiepileptics anticonvulsants antivirals antiretrovirals immunosuppressants opioids benzodiazepines levothyroxine lithium warfarin metformin methotrexate digoxin clopidogrel prescription prescriptions dialysis',
)
/** Endings of non-proprietary names of prescribed medicines. */
const PRESCRIBED =
  /[a-z]{3}(?:mab|statin|cillin|mycin|sartan|olol|azepam|gliptin|gliflozin|glutide|xaban|tinib|dronate|cycline|oxacin|oxetine|idone|thyroxine|thiazide)$/
const CARE = wordSet(
  'surgery operation vaccination vaccinations vaccine vaccines jab jabs transfusion biopsy mammogram transplant',
)
const CALLED = wordSet('doctor gp physician vet veterinarian ambulance paramedics')
const PATIENTS = wordSet('dog cat puppy kitten horse child baby toddler son daughter')

const STOPPING = wordSet('stop quit discontinue cease ditch')
const TAKING = wordSet('taking using injecting')
const CHOOSING = wordSet('use try take drink choose eat have pick')
const CALLING = wordSet('call see visit consult ask tell phone contact')
const DOSE_UNITS = wordSet('mg mcg µg μg ug milligrams milligram micrograms microgram iu units')

/** Modals behind "you" that tell or allow. */
const TELLING = wordSet('can should must may could')
const PERMITTING = wordSet('safe fine ok okay alright best better free')
const ADVERBS = wordSet(
  'please just simply then so immediately also always safely now first instead gradually definitely certainly probably even actually slowly completely totally',
)
/** Openings of a first clause behind whose comma a directive may follow. */
const OPENINGS = wordSet('if once when whenever as after before while in for instead by during at on to')
/** In front of "you can", these make it a condition or somebody's opinion. */
const DISTANT = wordSet(
  'if when whether that because unless until think thinks thinking say says said claim claims told tell tells tempted believe believes mean means before after how once suggest suggests',
)
/** Labels and lead-ins under which the opposite is meant, or somebody else speaks. */
const UNMEANT =
  /\b(?:myths?|mistakes?|wrong|false|fictions?|misconceptions?|rumou?rs?|scams?|never|avoid|dangers?|dangerous|unsafe|risky|harmful|red flags?|claims?|say|says|said|tells?|told|ads?|don['’]ts?|not to|(?:must|should|can) ?not)\b|^do not\b|\bnot\W*$/i

const OBJECT_AHEAD = 5
const NEGATION_BEHIND = 8
const LONGEST_LABEL = 7

const isMedicine = (word: string) => MEDICINES.has(word) || PRESCRIBED.test(word)

const NONE: never[] = []
const finders = new Map<string, Finder[]>()

function register(verbs: Iterable<string>, finder: Finder): void {
  for (const verb of verbs) finders.set(verb, [...(finders.get(verb) ?? []), finder])
}

register([...STOPPING, 'come', 'go', 'get', 'give', 'wean'], stopAt)
register(wordSet('replace swap substitute exchange'), swapAt)
register(CHOOSING, insteadAt)
register(wordSet('delay postpone skip cancel refuse decline put'), delayAt)
register(wordSet('double triple quadruple halve increase raise reduce lower cut change'), changeDoseAt)
register(CALLING, avoidCareAt)
register(wordSet('take swallow inject try give'), doseAt)

/** Directives of a sentence, at most one at a place. `own` finds further verbs that tell readers to do without a medicine. */
export function findAdvice(tokens: readonly Token[], own?: Matcher): Advice[] {
  const found: Advice[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (const finder of finders.get(tokens[at]!.text) ?? NONE) {
      const advice = finder(tokens, at)
      if (advice) found.push(advice)
    }
  }
  for (const { from, to } of own?.(tokens) ?? NONE) {
    const advice = withMedicine(tokens, from, to, 'stop')
    if (advice) found.push(advice)
  }
  if (found.length === 0 || isQuestion(tokens)) return NONE
  let end = 0
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
}

/** "Stop taking your tablets", "come off your antidepressants". */
function stopAt(tokens: readonly Token[], at: number): Advice | undefined {
  const next = textAt(tokens, at + 1)
  if (STOPPING.has(textAt(tokens, at))) {
    if (TAKING.has(next)) return withMedicine(tokens, at, at + 2, 'stop')
    const found = withMedicine(tokens, at, at + 1, 'stop')
    // "Stop heparin" is an order among clinicians.
    const isForReader = found && tokens.slice(found.from, found.to).some(({ text }) => text === 'you' || text === 'your')
    return isForReader ? found : undefined
  }
  const particle = next === 'yourself' ? at + 2 : at + 1
  const isOff = textAt(tokens, particle) === (textAt(tokens, at) === 'give' ? 'up' : 'off')
  return isOff && textAt(tokens, particle + 1) === 'your' ? withMedicine(tokens, at, particle + 1, 'stop') : undefined
}

/** "Replace your statin with red yeast rice". */
function swapAt(tokens: readonly Token[], at: number): Advice | undefined {
  if (textAt(tokens, at + 1) !== 'your') return undefined
  const found = withMedicine(tokens, at, at + 1, 'replace')
  const by = found && tokens.slice(found.to, found.to + 3).some(({ text }) => text === 'with' || text === 'for' || text === 'by')
  return by ? found : undefined
}

const INSTEAD_AHEAD = 12

/** "Drink this tea instead of your tablets". */
function insteadAt(tokens: readonly Token[], at: number): Advice | undefined {
  for (let place = at + 2; place < Math.min(tokens.length, at + INSTEAD_AHEAD); place++) {
    const pair = `${textAt(tokens, place)} ${textAt(tokens, place + 1)}`
    if (pair !== 'instead of' && pair !== 'rather than' && pair !== 'place of') continue
    const next = textAt(tokens, place + 2)
    return next === 'your' || TAKING.has(next) ? withMedicine(tokens, at, place + 2, 'replace') : undefined
  }
  return undefined
}

/** "Postpone your operation", "skip your insulin", "put off your vaccination". */
function delayAt(tokens: readonly Token[], at: number): Advice | undefined {
  const put = textAt(tokens, at) === 'put'
  if (put && textAt(tokens, at + 1) !== 'off') return undefined
  const owner = at + (put ? 2 : 1)
  if (textAt(tokens, owner) !== 'your') return undefined
  return withMedicine(tokens, at, owner, 'delay') ?? withObject(tokens, at, owner, 'delay', CARE)
}

const DOSES = wordSet('dose doses dosage')

/** "Double your dose", "increase your insulin by 4 units". */
function changeDoseAt(tokens: readonly Token[], at: number): Advice | undefined {
  if (textAt(tokens, at + 1) !== 'your') return undefined
  const dose = withObject(tokens, at, at + 1, 'change-dose', DOSES)
  if (dose) return dose
  const medicine = withMedicine(tokens, at, at + 1, 'change-dose')
  if (!medicine || !/^(?:by|to)$/.test(textAt(tokens, medicine.to))) return undefined
  const amount = tokens[medicine.to + 1]
  return amount?.number || amount?.text === 'half' ? medicine : undefined
}

/** What makes a visit a matter of form, or an illness a small one. */
const SMALL = wordSet(
  'usually normally often always mild minor small most every each common cold colds simple first prescription referral again unless except until for before appointment',
)
const SMALL_NEAR = 12

/** "You need not call the vet", "don't see a doctor". */
function avoidCareAt(tokens: readonly Token[], at: number): Advice | undefined {
  const object = tokens.slice(at + 1, at + 4).findIndex(({ text }) => CALLED.has(text))
  const from = object < 0 ? -1 : uncalledStart(tokens, at)
  if (from < 0) return undefined
  const to = at + object + 2
  const around = tokens.slice(Math.max(0, from - SMALL_NEAR), to + SMALL_NEAR)
  if (textAt(tokens, to) === 'to' || around.some(({ text }) => SMALL.has(text)) || DISTANT.has(textAt(tokens, from - 1)))
    return undefined
  const isDirect = textAt(tokens, from) === 'you' || from === 0 || !tokens[from - 1]!.word
  return isDirect ? { from, to, kind: 'avoid-care' } : undefined
}

const UNCALLED = /(?:you )?(?:need not|needn't|(?:do not|don't) (?:need|have) to|no need to|do not|don't|never)$/
const LONGEST_UNCALLED = 5

/** Start of "you need not", "no need to", "never" in front of `at`; -1 for anything else. */
function uncalledStart(tokens: readonly Token[], at: number): number {
  const found = UNCALLED.exec(textOf(tokens, Math.max(0, at - LONGEST_UNCALLED), at))
  return found ? at - found[0].split(' ').length : -1
}

const LIMITING = wordSet('than over exceed maximum max most below under least')
const SET = wordSet('your the this that these those it them')
/** Short forms of those who write for each other. */
const SHORTHAND = wordSet('iv im sc sq subq po bid tid qid qhs prn pt pts kg')

/** "Take 10,000 units of vitamin D". */
function doseAt(tokens: readonly Token[], at: number): Advice | undefined {
  const isGiven = textAt(tokens, at) === 'give'
  if (isGiven && !(textAt(tokens, at + 1) === 'your' && PATIENTS.has(textAt(tokens, at + 2)))) return undefined
  // "Take your 5 mg tablet": a dose somebody has set.
  if (!isGiven && SET.has(textAt(tokens, at + 1))) return undefined
  for (let place = at + 1; place <= at + 6; place++) {
    const token = tokens[place]
    if (!token || /^[.;:]$/.test(token.text) || LIMITING.has(token.text)) return undefined
    if (!token.number || !DOSE_UNITS.has(textAt(tokens, place + 1))) continue
    if (textAt(tokens, place + 2) === '/' && textAt(tokens, place + 3) !== 'day') return undefined
    const near = tokens.slice(Math.max(0, at - DOSE_NEAR), place + DOSE_NEAR)
    if (near.some(({ text }) => SHORTHAND.has(text)) || isOrdinary(tokens[place]!, textAt(tokens, place + 1), near))
      return undefined
    const from = directiveStart(tokens, at)
    return from < 0 ? undefined : { from, to: place + 2, kind: 'dose' }
  }
  return undefined
}

const DOSE_NEAR = 10
/** International units, where the text does not name the vitamin again. */
const FEW_UNITS = 4000

/** As much as everybody may take without asking: the dose of a leaflet, the supplement of a public campaign. */
function isOrdinary(number: Token, unit: string, near: readonly Token[]): boolean {
  const line = ` ${near.map(({ text }) => text).join(' ')} `
  const entry = list.entries.find(({ names }) => names.some((name) => line.includes(` ${name} `)))
  const amount = Number(number.text.replaceAll(',', ''))
  if (!entry) return unit === 'iu' && amount <= FEW_UNITS
  if (unit === 'iu' || unit === 'units') return amount <= (entry.iu ?? 0)
  return (unit.startsWith('mg') || unit.startsWith('milli') ? amount : amount / 1000) <= entry.mg
}

function withMedicine(tokens: readonly Token[], at: number, after: number, kind: Advice['kind']): Advice | undefined {
  let to = objectEnd(tokens, after, isMedicine)
  if (to < 0 || isRecreational(tokens, after, to)) return undefined
  while (isMedicine(textAt(tokens, to))) to++
  const from = directiveStart(tokens, at)
  return from < 0 ? undefined : { from, to, kind }
}

function withObject(
  tokens: readonly Token[],
  at: number,
  after: number,
  kind: Advice['kind'],
  objects: ReadonlySet<string>,
): Advice | undefined {
  const to = objectEnd(tokens, after, (word) => objects.has(word))
  const from = to < 0 ? -1 : directiveStart(tokens, at)
  return from < 0 ? undefined : { from, to, kind }
}

const OBJECT_ENDS = wordSet('and or but in on at with without when if once because to for from by until after before as')

/** Behind the first word from `at` that is the object; -1 when the clause goes on without one. */
function objectEnd(tokens: readonly Token[], at: number, isObject: (word: string) => boolean): number {
  for (let place = at; place < at + OBJECT_AHEAD; place++) {
    const token = tokens[place]
    if (!token?.word || OBJECT_ENDS.has(token.text)) return -1
    if (isObject(token.text)) return place + 1
  }
  return -1
}

/** "Stop using drugs" and "stop using steroids" are about other ones. */
function isRecreational(tokens: readonly Token[], from: number, to: number): boolean {
  return /^(?:drugs?|steroids?)$/.test(textAt(tokens, to - 1)) && !tokens.slice(from, to).some(({ text }) => text === 'your')
}

/** Where the directive begins whose verb stands at `at`: with the verb, or with "you can"; -1 when nobody is told anything. */
function directiveStart(tokens: readonly Token[], at: number): number {
  let before = at - 1
  while (ADVERBS.has(textAt(tokens, before))) before--
  const { text: previous, word } = tokens[before] ?? { text: '', word: false }
  if (isDeniedBefore(tokens, at)) return -1
  if (before < 0) return at
  const label = before < LONGEST_LABEL && /^[:—–]$/.test(previous)
  if (label) return UNMEANT.test(textOf(tokens, 0, before)) ? -1 : at
  if (TELLING.has(previous)) return subjectAt(tokens, before - 1)
  if (previous === 'to' && /^(?:need|have)$/.test(textAt(tokens, before - 1))) return subjectAt(tokens, before - 2)
  if (previous === 'to' && PERMITTING.has(textAt(tokens, before - 1))) return at
  if (previous === ',' && OPENINGS.has(tokens[0]!.text)) return at
  if (previous === ',' || (word && /^(?:and|or)$/.test(previous)))
    return isInstruction(tokens) || finders.has(tokens[0]!.text) ? at : -1
  return -1
}

function subjectAt(tokens: readonly Token[], at: number): number {
  return textAt(tokens, at) === 'you' && !DISTANT.has(textAt(tokens, at - 1)) ? at : -1
}

function isDeniedBefore(tokens: readonly Token[], at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - NEGATION_BEHIND); place--) {
    const token = tokens[place]!
    if (isNegator(token) || token.text === 'avoid') return true
    if (!token.word && !token.number) return false
  }
  return false
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
}

/** A heading, label or lead-in under which the opposite is meant. */
export function isUnmeant(text: string): boolean {
  return UNMEANT.test(text)
}

const IN_CASE = wordSet('if when')
const HARMS = wordSet(
  'rash reaction reactions swelling pregnant pregnancy hives allergic worse worsens unwell sick poisoning overdose overdosed fever effects',
)
const ONSETS = wordSet('get develop notice experience')
const PROCEDURES = wordSet('surgery operation procedure scan colonoscopy endoscopy anaesthetic anesthesia biopsy test tests')

/** What leaflets and hospitals say: "stop taking the tablets if you get a rash", "48 hours before the scan". */
export function isPrecaution(tokens: readonly Token[]): boolean {
  let condition = false
  let onset = false
  let before = false
  for (const token of tokens) {
    const { text } = token
    if ((condition && HARMS.has(text)) || (onset && namesCondition(token)) || (before && PROCEDURES.has(text))) return true
    condition ||= IN_CASE.has(text)
    onset ||= condition && ONSETS.has(text)
    before ||= text === 'before' || text === 'prior'
  }
  return false
}

const CLINICIANS = wordSet(
  'doctor doctors gp gps physician physicians vet vets veterinarian veterinarians pharmacist pharmacists nurse nurses midwife dietitian dietician clinician clinicians specialist consultant surgeon dentist therapist psychiatrist psychologist paediatrician pediatrician oncologist cardiologist neurologist dermatologist anaesthetist anesthesiologist endocrinologist gynaecologist gynecologist obstetrician prescriber practitioner provider providers professional professionals pharmacy hospital helpline emergency ambulance paramedics supervision leaflet label',
)
/** Words that mean help together with their neighbours only: "medical advice", not "medical bills". */
const HELPING = new Map([
  ['medical', /medical (?:advice|help|attention|supervision|guidance|care|review|emergency)/],
  ['prescribed', /^as prescribed/],
  ['directed', /^as directed/],
  ['team', /^(?:care|healthcare|health|medical|surgical|treatment|diabetes|your) team/],
  ['a', /a & e/],
])

/** Somebody to ask, or to call, is named: "ask your pharmacist", "call 999". */
export function namesProfessional(tokens: readonly Token[], numbers: ReadonlySet<string>): boolean {
  return tokens.some(({ text }, at) => {
    if (numbers.has(text)) return true
    if (CLINICIANS.has(text)) return !isLeftOut(tokens, at)
    return HELPING.get(text)?.test(textOf(tokens, Math.max(0, at - 1), at + 3)) === true
  })
}

const WITHOUT = wordSet('without than instead')
const LEFT_OUT_BEHIND = 4

/** "Without asking your doctor", "prescribed by your doctor", "no need to see a doctor"; but not "do not stop without asking your doctor". */
function isLeftOut(tokens: readonly Token[], at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - LEFT_OUT_BEHIND); place--) {
    if (textAt(tokens, place) === 'by' && textAt(tokens, place - 1) === 'prescribed') return textAt(tokens, place - 2) !== 'as'
    if (WITHOUT.has(textAt(tokens, place))) return !isDeniedBefore(tokens, place)
    if (CALLING.has(textAt(tokens, place)) && uncalledStart(tokens, place) >= 0) return true
  }
  return false
}
