/** For clinicians and journals: no reading level, complete references. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import causalLanguage from '../rules/causal-language.ts'
import citationPlurality from '../rules/citation-plurality.ts'
import citationStyle from '../rules/citation-style.ts'
import claimStrength from '../rules/claim-strength.ts'
import conflictDisclosure from '../rules/conflict-disclosure.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import errorProneAbbreviation from '../rules/error-prone-abbreviation.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import fragileLink from '../rules/fragile-link.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import headingStyle from '../rules/heading-style.ts'
import imageAlt from '../rules/image-alt.ts'
import inclusiveLanguage from '../rules/inclusive-language.ts'
import linkText from '../rules/link-text.ts'
import listLeadIn from '../rules/list-lead-in.ts'
import mediaExists from '../rules/media-exists.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import preferredTerm from '../rules/preferred-term.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import quoteMismatch from '../rules/quote-mismatch.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import relativeRisk from '../rules/relative-risk.ts'
import relativeTime from '../rules/relative-time.ts'
import retractedSource from '../rules/retracted-source.ts'
import selectiveOutcome from '../rules/selective-outcome.ts'
import selfCitation from '../rules/self-citation.ts'
import sourceCurrency from '../rules/source-currency.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unitFormat from '../rules/unit-format.ts'
import unlistedCitation from '../rules/unlisted-citation.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'clinician',
  audience: 'clinician',
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, 'error'],
    [frontmatterCurrency, 'error'],
    [frontmatterDescription, 'warn'],
    [unsupportedClaim, ['warn', { lowerKinds: ['use', 'mechanism'] }]],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [claimStrength, 'warn'],
    [preclinicalClaim, 'warn'],
    [causalLanguage, 'warn'],
    [relativeRisk, ['warn', { acceptRatios: true }]],
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
    [referenceComplete, 'warn'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [inclusiveLanguage, 'warn'],
    [preferredTerm, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [unitFormat, 'warn'],
    [errorProneAbbreviation, 'error'],
    [fragileLink, 'warn'],
    [conflictDisclosure, 'warn'],
    [relativeTime, 'warn'],
    [selectiveOutcome, 'warn'],
    [headingStyle, 'info'],
    [listLeadIn, 'info'],
    [imageAlt, 'warn'],
    [linkText, 'info'],
    [mediaExists, 'warn'],
  ],
})
