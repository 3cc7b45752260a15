import authorised from '../data/authorised-claims.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { shortened } from '../src/lint/shortened.ts'
import type { Finding } from '../src/lint/types.ts'
import type { AuthorisedClaim, DataSet } from '../src/post/disclosure/data-sets.ts'
import {
  findRequiredStatement,
  findSupplementClaims,
  isAuthorised,
  type SupplementClaim,
} from '../src/post/disclosure/supplement-claims.ts'
import type { Post } from '../src/post/types.ts'

const SHIPPED = 'authorised-claims'

interface Options {
  regions: string[]
  authorisedClaims: string
  statement: string
}

export default defineRule<Options>({
  id: 'supplement-disclaimer',
  family: 'disclosure',
  purpose: 'supplement claims follow the regional wording',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 2,
  needs: ['region'],
  english: true,
  contentOnly: true,
  pageTypes: ['supplement'],
  standards: [
    { key: 'DSHEA', clause: '21 CFR 101.93', status: 'checked' },
    { key: 'EU-HC', clause: 'Regulation (EC) No 1924/2006 Art. 10, 12 to 14', status: 'partly' },
  ],
  messages: {
    statement: {
      text: 'Add the required statement next to "{claim}".',
      note: 'In the US a claim on structure or function comes with a fixed statement (21 CFR 101.93(b) to (d)).',
    },
    wording: {
      text: 'Write the required statement word for word.',
      note: 'The wording is fixed for the US: 21 CFR 101.93(c).',
    },
    disease: {
      text: 'Remove the disease claim "{claim}".',
      note: 'Supplements may not claim to treat or prevent a disease (US: 21 CFR 101.93(f) and (g); EU: Regulation 1169/2011 Art. 7(3)).',
    },
    unlisted: {
      text: 'Remove "{claim}", or use an authorised health claim.',
      note: 'Only listed health claims may be made in the EU and UK (Regulation (EC) No 1924/2006 Art. 10); list of {asOf}.',
    },
    weight: {
      text: 'Remove "{claim}": no rate or amount of weight loss.',
      note: 'Regulation (EC) No 1924/2006 Art. 12(b), EU and UK.',
    },
    doctor: {
      text: 'Remove "{claim}": no recommendation of a doctor for a supplement.',
      note: 'Regulation (EC) No 1924/2006 Art. 12(c), EU and UK.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      regions: {
        type: 'array',
        items: { enum: ['us', 'eu', 'uk'] },
        description: 'Regions whose law holds; empty: those of the configuration.',
      },
      authorisedClaims: {
        type: 'string',
        minLength: 1,
        description:
          'File with authorised health claims, relative to the configuration; `authorised-claims` is the shipped selection.',
      },
      statement: { type: 'string', description: 'Required US statement; empty: the wordings of 21 CFR 101.93(c).' },
    },
  },
  defaultOptions: { regions: [], authorisedClaims: SHIPPED, statement: '' },
  check(post, { options, settings, report }) {
    const regions = options.regions.length > 0 ? options.regions : settings.region
    const set: DataSet<AuthorisedClaim> | undefined =
      options.authorisedClaims === SHIPPED ? authorised : post.project.dataSets?.['authorised-claims']
    const claims = findSupplementClaims(post)
    const europe = regions.filter((region) => region === 'eu' || region === 'uk')
    const functions = claims.filter(({ kind }) => kind === 'function')
    for (const claim of claims) {
      const message = messageFor(claim, europe, set)
      if (message) report({ ...message, at: claim, data: { ...message.data, claim: shortened(claim.text) } })
    }
    if (regions.includes('us') && functions.length > 0) checkStatement(post, functions, options.statement, report)
  },
})

function messageFor(
  claim: SupplementClaim,
  europe: readonly string[],
  set: DataSet<AuthorisedClaim> | undefined,
): Pick<Finding, 'message' | 'data'> | undefined {
  if (europe.length > 0 && set && europe.every((region) => isAuthorised(claim, set.entries, region))) return undefined
  if (claim.kind === 'disease') return { message: 'disease' }
  if (europe.length === 0) return undefined
  if (claim.kind === 'weight-loss') return { message: 'weight' }
  if (claim.kind === 'doctor') return { message: 'doctor' }
  return set?.complete === true ? { message: 'unlisted', data: { asOf: set.asOf } } : undefined
}

/** One statement serves all claims of a page, so it is asked for once. */
function checkStatement(
  post: Post,
  [first, ...others]: readonly SupplementClaim[],
  own: string,
  report: (finding: Finding) => void,
): void {
  const wordings = own === '' ? authorised.statements.us : [own]
  const { verbatim, similar } = findRequiredStatement(post, wordings)
  if (verbatim || !first) return
  const text = wordings[others.length > 0 ? wordings.length - 1 : 0]!
  if (similar) {
    report({
      at: similar,
      message: 'wording',
      suggestions: [{ title: 'Write the statement of 21 CFR 101.93', edits: [{ ...similar, text }] }],
    })
    return
  }
  const { block } = first.unit.reading.sentence
  const related = others.map(({ start, end }) => ({ start, end, message: 'Another claim the statement is for' }))
  const plainParagraph = block.zone === 'paragraph' && block.quoteDepth === 0
  const edits = [{ start: block.end, end: block.end, text: `\n\n${text}` }]
  report({
    at: first,
    message: 'statement',
    data: { claim: shortened(first.text) },
    related,
    suggestions: plainParagraph ? [{ title: 'Add the statement of 21 CFR 101.93', edits }] : [],
  })
}
