import shipped from '../data/approvals.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { addDays } from '../src/post/dates.ts'
import type { Approval, DataSet } from '../src/post/disclosure/data-sets.ts'
import { findPromotions, statesStatus } from '../src/post/disclosure/promotions.ts'

const SHIPPED = 'approvals'
const NAMES: Readonly<Record<string, string>> = { us: 'the US', eu: 'the EU', uk: 'the UK' }

interface Options {
  dataset: string
  regions: string[]
  maxDatasetAgeDays: number
}

export default defineRule<Options>({
  id: 'regulatory-status',
  family: 'disclosure',
  purpose: 'unapproved products carry their status',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  needs: ['region', 'clock'],
  english: true,
  contentOnly: true,
  standards: [
    { key: 'FDA', clause: 'consumer notices 2020 and 2021', status: 'checked' },
    { key: 'ISSCR', clause: 'Guidelines 2021', status: 'checked' },
    { key: 'EMA', status: 'to-verify' },
  ],
  messages: {
    status: {
      text: 'State the regulatory status of {product} for {condition} in {region} (data of {date}).',
      note: '{source}, {date}: {status}. Readers cannot know that from an offer.',
    },
    outdated: {
      text: 'Check the status of {product} for {condition} in {region}, and state it (data of {date}).',
      severity: 'info',
      note: '{source}, {date}: {status}. The data set is older than {days} days; name a newer one in `dataset`.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      dataset: {
        type: 'string',
        minLength: 1,
        description: 'File with approvals, relative to the configuration; `approvals` is the shipped selection.',
      },
      regions: {
        type: 'array',
        items: { enum: ['us', 'eu', 'uk'] },
        description: 'Regions whose status is asked for; empty: those of the configuration.',
      },
      maxDatasetAgeDays: { type: 'integer', minimum: 1, description: 'Days after which the data set is a hint only.' },
    },
  },
  defaultOptions: { dataset: SHIPPED, regions: [], maxDatasetAgeDays: 180 },
  check(post, { options, settings, report }) {
    const set = options.dataset === SHIPPED ? (shipped as DataSet<Approval>) : post.project.dataSets?.approvals
    if (!set || settings.pageType === 'news') return
    const regions = (options.regions.length > 0 ? options.regions : settings.region).filter(
      (region) => !statesStatus(post, region),
    )
    if (regions.length === 0) return
    const days = options.maxDatasetAgeDays
    const message = addDays(set.asOf, days) < settings.now ? 'outdated' : 'status'
    for (const { start, end, product, condition, entry } of findPromotions(post, set, regions)) {
      const status = entry.status === 'investigational' ? 'investigational' : 'not approved'
      const { source, date, region } = entry
      report({
        at: { start, end },
        message,
        data: { product, condition, region: NAMES[region] ?? region, date, source, status, days },
      })
    }
  },
})
