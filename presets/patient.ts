/** For patients: plain words, a low grade, nothing a layperson could be misled by. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import balancedRisk from '../rules/balanced-risk.ts'
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
import hardSentence from '../rules/hard-sentence.ts'
import headingStyle from '../rules/heading-style.ts'
import hypeLanguage from '../rules/hype-language.ts'
import imageAlt from '../rules/image-alt.ts'
import inclusiveLanguage from '../rules/inclusive-language.ts'
import indicationList from '../rules/indication-list.ts'
import linkText from '../rules/link-text.ts'
import listLeadIn from '../rules/list-lead-in.ts'
import mediaExists from '../rules/media-exists.ts'
import medicalDisclaimer from '../rules/medical-disclaimer.ts'
import medicalSpelling from '../rules/medical-spelling.ts'
import paragraphLength from '../rules/paragraph-length.ts'
import plainLanguage from '../rules/plain-language.ts'
import preclinicalClaim from '../rules/preclinical-claim.ts'
import preferredTerm from '../rules/preferred-term.ts'
import quotationAttribution from '../rules/quotation-attribution.ts'
import readingLevel from '../rules/reading-level.ts'
import relativeRisk from '../rules/relative-risk.ts'
import requiredSections from '../rules/required-sections.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
import usage from '../rules/usage.ts'
import weakSource from '../rules/weak-source.ts'
import { definePreset } from '../src/lint/define-preset.ts'

export default definePreset({
  name: 'patient',
  audience: 'patient',
  strictDirectives: true,
  needReviewer: ['absolute-safety', 'unsafe-advice'],
  rules: [
    [frontmatterFields, 'error'],
    [frontmatterAuthor, ['error', { requireCredentials: true }]],
    [frontmatterReviewer, 'error'],
    [frontmatterCurrency, 'error'],
    [frontmatterDescription, 'warn'],
    [frontmatterClaim, 'warn'],
    [unsupportedClaim, 'warn'],
    [evidenceGesture, 'error'],
    [absoluteClaim, 'error'],
    [absoluteSafety, 'error'],
    [unsourcedStatistic, 'warn'],
    [anecdotalEvidence, 'warn'],
    [preclinicalClaim, 'warn'],
    [indicationList, 'warn'],
    [disparagingComparison, 'warn'],
    [hypeLanguage, 'warn'],
    [relativeRisk, 'warn'],
    [unsafeAdvice, 'error'],
    [selfCitation, 'error'],
    [weakSource, 'warn'],
    [quotationAttribution, 'warn'],
    [retractedSource, 'error'],
    [readingLevel, ['warn', { maxGrade: 9 }]],
    [sentenceLength, ['info', { max: 30 }]],
    [paragraphLength, 'info'],
    [hardSentence, ['warn', { threshold: 4 }]],
    [plainLanguage, 'info'],
    [medicalSpelling, 'warn'],
    [usage, 'warn'],
    [inclusiveLanguage, 'warn'],
    [preferredTerm, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
    [errorProneAbbreviation, 'error'],
    [medicalDisclaimer, 'warn'],
    [balancedRisk, 'warn'],
    [conflictDisclosure, 'warn'],
    [headingStyle, 'info'],
    [listLeadIn, 'info'],
    [imageAlt, 'warn'],
    [linkText, 'info'],
    [requiredSections, 'warn'],
    [mediaExists, 'warn'],
  ],
})
