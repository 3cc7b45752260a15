/** Every rule by id. `npm run new-rule <id>` adds a line. */
import type { Rule } from '../src/lint/define-rule.ts'
import abbreviationDefinition from './abbreviation-definition.ts'
import absoluteClaim from './absolute-claim.ts'
import absoluteSafety from './absolute-safety.ts'
import anecdotalEvidence from './anecdotal-evidence.ts'
import approvalClaim from './approval-claim.ts'
import balancedRisk from './balanced-risk.ts'
import causalLanguage from './causal-language.ts'
import citationPlurality from './citation-plurality.ts'
import citationStyle from './citation-style.ts'
import claimStrength from './claim-strength.ts'
import conflictDisclosure from './conflict-disclosure.ts'
import disparagingComparison from './disparaging-comparison.ts'
import doseDecimal from './dose-decimal.ts'
import duplicateContent from './duplicate-content.ts'
import errorProneAbbreviation from './error-prone-abbreviation.ts'
import evidenceGesture from './evidence-gesture.ts'
import fragileLink from './fragile-link.ts'
import frontmatterAuthor from './frontmatter-author.ts'
import frontmatterClaim from './frontmatter-claim.ts'
import frontmatterCurrency from './frontmatter-currency.ts'
import frontmatterDescription from './frontmatter-description.ts'
import frontmatterFields from './frontmatter-fields.ts'
import frontmatterReviewer from './frontmatter-reviewer.ts'
import hardSentence from './hard-sentence.ts'
import headingStyle from './heading-style.ts'
import hypeLanguage from './hype-language.ts'
import imageAlt from './image-alt.ts'
import inclusiveLanguage from './inclusive-language.ts'
import indicationList from './indication-list.ts'
import internalLink from './internal-link.ts'
import linkText from './link-text.ts'
import listLeadIn from './list-lead-in.ts'
import mediaExists from './media-exists.ts'
import medicalDisclaimer from './medical-disclaimer.ts'
import medicalSpelling from './medical-spelling.ts'
import paragraphLength from './paragraph-length.ts'
import plainLanguage from './plain-language.ts'
import preclinicalClaim from './preclinical-claim.ts'
import preferredTerm from './preferred-term.ts'
import quotationAttribution from './quotation-attribution.ts'
import quoteMismatch from './quote-mismatch.ts'
import readingLevel from './reading-level.ts'
import referenceComplete from './reference-complete.ts'
import referenceIdentifier from './reference-identifier.ts'
import referenceStyle from './reference-style.ts'
import referencesSection from './references-section.ts'
import regulatoryStatus from './regulatory-status.ts'
import relativeRisk from './relative-risk.ts'
import relativeTime from './relative-time.ts'
import requiredSections from './required-sections.ts'
import retractedSource from './retracted-source.ts'
import selectiveOutcome from './selective-outcome.ts'
import selfCitation from './self-citation.ts'
import sentenceLength from './sentence-length.ts'
import sharedMetadata from './shared-metadata.ts'
import sourceCurrency from './source-currency.ts'
import supplementDisclaimer from './supplement-disclaimer.ts'
import uncitedReference from './uncited-reference.ts'
import unitFormat from './unit-format.ts'
import unlistedCitation from './unlisted-citation.ts'
import unsafeAdvice from './unsafe-advice.ts'
import unsourcedStatistic from './unsourced-statistic.ts'
import unsupportedClaim from './unsupported-claim.ts'
import usage from './usage.ts'
import weakSource from './weak-source.ts'

// biome-ignore lint/suspicious/noExplicitAny: rules of different options live in one list
const all: Rule<any>[] = [
  abbreviationDefinition,
  absoluteClaim,
  absoluteSafety,
  anecdotalEvidence,
  approvalClaim,
  balancedRisk,
  causalLanguage,
  citationPlurality,
  citationStyle,
  claimStrength,
  conflictDisclosure,
  disparagingComparison,
  doseDecimal,
  errorProneAbbreviation,
  duplicateContent,
  evidenceGesture,
  fragileLink,
  frontmatterAuthor,
  frontmatterClaim,
  frontmatterCurrency,
  frontmatterDescription,
  frontmatterFields,
  frontmatterReviewer,
  hardSentence,
  headingStyle,
  hypeLanguage,
  inclusiveLanguage,
  indicationList,
  medicalDisclaimer,
  imageAlt,
  internalLink,
  linkText,
  listLeadIn,
  mediaExists,
  medicalSpelling,
  paragraphLength,
  plainLanguage,
  preclinicalClaim,
  preferredTerm,
  quotationAttribution,
  quoteMismatch,
  readingLevel,
  referenceComplete,
  referenceIdentifier,
  referenceStyle,
  referencesSection,
  regulatoryStatus,
  relativeRisk,
  relativeTime,
  selectiveOutcome,
  requiredSections,
  retractedSource,
  selfCitation,
  sentenceLength,
  sharedMetadata,
  sourceCurrency,
  supplementDisclaimer,
  uncitedReference,
  unitFormat,
  unlistedCitation,
  unsafeAdvice,
  unsourcedStatistic,
  unsupportedClaim,
  usage,
  weakSource,
]

export const rules: Readonly<Record<string, Rule>> = Object.fromEntries(all.map((rule) => [rule.meta.id, rule as Rule]))
