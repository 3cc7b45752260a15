/** Is a word about health? The medical context of a sentence, paragraph, heading or title. */
import list from '../../../data/claim-health-words.json' with { type: 'json' }
import { remembered } from './remembered.ts'
import type { Token } from './tokens.ts'

const WORDS = new Set(list.entries.flatMap((line) => line.split(' ')))

/** Endings that only medical and biological words have. */
const SUFFIX =
  /(?:itis|osis|oses|aemia|emia|pathy|pathies|plasty|ectomy|otomy|ostomy|oscopy|algia|omas?|mab|statins?|cillin|mycin|prazole|sartan|olol|azepam|azole|gliptin|gliflozin|glutide|zepatide|oxacin|cycline|plegia|penia|philia|trophy|lysis|itic|otic|iasis|cardia|pnoea|pnea|uria|rrhea|rrhoea|dermal|vascular|kinin|kines?|cytes?|ceptors?|biotics?|globin|amine|inflammatory|immune)$/
const SHORTEST_WITH_SUFFIX = 6

export const isHealthWord = remembered((word) => {
  if (WORDS.has(word)) return true
  if (word.length < 5) return false
  if (word.endsWith('s') && (WORDS.has(word.slice(0, -1)) || (word.endsWith('ies') && WORDS.has(`${word.slice(0, -3)}y`))))
    return true
  return word.length >= SHORTEST_WITH_SUFFIX && SUFFIX.test(word)
})

export function healthPlaces(tokens: readonly Token[]): number[] {
  const places: number[] = []
  for (let index = 0; index < tokens.length; index++) {
    const { word, text } = tokens[index]!
    if (word && text.length > 2 && isHealthWord(text)) places.push(index)
  }
  return places
}
