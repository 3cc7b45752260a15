/** Every rule by id. `npm run new-rule <id>` adds a line. */
import type { Rule } from '../src/lint/define-rule.ts'
import abbreviationDefinition from './abbreviation-definition.ts'
import absoluteClaim from './absolute-claim.ts'
import absoluteSafety from './absolute-safety.ts'
import anecdotalEvidence from './anecdotal-evidence.ts'
import causalLanguage from './causal-language.ts'
import citationPlurality from './citation-plurality.ts'
import citationStyle from './citation-style.ts'
import claimStrength from './claim-strength.ts'
import disparagingComparison from './disparaging-comparison.ts'
import doseDecimal from './dose-decimal.ts'
import evidenceGesture from './evidence-gesture.ts'
import fragileLink from './fragile-link.ts'
import frontmatterAuthor from './frontmatter-author.ts'
import frontmatterClaim from './frontmatter-claim.ts'
import frontmatterCurrency from './frontmatter-currency.ts'
import frontmatterDescription from './frontmatter-description.ts'
import frontmatterFields from './frontmatter-fields.ts'
import frontmatterReviewer from './frontmatter-reviewer.ts'
import hardSentence from './hard-sentence.ts'
import hypeLanguage from './hype-language.ts'
import indicationList from './indication-list.ts'
import medicalSpelling from './medical-spelling.ts'
import preclinicalClaim from './preclinical-claim.ts'
import quotationAttribution from './quotation-attribution.ts'
import quoteMismatch from './quote-mismatch.ts'
import readingLevel from './reading-level.ts'
import referenceComplete from './reference-complete.ts'
import referenceIdentifier from './reference-identifier.ts'
import referenceStyle from './reference-style.ts'
import referencesSection from './references-section.ts'
import relativeRisk from './relative-risk.ts'
import retractedSource from './retracted-source.ts'
import selfCitation from './self-citation.ts'
import sentenceLength from './sentence-length.ts'
import sourceCurrency from './source-currency.ts'
import uncitedReference from './uncited-reference.ts'
import unlistedCitation from './unlisted-citation.ts'
import unsafeAdvice from './unsafe-advice.ts'
import unsourcedStatistic from './unsourced-statistic.ts'
import unsupportedClaim from './unsupported-claim.ts'
import weakSource from './weak-source.ts'

// biome-ignore lint/suspicious/noExplicitAny: rules of different options live in one list
const all: Rule<any>[] = [
  abbreviationDefinition,
  absoluteClaim,
  absoluteSafety,
  anecdotalEvidence,
  causalLanguage,
  citationPlurality,
  citationStyle,
  claimStrength,
  disparagingComparison,
  doseDecimal,
  evidenceGesture,
  fragileLink,
  frontmatterAuthor,
  frontmatterClaim,
  frontmatterCurrency,
  frontmatterDescription,
  frontmatterFields,
  frontmatterReviewer,
  hardSentence,
  hypeLanguage,
  indicationList,
  medicalSpelling,
  preclinicalClaim,
  quotationAttribution,
  quoteMismatch,
  readingLevel,
  referenceComplete,
  referenceIdentifier,
  referenceStyle,
  referencesSection,
  relativeRisk,
  retractedSource,
  selfCitation,
  sentenceLength,
  sourceCurrency,
  uncitedReference,
  unlistedCitation,
  unsafeAdvice,
  unsourcedStatistic,
  unsupportedClaim,
  weakSource,
]

export const rules: Readonly<Record<string, Rule>> = Object.fromEntries(all.map((rule) => [rule.meta.id, rule as Rule]))
