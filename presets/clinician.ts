/** For clinicians and journals: no reading level, complete references. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import causalLanguage from '../rules/causal-language.ts'
import citationPlurality from '../rules/citation-plurality.ts'
import citationStyle from '../rules/citation-style.ts'
import claimStrength from '../rules/claim-strength.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import fragileLink from '../rules/fragile-link.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import quoteMismatch from '../rules/quote-mismatch.ts'
import referenceComplete from '../rules/reference-complete.ts'
import referenceIdentifier from '../rules/reference-identifier.ts'
import referenceStyle from '../rules/reference-style.ts'
import referencesSection from '../rules/references-section.ts'
import relativeRisk from '../rules/relative-risk.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sourceCurrency from '../rules/source-currency.ts'
import uncitedReference from '../rules/uncited-reference.ts'
import unlistedCitation from '../rules/unlisted-citation.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
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
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [fragileLink, 'warn'],
  ],
})
