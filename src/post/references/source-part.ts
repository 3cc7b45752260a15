/** The part of an entry behind the title: date, volume, issue, pages, in the forms of the target styles. */

export interface Span {
  start: number
  end: number
  value: string
}

export interface SourcePart {
  /** Where the part starts: the container (journal) ends before it. */
  start: number
  end: number
  form: 'vancouver' | 'apa' | 'nature' | 'frontiers' | 'harvard' | 'date' | 'year'
  year?: Span
  month?: Span
  day?: Span
  volume?: Span
  issue?: Span
  page?: Span
  /** First spot the grammar could not read on, with what it expected there. */
  stoppedAt?: { offset: number; expected: string }
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Fall|Autumn|Winter)'
const YEAR = '(?:1[89]|20)\\d{2}'
const VOLUME =
  '(?:[A-Z]?\\d{1,4}[A-Z]?(?:-\\d{1,4})?|Suppl(?:ement)?\\.? ?\\d*|[IVXL]{1,7}|Spec No)(?: ?Pt ?\\d| Suppl(?:ement)?\\.?(?: ?\\d{1,3})?)?'
const ISSUE = '\\(([^()]{1,40}(?:\\([^()]{1,20}\\))?)\\)(?: ?\\((?:suppl|Suppl)[^()]{0,12}\\))?(?: ?Suppl\\.? ?\\d{0,3})?'
const PAGE = '[A-Za-z]{0,4}\\d{1,7}[A-Za-z]{0,2}\\d{0,3}(?:\\.e\\d{1,2}-\\d{1,2}(?!\\d|\\.e)|\\.e?\\d{1,4})?'
const PAGES = `(?:pp?\\.? ?)?((?:Article(?: (?:ID|No\\.?|number))? |e?CD|ID )?${PAGE}(?: ?-+ ?${PAGE})?|[ivxlc]{1,7}-[ivxlc]{1,7}|n\\/a)`

const DATE_VOLUME = new RegExp(
  `(${YEAR})[a-z]?(?:,? (${MONTH})\\.?(?:[-/ ](?:${MONTH})\\.?)?(?: (\\d{1,2})(?:-\\d{1,2})?)?)?\\.?(?: ?\\[cited [^\\]]{4,24}\\])? ?; ?`,
  'g',
)
const VOLUME_AT = new RegExp(`(?:[Vv]ol\\.? ?)?(${VOLUME})`, 'y')
const ISSUE_AT = new RegExp(` ?${ISSUE}|, ?(?:no|No|iss)\\.? ?(\\d{1,4})`, 'y')
const PAGES_AT = new RegExp(` ?[:,] ?${PAGES}`, 'y')
/** `2015 Jul 23;btv371`: an article that has no volume yet. */
const LOCATOR_AT = /([a-z]{1,4}\d{2,7})(?=[.\s]|$)/y
const MISSING_COLON = /\s?[.;]?\s?\d{1,5}-\d{1,5}/y

/** `2019 Nov 7;381(19):1809-19`, the form of AMA and NLM; reads on step by step so that the stop is known. */
export function vancouverPart(text: string, from: number, limit: number): SourcePart | undefined {
  let found: RegExpExecArray | null = null
  DATE_VOLUME.lastIndex = from
  for (let match = DATE_VOLUME.exec(text); match && match.index < limit; match = DATE_VOLUME.exec(text)) found = match
  if (!found) return undefined
  const part: SourcePart = { start: found.index, end: found.index + found[0].length, form: 'vancouver', ...dateSpans(found) }
  const volume = take(VOLUME_AT, text, part.end)
  if (!volume && !take(ISSUE_AT, text, part.end)) {
    const locator = take(LOCATOR_AT, text, part.end)
    return locator ? { ...part, page: locator.span, end: locator.end } : stopped(part, 'the volume')
  }
  if (volume) {
    part.volume = volume.span
    part.end = volume.end
  }
  const issue = take(ISSUE_AT, text, part.end)
  if (issue) {
    part.issue = issue.span
    part.end = issue.end
  }
  const pages = take(PAGES_AT, text, part.end)
  if (pages) {
    part.page = pages.span
    part.end = pages.end
    return part
  }
  // `2019;1-9` has pages and no volume.
  if (volume && !issue && /^\d+-\d+$/.test(volume.span.value)) {
    const { volume: _volume, ...rest } = part
    return { ...rest, page: volume.span }
  }
  MISSING_COLON.lastIndex = part.end
  return MISSING_COLON.test(text) ? stopped(part, `':' after the ${issue ? 'issue' : 'volume'}`) : part
}

function stopped(part: SourcePart, expected: string): SourcePart {
  return { ...part, stoppedAt: { offset: part.end, expected } }
}

function dateSpans(match: RegExpExecArray): Pick<SourcePart, 'year' | 'month' | 'day'> {
  const spans: Pick<SourcePart, 'year' | 'month' | 'day'> = { year: spanIn(match, match[1]!, 0) }
  if (match[2]) spans.month = spanIn(match, match[2], 4)
  if (match[3]) spans.day = spanIn(match, match[3], 4 + (match[2]?.length ?? 0))
  return spans
}

function spanIn(match: RegExpExecArray, value: string, from: number): Span {
  const start = match.index + match[0].indexOf(value, from)
  return { start, end: start + value.length, value }
}

function take(pattern: RegExp, text: string, at: number): { span: Span; end: number } | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  const value = match.slice(1).find((group) => group !== undefined)
  if (value === undefined) return undefined
  return { span: spanIn(match, value, 0), end: at + match[0].length }
}

type Form = { form: SourcePart['form']; pattern: RegExp; groups: ('year' | 'month' | 'day' | 'volume' | 'issue' | 'page')[] }

/** Forms that stand at the very end of what is left of the entry. */
const AT_END: Form[] = [
  {
    form: 'date',
    pattern: new RegExp(`[.,;] ?Published online (?:(${MONTH})\\.? (?:(\\d{1,2}), ?)?)?(${YEAR}): ?${PAGES}[.;]?$`, 'd'),
    groups: ['month', 'day', 'year', 'page'],
  },
  {
    form: 'harvard',
    pattern: new RegExp(`[., ]+(${YEAR})(?: (?:${MONTH})\\.?)?: ?(${VOLUME}) ?(?:\\(([^()]{1,40})\\))?; ?${PAGES}[.;]?$`, 'd'),
    groups: ['year', 'volume', 'issue', 'page'],
  },
  {
    form: 'nature',
    pattern: new RegExp(`[ ,]+(${VOLUME})(?: ?\\(([^()]{1,20})\\))?[,:] ?${PAGES} ?\\((${YEAR})\\)[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'page', 'year'],
  },
  {
    form: 'nature',
    pattern: new RegExp(` (\\d{1,6}-\\d{1,6}|[a-z]{2,4}\\d{2,6}) \\((${YEAR})\\)[.;]?$`, 'd'),
    groups: ['page', 'year'],
  },
  {
    form: 'nature',
    pattern: new RegExp(`[., ]* (${VOLUME})(?: ?\\(([^()]{1,20})\\))?,? ?\\((${YEAR})\\)[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'year'],
  },
  {
    form: 'harvard',
    pattern: new RegExp(
      `[., ]+(?:[Vv]ol(?:ume)?\\.? ?)?(${VOLUME})(?:,? ?\\(([^()]{1,20})\\)|,? (?:no|No|[Ii]ssue|iss)\\.? ?(\\d{1,4}))?,? (?:(?:${MONTH})[,.]? )?(${YEAR})[,:] ?${PAGES}[.;]?$`,
      'd',
    ),
    groups: ['volume', 'issue', 'issue', 'year', 'page'],
  },
  {
    form: 'harvard',
    pattern: new RegExp(
      `[., ]+(?:[Vv]ol(?:ume)?\\.? ?)(${VOLUME})(?:,? ?\\(([^()]{1,20})\\)|,? (?:no|No|[Ii]ssue|iss)\\.? ?(\\d{1,4}))?,? ${PAGES},? (?:(?:${MONTH})[,.]? )?(${YEAR})[.;]?$`,
      'd',
    ),
    groups: ['volume', 'issue', 'issue', 'page', 'year'],
  },
  {
    form: 'harvard',
    pattern: new RegExp(
      `[., ]+(${YEAR})[.,:]? (?!${YEAR}[.;]?$)(?:[Vv]ol(?:ume)?\\.? ?)?(${VOLUME})(?: ?\\(([^()]{1,20})\\))?(?:[:,] ?${PAGES})?[.;]?$`,
      'd',
    ),
    groups: ['year', 'volume', 'issue', 'page'],
  },
]

/** Forms of entries whose year stands behind the authors. */
const AFTER_YEAR: Form[] = [
  {
    form: 'apa',
    pattern: new RegExp(`,? (${VOLUME}) ?(?:\\(([^()]{1,40})\\))?, ?${PAGES}[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'page'],
  },
  {
    form: 'frontiers',
    pattern: new RegExp(`[., ]+(${VOLUME}) ?(?:\\(([^()]{1,40})\\))?: ?${PAGES}[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'page'],
  },
  {
    form: 'harvard',
    pattern: new RegExp(
      `[., ]+(?:[Vv]ol(?:ume)?\\.? ?)(${VOLUME})(?:,? ?\\(([^()]{1,20})\\)|,? (?:no|No|[Ii]ssue|iss)\\.? ?(\\d{1,4}))?,? ${PAGES}[.;]?$`,
      'd',
    ),
    groups: ['volume', 'issue', 'issue', 'page'],
  },
  { form: 'apa', pattern: /, (?:Article )?(\d{1,6}-\d{1,6}|[a-z]{2,4}\d{2,6})[.;]?$/d, groups: ['page'] },
  { form: 'frontiers', pattern: / (\d{1,6}-\d{1,6})[.;]?$/d, groups: ['page'] },
  { form: 'apa', pattern: new RegExp(`, (${VOLUME}) ?(?:\\(([^()]{1,40})\\))?[.;]?$`, 'd'), groups: ['volume', 'issue'] },
  { form: 'frontiers', pattern: new RegExp(`[.] (${VOLUME}) ?(?:\\(([^()]{1,40})\\))?[.;]?$`, 'd'), groups: ['volume', 'issue'] },
]

const DATES: Form[] = [
  {
    form: 'date',
    pattern: new RegExp(`[.,;]? ?\\(?(${YEAR}),? (${MONTH})\\.?(?: (\\d{1,2}))?\\)?[.;,]?$`, 'd'),
    groups: ['year', 'month', 'day'],
  },
  {
    form: 'date',
    pattern: new RegExp(
      `[.,;] ?(?:Published |Preprint posted )?(?:online )?(?:first )?(${MONTH})\\.? (?:(\\d{1,2}), ?)?(${YEAR})[.;,]?$`,
      'd',
    ),
    groups: ['month', 'day', 'year'],
  },
  { form: 'year', pattern: new RegExp(`[.,;: ] ?\\(?(${YEAR})[a-z]?\\)?[.;,]?$`, 'd'), groups: ['year'] },
]

/** `Journal. 7(1):229-232`: no year at all, which only an issue in parentheses makes sure of. */
const UNDATED: Form[] = [
  {
    form: 'date',
    pattern: new RegExp(`[.] (${VOLUME})\\(([^()]{1,40})\\): ?${PAGES}[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'page'],
  },
]

export function undatedPart(text: string, from: number): SourcePart | undefined {
  return firstForm(UNDATED, text, from)
}

/** `Journal, 14(2) 118-125`. */
const MISSING_COMMA: Form[] = [
  {
    form: 'apa',
    pattern: new RegExp(`, (${VOLUME}) ?\\(([^()]{1,40})\\) ?${PAGES}[.;]?$`, 'd'),
    groups: ['volume', 'issue', 'page'],
  },
]

export function partAtEnd(text: string, from: number): SourcePart | undefined {
  return firstForm(AT_END, text, from)
}

export function partAfterYear(text: string, from: number): SourcePart | undefined {
  const unmarked = firstForm(MISSING_COMMA, text, from)
  if (unmarked?.issue) return stopped({ ...unmarked, end: unmarked.issue.end + 1 }, "',' after the issue")
  return firstForm(AFTER_YEAR, text, from)
}

export function dateAtEnd(text: string, from: number): SourcePart | undefined {
  return firstForm(DATES, text, from)
}

/** How far back from the end a form may start. */
const REACH = 120

function firstForm(forms: readonly Form[], text: string, from: number): SourcePart | undefined {
  const base = Math.max(from, text.length - REACH)
  const tail = text.slice(base)
  for (const { form, pattern, groups } of forms) {
    const match = pattern.exec(tail)
    if (!match?.indices) continue
    const part: SourcePart = { start: base + match.index, end: text.length, form }
    for (const [index, name] of groups.entries()) {
      const range = match.indices[index + 1]
      const value = match[index + 1]
      if (!range || value === undefined) continue
      part[name] = { start: base + range[0], end: base + range[1], value }
    }
    return part
  }
  return undefined
}
