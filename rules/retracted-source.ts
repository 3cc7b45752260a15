import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding, Severity } from '../src/lint/types.ts'
import { isSaid, isSaidAt, noticeFor, retractedTitle } from '../src/post/references/retractions.ts'
import type { Ids, Post, Range, ReferenceEntry, RetractionNotice } from '../src/post/types.ts'

interface Options {
  dataset: string | null
  maxSnapshotAgeDays: number
  concern: Severity
}

export default defineRule<Options>({
  id: 'retracted-source',
  family: 'citations',
  purpose: 'no retracted work as evidence',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  needs: ['lock', 'clock'],
  standards: [{ key: 'ICMJE', clause: 'Scientific misconduct, expressions of concern, and retraction', status: 'partly' }],
  messages: {
    retracted: {
      text: 'Replace this source: it was retracted{when}.',
      note: 'A retracted work is no evidence; where it is the subject, say that it was retracted (ICMJE).',
    },
    concern: {
      text: 'Check this source: its journal published an expression of concern{when}.',
      note: 'The journal has doubts about the work; look whether it was retracted since (ICMJE).',
    },
    title: {
      text: 'Replace this source: its title says "{word}".',
      note: 'A retracted work is no evidence; where it is the subject, say that it was retracted (ICMJE).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      dataset: { type: ['string', 'null'], description: 'JSON or CSV file of notices, relative to the configuration.' },
      maxSnapshotAgeDays: { type: 'integer', minimum: 1, description: 'Notices of an older data set are an info.' },
      concern: { enum: ['error', 'warn', 'info'], description: 'Severity of an expression of concern.' },
    },
  },
  defaultOptions: { dataset: null, maxSnapshotAgeDays: 90, concern: 'warn' },
  check(post, { options, settings, report }) {
    const { entries } = post.references
    for (const entry of entries) {
      const notice = noticeFor(entry.ids, post.project)
      const mark = retractedTitle(entry)
      if ((!notice && !mark) || isSaid(post, entry)) continue
      if (notice) report(findingFor(identifierOf(entry), notice, options, settings.now))
      else if (mark) report({ at: entry.rangeOf(mark.textStart, mark.textEnd), message: 'title', data: { word: mark.word } })
    }
    if (!post.project.retractions) return
    for (const { at, ids, said } of linksInText(post)) {
      const notice = noticeFor(ids, post.project)
      if (notice && !said()) report(findingFor(at, notice, options, settings.now))
    }
  },
})

/** The first identifier as it stands in the entry, or the entry when a link alone has it. */
function identifierOf({ identifiers, links, start, end }: ReferenceEntry): Range {
  const mention = identifiers.find(({ kind }) => kind === 'doi' || kind === 'pmid' || kind === 'pmcid')
  const link = links.find(({ ids }) => ids.doi ?? ids.pmid ?? ids.pmcid)
  const range = mention ?? link?.urlRange ?? { start, end }
  return { start: range.start, end: range.end }
}

/** Links and identifiers outside of the list. */
function linksInText(post: Post): { at: Range; ids: Ids; said: () => boolean }[] {
  const { entries } = post.references
  return post.citations.flatMap(({ kind, block, textStart, start, end, ids, link }) => {
    if ((kind !== 'link' && kind !== 'identifier') || entries.some((entry) => start >= entry.start && end <= entry.end)) return []
    const at = link?.urlRange ?? { start, end }
    return [{ at: { start: at.start, end: at.end }, ids, said: () => isSaidAt(post, block, textStart) }]
  })
}

const DAY = 86_400_000

function findingFor(at: Range, { status, date, notice, asOf }: RetractionNotice, options: Options, now: string): Finding {
  const when = `${date ? ` on ${date}` : ''}${notice ? ` (${notice})` : ''}`
  const isOld = asOf === undefined || (Date.parse(now) - Date.parse(asOf)) / DAY > options.maxSnapshotAgeDays
  const finding: Finding = { at, message: status, data: { when } }
  if (status === 'concern') finding.severity = isOld ? 'info' : options.concern
  else if (isOld) finding.severity = 'info'
  if (isOld) finding.note = `The notice is of a data set ${asOf ? `of ${asOf}` : 'without a date'}: renew it.`
  return finding
}
