/** Stories of single people, and ratings, that a page holds out as proof. */
import type { Post, Range, Sentence } from '../types.ts'
import type { Unit } from './index.ts'
import { namesCondition, namesIntervention } from './naming.ts'

/** Two capitalised words in a row: a person, unless they start the sentence. */
const NAME = /(?<=\w[ ,]{1,2})\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+\b/u
const RECOVERY =
  /\b(?:without pain|pain[- ]free|(?:was|is|were|are) (?:back|cured|healed|symptom[- ]free|running|walking|playing|riding|pain[- ]free)|back on|(?:ran|walk\w*|play\w*|served?|danc\w+|slept|sleep\w*|rode|rid\w+|running|work\w*|smil\w+)\b[^.]{0,30} again|no longer (?:needs?|needed|has|had|have|takes?)|threw away|changed (?:my|his|her) life|gave me (?:back )?my|got rid of|swears? by)\b/i
/** What every recovery has one of: a quick look before the long pattern. */
const RECOVERY_HINT = /pain|back|again|cured|healed|free|longer|threw|changed|gave|rid|swear|running|walking|playing|riding/i
const FIRST_PERSON = /\b(?:I|my|me)\b/
const QUOTATION = /[“"]([^“”"]{15,400})[”"]/
const ATTRIBUTED = /[”"]\s*[,.]?\s*(?:(?:says|said|reports|writes|adds|explains)\s+)?(?:[—–-]\s*)?\p{Lu}\p{Ll}+/u
const STARS = /\b(?:the )?(?:singer|actor|actress|footballer|player|athlete|champion|celebrit(?:y|ies)|influencer|model)\b/i
const CASE_REPORT = /\bcase (?:report|series|study)\b/i
const RATING = /\b\d(?:\.\d)?(?:\s?\/\s?5| out of 5| of 5)?\s+stars?\b|\b(?:five|5)[- ]star (?:rating|reviews?)\b/gi

/** Sentences in which a named or quoted person gained from a treatment. */
export function findStories(post: Post): Sentence[] {
  return post.study.units.filter((unit) => isStory(unit)).map(({ reading }) => reading.sentence)
}

function isStory({ reading, context }: Unit): boolean {
  const { sentence, tokens } = reading
  const { text } = sentence
  if (!RECOVERY_HINT.test(text) || CASE_REPORT.test(text) || !RECOVERY.test(text)) return false
  const aboutTreatment = context.topic !== 'none' || tokens.some(namesIntervention)
  const aboutHealth = aboutTreatment || tokens.some(namesCondition)
  const quotation = QUOTATION.exec(text)?.[1]
  if (quotation && FIRST_PERSON.test(quotation) && ATTRIBUTED.test(text)) return aboutHealth
  return aboutTreatment && (NAME.test(text) || STARS.test(text)) && !/\b(?:study|trial|researchers?|et al)\b/i.test(text)
}

/** "Rated 4.9 stars" where a treatment is named. */
export function findRatings(post: Post): (Range & { text: string })[] {
  return post.study.units.flatMap(({ reading: { sentence, tokens }, context }) => {
    if (context.topic === 'none' && !tokens.some((token) => namesIntervention(token) || namesCondition(token))) return []
    const { block, textStart, textEnd } = sentence
    return [...block.masked.slice(textStart, textEnd).matchAll(RATING)].map((match) => ({
      ...block.rangeOf(textStart + match.index, textStart + match.index + match[0].length),
      text: match[0],
    }))
  })
}
