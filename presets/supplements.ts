/** Topic pack for shops and posts about supplements; add it to `recommended` or `strict`. */
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import approvalClaim from '../rules/approval-claim.ts'
import citationPlurality from '../rules/citation-plurality.ts'
import claimStrength from '../rules/claim-strength.ts'
import conflictDisclosure from '../rules/conflict-disclosure.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import errorProneAbbreviation from '../rules/error-prone-abbreviation.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
import frontmatterAuthor from '../rules/frontmatter-author.ts'
import frontmatterClaim from '../rules/frontmatter-claim.ts'
import frontmatterCurrency from '../rules/frontmatter-currency.ts'
import frontmatterDescription from '../rules/frontmatter-description.ts'
import frontmatterFields from '../rules/frontmatter-fields.ts'
import hypeLanguage from '../rules/hype-language.ts'
import indicationList from '../rules/indication-list.ts'
import mediaExists from '../rules/media-exists.ts'
import medicalDisclaimer from '../rules/medical-disclaimer.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import regulatoryStatus from '../rules/regulatory-status.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import supplementDisclaimer from '../rules/supplement-disclaimer.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'supplements',
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, 'error'],
    [frontmatterCurrency, 'error'],
    [frontmatterDescription, 'warn'],
    [frontmatterClaim, 'warn'],
    [unsupportedClaim, 'warn'],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [anecdotalEvidence, 'error'],
    [claimStrength, 'warn'],
    [preclinicalClaim, 'warn'],
    [indicationList, 'warn'],
    [hypeLanguage, 'info'],
    [unsafeAdvice, 'error'],
    [selfCitation, 'error'],
    [weakSource, 'warn'],
    [citationPlurality, 'warn'],
    [retractedSource, 'error'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [doseDecimal, 'error'],
    [errorProneAbbreviation, 'error'],
    [medicalDisclaimer, 'warn'],
    [supplementDisclaimer, 'warn'],
    [regulatoryStatus, 'warn'],
    [approvalClaim, 'warn'],
    [conflictDisclosure, 'warn'],
    [mediaExists, 'warn'],
  ],
})
