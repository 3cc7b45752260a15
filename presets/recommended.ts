/** Recommended: the default without any configuration. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import approvalClaim from '../rules/approval-claim.ts'
import balancedRisk from '../rules/balanced-risk.ts'
import citationPlurality from '../rules/citation-plurality.ts'
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
import headingStyle from '../rules/heading-style.ts'
import hypeLanguage from '../rules/hype-language.ts'
import imageAlt from '../rules/image-alt.ts'
import inclusiveLanguage from '../rules/inclusive-language.ts'
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
import readingLevel from '../rules/reading-level.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import regulatoryStatus from '../rules/regulatory-status.ts'
import relativeTime from '../rules/relative-time.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import sharedMetadata from '../rules/shared-metadata.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unitFormat from '../rules/unit-format.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'recommended',
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, 'warn'],
    [frontmatterReviewer, 'warn'],
    [frontmatterCurrency, 'error'],
    [frontmatterDescription, 'warn'],
    [frontmatterClaim, 'warn'],
    [unsupportedClaim, 'warn'],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [anecdotalEvidence, 'warn'],
    [claimStrength, 'info'],
    [preclinicalClaim, 'warn'],
    [disparagingComparison, 'warn'],
    [hypeLanguage, 'info'],
    [unsafeAdvice, 'error'],
    [selfCitation, 'error'],
    [weakSource, 'warn'],
    [citationPlurality, 'warn'],
    [quotationAttribution, 'warn'],
    [retractedSource, 'error'],
    [referencesSection, 'warn'],
    [uncitedReference, 'warn'],
    [referenceStyle, 'info'],
    [referenceIdentifier, 'warn'],
    [referenceComplete, 'warn'],
    [readingLevel, 'info'],
    [sentenceLength, 'info'],
    [paragraphLength, 'info'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [inclusiveLanguage, 'warn'],
    [preferredTerm, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [unitFormat, 'info'],
    [errorProneAbbreviation, 'error'],
    [fragileLink, 'warn'],
    [medicalDisclaimer, 'warn'],
    [regulatoryStatus, 'info'],
    [approvalClaim, 'warn'],
    [balancedRisk, 'warn'],
    [conflictDisclosure, 'warn'],
    [relativeTime, 'warn'],
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
