/** What a word names wherever it stands: something of health, a treatment, a condition, an outcome. */
import cueList from '../../../data/claim-cues.json' with { type: 'json' }
import healthList from '../../../data/claim-health-words.json' with { type: 'json' }
import { wordsOf } from './patterns.ts'

const HEALTH = 1
const INTERVENTION = 2
const CONDITION = 4
const OUTCOME = 8

/** A set of the four above, as bits. */
export type Names = number

interface Named {
  form: { names: Names }
}

/** The word is about health; the medical context of a sentence, paragraph, heading or title is made of these. */
export const isHealthWord = ({ form }: Named): boolean => (form.names & HEALTH) !== 0
/** A treatment, food, behaviour, test ... */
export const namesIntervention = ({ form }: Named): boolean => (form.names & INTERVENTION) !== 0
export const namesCondition = ({ form }: Named): boolean => (form.names & CONDITION) !== 0
/** A function, measure or look of the body that a treatment may change. */
export const namesOutcome = ({ form }: Named): boolean => (form.names & OUTCOME) !== 0

const HEALTH_WORDS = new Set(healthList.entries.flatMap((line) => line.split(' ')))
const INTERVENTIONS = wordsOf(cueList.sets.intervention)
const CONDITIONS = wordsOf(cueList.sets.condition)
const OUTCOMES = wordsOf(cueList.sets.outcome)

/** Endings that only medical and biological words have. */
const HEALTH_ENDING =
  /(?:itis|osis|oses|aemia|emia|pathy|pathies|plasty|ectomy|otomy|ostomy|oscopy|algia|omas?|mab|statins?|cillin|mycin|prazole|sartan|olol|azepam|azole|gliptin|gliflozin|glutide|zepatide|oxacin|cycline|plegia|penia|philia|trophy|lysis|itic|otic|iasis|cardia|pnoea|pnea|uria|rrhea|rrhoea|dermal|vascular|kinin|kines?|cytes?|ceptors?|biotics?|globin|amine|inflammatory|immune)$/
const SHORTEST_WITH_ENDING = 6
const CONDITION_ENDING = /(?:itis|osis|emia|aemia|algia|pathy|oma|omas|plegia|rrhea|rrhoea|uria|iasis|phobia)$/
/** International non-proprietary names end in their class. */
const DRUG_ENDING =
  /[a-z]{3}(?:mab|statin|cillin|mycin|prazole|sartan|olol|azepam|azole|gliptin|gliflozin|glutide|zepatide|trutide|oxacin|cycline|tidine|setron|triptan|profen|caine|barbital|dronate|parin|xaban|tinib|vir|fungin|phylline|butine|trozole|fene|citrate|sone|solone)$/

/** How phrases write what a word names; the first of several counts. */
export function symbolOf(names: Names): string | undefined {
  if (names & CONDITION) return '@condition'
  if (names & INTERVENTION) return '@treatment'
  if (names & OUTCOME) return '@outcome'
  return names & HEALTH ? '@health' : undefined
}

/** `word`: lower case, straight apostrophes. */
export function namesOf(word: string): Names {
  return (
    (isOfHealth(word) ? HEALTH : 0) |
    (INTERVENTIONS.has(word) || DRUG_ENDING.test(word) ? INTERVENTION : 0) |
    (CONDITIONS.has(word) || (word.length >= SHORTEST_WITH_ENDING && CONDITION_ENDING.test(word)) ? CONDITION : 0) |
    (OUTCOMES.has(word) ? OUTCOME : 0)
  )
}

function isOfHealth(word: string): boolean {
  if (HEALTH_WORDS.has(word)) return true
  if (word.length < 5) return false
  if (word.endsWith('ies') && HEALTH_WORDS.has(`${word.slice(0, -3)}y`)) return true
  if (word.endsWith('s') && HEALTH_WORDS.has(word.slice(0, -1))) return true
  return word.length >= SHORTEST_WITH_ENDING && HEALTH_ENDING.test(word)
}
