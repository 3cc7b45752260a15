/** Strict: everything of `recommended` at the same or a higher severity, and more. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import causalLanguage from '../rules/causal-language.ts'
import citationPlurality from '../rules/citation-plurality.ts'
import citationStyle from '../rules/citation-style.ts'
import claimStrength from '../rules/claim-strength.ts'
import disparagingComparison from '../rules/disparaging-comparison.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import fragileLink from '../rules/fragile-link.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterClaim from '../rules/frontmatter-claim.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import frontmatterReviewer from '../rules/frontmatter-reviewer.ts'
import hardSentence from '../rules/hard-sentence.ts'
import hypeLanguage from '../rules/hype-language.ts'
import indicationList from '../rules/indication-list.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import quoteMismatch from '../rules/quote-mismatch.ts'
import readingLevel from '../rules/reading-level.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import relativeRisk from '../rules/relative-risk.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import sourceCurrency from '../rules/source-currency.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unlistedCitation from '../rules/unlisted-citation.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
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
    [hardSentence, 'info'],
    [medicalSpelling, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [fragileLink, 'warn'],
  ],
})
