/** Recommended: the default without any configuration. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import citationPlurality from '../rules/citation-plurality.ts'
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
import hypeLanguage from '../rules/hype-language.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import readingLevel from '../rules/reading-level.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
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
    [medicalSpelling, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [fragileLink, 'warn'],
  ],
})
