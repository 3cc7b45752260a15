/** British and American spellings of one word, from pairs of word parts (`haem`/`hem`, `our`/`or`). */
import pairs from '../../../data/locale-spelling.json' with { type: 'json' }
import type { Locale, Speller } from './speller.ts'

interface Pair {
  gb: string
  us: string
  at: string
  except?: string[]
}

const PAIRS: readonly Pair[] = pairs.entries
const MOST_CACHED = 20_000
const counterparts = new WeakMap<Speller, Map<string, string | null>>()

/** Which English alone spells `word` so, if only one does. Oxford spelling (`randomize`) is British too, so it tells nothing. */
export function localeOf(word: string, speller: Speller): Locale | undefined {
  const flags = speller.flags(word)
  if (!flags) return undefined
  const locale = /\bgb\b/.test(flags) ? 'en-GB' : /\bus\b/.test(flags) ? 'en-US' : undefined
  if (!locale || (locale === 'en-US' && /iz(?:e|es|ed|er|ers|ing|ation|ations|ational)$/.test(word))) return undefined
  return counterpart(word, locale, speller) === undefined ? undefined : locale
}

/** The other English's spelling of `word`; `undefined` when the vocabulary has none. */
export function counterpart(word: string, locale: Locale, speller: Speller): string | undefined {
  const cache = counterparts.get(speller) ?? new Map<string, string | null>()
  counterparts.set(speller, cache)
  let found = cache.get(word)
  if (found === undefined) {
    found = search(word, locale, speller) ?? null
    if (cache.size >= MOST_CACHED) cache.clear()
    cache.set(word, found)
  }
  return found ?? undefined
}

function search(word: string, locale: Locale, speller: Speller): string | undefined {
  const [own, other] = locale === 'en-GB' ? (['gb', 'us'] as const) : (['us', 'gb'] as const)
  const target: Locale = locale === 'en-GB' ? 'en-US' : 'en-GB'
  // A word can hold two parts that differ (`anaesthetise`): each step changes one.
  let forms = [word]
  for (let step = 0; step < 3; step++) {
    forms = forms.flatMap((form) => PAIRS.flatMap((pair) => changed(form, pair, own, other)))
    const hit = forms.find((form) => speller.known(form, target))
    if (hit !== undefined || forms.length === 0 || forms.length > 20) return hit
  }
  return undefined
}

function changed(form: string, pair: Pair, own: 'gb' | 'us', other: 'gb' | 'us'): string[] {
  const from = pair[own]
  const at = pair.at === 'end' ? form.length - from.length : form.indexOf(from)
  const fits = pair.at === 'start' ? at === 0 : at >= 0 && form.startsWith(from, at)
  if (!fits || (own === 'us' && pair.except?.includes(form))) return []
  return [form.slice(0, at) + pair[other] + form.slice(at + from.length)]
}
