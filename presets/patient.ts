/** For patients: plain words, a low grade, nothing a layperson could be misled by. */
import abbreviationDefinition from '../rules/abbreviation-definition.ts'
import absoluteClaim from '../rules/absolute-claim.ts'
import absoluteSafety from '../rules/absolute-safety.ts'
import anecdotalEvidence from '../rules/anecdotal-evidence.ts'
import disparagingComparison from '../rules/disparaging-comparison.ts'
import doseDecimal from '../rules/dose-decimal.ts'
import evidenceGesture from '../rules/evidence-gesture.ts'
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
import readingLevel from '../rules/reading-level.ts'
import relativeRisk from '../rules/relative-risk.ts'
import retractedSource from '../rules/retracted-source.ts'
import selfCitation from '../rules/self-citation.ts'
import sentenceLength from '../rules/sentence-length.ts'
import unsafeAdvice from '../rules/unsafe-advice.ts'
import unsourcedStatistic from '../rules/unsourced-statistic.ts'
import unsupportedClaim from '../rules/unsupported-claim.ts'
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
    [hardSentence, ['warn', { threshold: 4 }]],
    [medicalSpelling, 'warn'],
    [abbreviationDefinition, 'warn'],
    [doseDecimal, 'error'],
  ],
})
