/** "He" for anybody: a role of either sex in a general statement, taken up by a masculine pronoun. */
import { type Token, textAt, tokensOf, wordSet } from './claims/tokens.ts'
import { isMentioned, isOthersBlock, isOthersWords } from './others-words.ts'
import type { Block, Post } from './types.ts'

export interface GenericHe {
  block: Block
  textStart: number
  textEnd: number
  instead: string
}

const PRONOUNS: Readonly<Record<string, string>> = { he: 'they', his: 'their', him: 'them', himself: 'themselves' }
const ARTICLES = wordSet('a an any every each')
const ROLES = wordSet(
  'surgeon doctor physician patient dentist therapist clinician practitioner specialist pharmacist researcher scientist psychiatrist psychologist cardiologist dermatologist oncologist neurologist radiologist anaesthetist anesthesiologist nurse midwife paramedic carer caregiver person child reader user participant parent individual adult teenager student donor worker employee smoker veteran athlete baby infant toddler',
)
const GENERAL = wordSet('when if whenever every each any once before until unless should must can may')
/** Somebody the pronoun may stand for. */
const MASCULINE = wordSet(
  'man men boy boys father fathers husband husbands son sons brother brothers male males mr gentleman grandfather dad prostate penis penile testicular testicle testicles testosterone sperm semen erection erectile ejaculation scrotum vasectomy she her hers herself',
)
/** Words between the article and the role: "a young child". */
const ADJECTIVES = 2

export function findGenericHe(post: Post): GenericHe[] {
  const found: GenericHe[] = []
  for (const sentence of post.sentences) {
    if (!sentence.words.some(({ form }) => Object.hasOwn(PRONOUNS, form.lower))) continue
    const { block } = sentence
    if (isOthersBlock(block)) continue
    const tokens = tokensOf(sentence)
    if (tokens.some(({ text }) => MASCULINE.has(text)) || !tokens.some(({ text }) => GENERAL.has(text))) continue
    const role = tokens.findIndex((token, at) => ROLES.has(token.text) && isAnyone(tokens, at))
    if (role < 0) continue
    const at = tokens.findIndex((token, index) => index > role && Object.hasOwn(PRONOUNS, token.text))
    if (at < 0 || hasOtherName(block, tokens, role, at)) continue
    const { text, start: textStart, end: textEnd } = tokens[at]!
    if (isOthersWords(block, textStart, textEnd) || isMentioned(block, textStart, textEnd)) continue
    found.push({ block, textStart, textEnd, instead: PRONOUNS[text]! })
  }
  return found
}

function isAnyone(tokens: readonly Token[], at: number): boolean {
  for (let back = 1; back <= ADJECTIVES + 1; back++) {
    if (ARTICLES.has(textAt(tokens, at - back))) return true
    if (!tokens[at - back]?.word) return false
  }
  return false
}

/** "A doctor at Guy's told Brown that he ...". */
function hasOtherName({ text }: Block, tokens: readonly Token[], role: number, pronoun: number): boolean {
  return tokens.slice(role + 1, pronoun).some(({ start, word }) => word && /\p{Lu}/u.test(text[start]!))
}
