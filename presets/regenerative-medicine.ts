/** Topic pack for clinics that offer cells, exosomes and the like; add it to `recommended` or `strict`. */
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
import errorProneAbbreviation from '../rules/error-prone-abbreviation.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterClaim from '../rules/frontmatter-claim.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import frontmatterReviewer from '../rules/frontmatter-reviewer.ts'
import hypeLanguage from '../rules/hype-language.ts'
import indicationList from '../rules/indication-list.ts'
import mediaExists from '../rules/media-exists.ts'
import medicalDisclaimer from '../rules/medical-disclaimer.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import preferredTerm from '../rules/preferred-term.ts'
import referencesSection from '../rules/references-section.ts'
import regulatoryStatus from '../rules/regulatory-status.ts'
import requiredSections from '../rules/required-sections.ts'
import retractedSource from '../rules/retracted-source.ts'
import selectiveOutcome from '../rules/selective-outcome.ts'
import selfCitation from '../rules/self-citation.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'regenerative-medicine',
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, ['error', { requireCredentials: true }]],
    [frontmatterReviewer, 'error'],
    [frontmatterCurrency, ['error', { maxAgeMonths: 12 }]],
    [frontmatterDescription, 'warn'],
    [frontmatterClaim, 'warn'],
    [unsupportedClaim, ['error', { lowerKinds: [] }]],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [anecdotalEvidence, 'error'],
    [claimStrength, 'warn'],
    [preclinicalClaim, 'warn'],
    [indicationList, 'error'],
    [disparagingComparison, 'warn'],
    [hypeLanguage, 'warn'],
    [unsafeAdvice, 'error'],
    [selfCitation, 'error'],
    [weakSource, 'warn'],
    [citationPlurality, 'warn'],
    [retractedSource, 'error'],
    [referencesSection, 'warn'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [preferredTerm, 'warn'],
    [errorProneAbbreviation, 'error'],
    [medicalDisclaimer, 'warn'],
    [regulatoryStatus, 'warn'],
    [approvalClaim, 'warn'],
    [balancedRisk, 'warn'],
    [conflictDisclosure, 'warn'],
    [selectiveOutcome, 'warn'],
    [requiredSections, 'warn'],
    [mediaExists, 'warn'],
  ],
})
