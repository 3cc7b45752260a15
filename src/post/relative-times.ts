/** Words for a time that only hold on the day they are written: "this year", "recently", "in the past decade". */
import list from '../../data/relative-time.json' with { type: 'json' }
import { entriesCitedIn, yearsOf } from './cited-years.ts'
import { termsList } from './claims/absolutes.ts'
import { compileList, type Hit, type Matcher } from './claims/patterns.ts'
import { isQuestion } from './claims/score.ts'
import { isAuthorsVoice } from './claims/tiers.ts'
import { endsClause, type Token, wordSet } from './claims/tokens.ts'
import { groupAt } from './claims/verbs.ts'
import type { Post, Range } from './types.ts'
import { isWorkTitle } from './work-titles.ts'

export interface RelativeTime extends Range {
  text: string
  /** Calendar years it reaches back from the page. */
  years: number
  /** The year the words name when the year of the page is known: 0 for "this year", 1 for "last year". */
  exact: number | undefined
  /** Ages with the page. */
  stale: boolean
  /** Years of the works cited in the sentence; empty when unknown. */
  cited: readonly number[]
}

type Name = keyof typeof list.phrases

const findPhrases = compileList(
  Object.fromEntries(Object.entries(list.phrases).map(([name, { patterns }]) => [name, patterns])),
  list.sets,
)
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
}
/** Years of phrases of a user. */
const OWN_YEARS = 3

/** Somebody's own time: the reader's, the writer's, a patient's. */
const PERSONAL = wordSet(
  'i my me you your we our us he she his her him who whom whose if patient patients people person persons individuals anyone someone man woman child children adults participants veterans users',
)

export function findRelativeTimes(post: Post, own: readonly string[]): RelativeTime[] {
  const findOwn: Matcher = own.length > 0 ? termsList(own).find : () => []
  return post.study.units.flatMap(({ reading: { sentence, tokens } }) => {
    const hits: (Hit & { own?: boolean })[] = [
      ...longest(findPhrases(tokens)),
      ...findOwn(tokens).map((hit) => ({ ...hit, own: true })),
    ]
    if (hits.length === 0 || tokens.some(isYear) || isQuestion(tokens) || !isAuthorsVoice(sentence) || isWorkTitle(sentence))
      return []
    return hits
      .filter(({ from, to }) => !isPersonal(tokens, from, to))
      .map(({ family, from, to, own: isOwn }) => {
        const name = isOwn ? undefined : (family as Name)
        const { start, end, text } = groupAt(sentence, tokens, from, to)
        return {
          start,
          end,
          text,
          years: name ? yearsBack(name, tokens.slice(from, to)) : OWN_YEARS,
          exact: isCalendarYear(tokens[to - 1]!) && name && list.phrases[name].years <= 1 ? list.phrases[name].years : undefined,
          stale: !name || list.phrases[name].stale || from <= 1,
          cited: yearsOf(entriesCitedIn(post, sentence)),
        }
      })
  })
}

/** Of several phrases at a place the longest: "recently approved" is more than "recently". */
function longest(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (hit.from >= (kept.at(-1)?.to ?? 0)) kept.push(hit)
  return kept
}

function yearsBack(name: Name, tokens: readonly Token[]): number {
  const { years } = list.phrases[name]
  if (years >= 0) return years
  const count = tokens.find(({ text, number }) => number || text in NUMBERS)
  return count ? (NUMBERS[count.text] ?? Number(count.text)) : OWN_YEARS
}

function isCalendarYear({ text }: Token): boolean {
  return text === 'year'
}

/** "More recently, a 2023 trial": the sentence says when. */
function isYear({ number, text }: Token): boolean {
  return number && /^(?:19|20)\d\d$/.test(text)
}

/** In the clause of the phrase somebody is named whose time it is; "recently treated scalps" is such a time as well. */
function isPersonal(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens.slice(0, from)
  const border = before.findLastIndex(endsClause)
  const behind = tokens.slice(to)
  const end = behind.findIndex(endsClause)
  const clause = [...before.slice(border + 1), ...behind.slice(0, end < 0 ? undefined : end)]
  if (clause.some(({ text }) => PERSONAL.has(text))) return true
  return tokens[to - 1]!.text === 'recently' && from > 0 && !isAdverb(tokens, from, to)
}

const HELPERS = wordSet('has have had was were been is are')

/** "Was recently shown", "; recently,": not in front of the noun it describes. */
function isAdverb(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]!
  return HELPERS.has(before.text) || !before.word || tokens[to] === undefined || !tokens[to]!.word
}
