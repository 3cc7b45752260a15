/** Strict: everything of `recommended` at the same or a higher severity, and more. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import approvalClaim from '../rules/approval-claim.ts'
import balancedRisk from '../rules/balanced-risk.ts'
import causalLanguage from '../rules/causal-language.ts'
import citationPlurality from '../rules/citation-plurality.ts'
import citationStyle from '../rules/citation-style.ts'
import claimStrength from '../rules/claim-strength.ts'
import conflictDisclosure from '../rules/conflict-disclosure.ts'
import disparagingComparison from '../rules/disparaging-comparison.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import duplicateContent from '../rules/duplicate-content.ts'
import errorProneAbbreviation from '../rules/error-prone-abbreviation.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import fragileLink from '../rules/fragile-link.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterClaim from '../rules/frontmatter-claim.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import frontmatterReviewer from '../rules/frontmatter-reviewer.ts'
import hardSentence from '../rules/hard-sentence.ts'
import headingStyle from '../rules/heading-style.ts'
import hypeLanguage from '../rules/hype-language.ts'
import imageAlt from '../rules/image-alt.ts'
import inclusiveLanguage from '../rules/inclusive-language.ts'
import indicationList from '../rules/indication-list.ts'
import internalLink from '../rules/internal-link.ts'
import linkText from '../rules/link-text.ts'
import listLeadIn from '../rules/list-lead-in.ts'
import mediaExists from '../rules/media-exists.ts'
import medicalDisclaimer from '../rules/medical-disclaimer.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import paragraphLength from '../rules/paragraph-length.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import preferredTerm from '../rules/preferred-term.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import quoteMismatch from '../rules/quote-mismatch.ts'
import readingLevel from '../rules/reading-level.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import regulatoryStatus from '../rules/regulatory-status.ts'
import relativeRisk from '../rules/relative-risk.ts'
import relativeTime from '../rules/relative-time.ts'
import retractedSource from '../rules/retracted-source.ts'
import selectiveOutcome from '../rules/selective-outcome.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import sharedMetadata from '../rules/shared-metadata.ts'
import sourceCurrency from '../rules/source-currency.ts'
import supplementDisclaimer from '../rules/supplement-disclaimer.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unitFormat from '../rules/unit-format.ts'
import unlistedCitation from '../rules/unlisted-citation.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'strict',
  strictDirectives: true,
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, ['error', { requireCredentials: true }]],
    [frontmatterReviewer, 'error'],
    [frontmatterCurrency, 'error'],
    [frontmatterDescription, 'warn'],
    [frontmatterClaim, 'warn'],
    [unsupportedClaim, ['error', { lowerKinds: [], minConfidence: 'low', maxPerUncitedPost: 0 }]],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [anecdotalEvidence, 'warn'],
    [claimStrength, 'warn'],
    [preclinicalClaim, 'warn'],
    [causalLanguage, 'warn'],
    [indicationList, 'warn'],
    [disparagingComparison, 'warn'],
    [hypeLanguage, 'info'],
    [relativeRisk, 'warn'],
    [unsafeAdvice, 'error'],
    [selfCitation, 'error'],
    [weakSource, 'warn'],
    [citationPlurality, 'warn'],
    [citationStyle, 'warn'],
    [quotationAttribution, 'warn'],
    [sourceCurrency, 'info'],
    [retractedSource, 'error'],
    [referencesSection, 'warn'],
    [quoteMismatch, 'warn'],
    [uncitedReference, 'warn'],
    [unlistedCitation, 'warn'],
    [referenceStyle, 'warn'],
    [referenceIdentifier, 'warn'],
    [referenceComplete, ['warn', { requireIdentifier: true }]],
    [readingLevel, 'info'],
    [sentenceLength, ['info', { max: 30 }]],
    [paragraphLength, 'info'],
    [hardSentence, 'info'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [inclusiveLanguage, 'warn'],
    [preferredTerm, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [unitFormat, 'warn'],
    [errorProneAbbreviation, 'error'],
    [fragileLink, 'warn'],
    [medicalDisclaimer, 'warn'],
    [supplementDisclaimer, 'warn'],
    [regulatoryStatus, 'warn'],
    [approvalClaim, 'warn'],
    [balancedRisk, 'warn'],
    [conflictDisclosure, 'warn'],
    [relativeTime, 'warn'],
    [selectiveOutcome, 'warn'],
    [headingStyle, 'info'],
    [listLeadIn, 'info'],
    [imageAlt, 'warn'],
    [linkText, 'info'],
    [internalLink, 'warn'],
    [mediaExists, 'warn'],
    [duplicateContent, 'warn'],
    [sharedMetadata, 'warn'],
  ],
})
