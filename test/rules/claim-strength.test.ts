import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import rule from '../../rules/claim-strength.ts'
import { rules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import type { Rule } from '../../src/lint/define-rule.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { validateOptions } from '../../src/lint/validate-options.ts'
import { expectReports, expectSilent, lint, NOW, post } from '../support.ts'

const page = (body: string, title = 'Light for hair') =>
  `# Treatments\n\n${body}\n\n## References\n\n1. Park S. ${title}. J Health. 2019;4(2):11-15.\n`
const COHORT = 'Yoga and pain in 900 adults: a cohort study'
const softer = (text: string, setup = {}) => lint(rule, text, setup).map(({ data }) => data['softer'])

describe('claim-strength', () => {
  it.each([
    [page('A survey of 90 nurses [1] ⟦proves⟧ that yoga lowers burnout.'), 'suggests', 'a survey'],
    [page('One narrative review [1] ⟦has established⟧ that gluten worsens acne.'), 'suggests', 'a narrative review'],
    [page('Yoga ⟦lowers⟧ blood pressure [1].', COHORT), 'is linked to lower', 'a cohort study'],
    [page('Yoga ⟦restores⟧ sleep in adults with insomnia [1].', COHORT), 'may restore', 'a cohort study'],
    [page('Yoga ⟦cuts⟧ back pain [1].', COHORT), 'may cut', 'a cohort study'],
    [page('Yoga ⟦can relieve⟧ back pain [1].', 'Back pain and yoga: a case report'), 'may relieve', 'a case report'],
    [
      '# Yoga\n\nYoga ⟦helps to relieve⟧ back pain ([news](https://www.nytimes.com/yoga)).\n',
      'may help to relieve',
      'a news report',
    ],
  ])('reports %s', (text, wording, tierName) => {
    const [message] = expectReports(rule, text)
    expect(message!.message).toBe(`Write "${wording}": the source looks like ${tierName}.`)
    expect(message!.suggestions[0]!.edits[0]!.text).toBe(wording)
  })

  it('reports an asserted effect whose study is limited in the next sentence', () => {
    const [message] = expectReports(rule, page('Red light ⟦restores⟧ hair density [1]. The study had no control group.'))
    expect(message!.message).toBe('Write "may restore": the next sentence says "no control group".')
    expectSilent(rule, page('Red light may restore hair density [1]. The study had no control group.'), { strict: true })
    expectSilent(rule, page('Red light restores hair density [1]. The clinic had no control group.'), { strict: true })
    const own = page('Red light restores hair density [1]. The study lasted a week.')
    expectSilent(rule, own, { strict: true })
    expect(lint(rule, own, { options: { limits: ['lasted a week'] } })).toHaveLength(1)
  })

  it.each([
    page('Exercise probably reduces fatigue during chemotherapy [1].', 'Exercise: a systematic review'),
    page('In one randomised trial, the splint reduced jaw pain [1].'),
    page('The serum lightens dark spots [1].'),
    page('Yoga may lower blood pressure [1].', COHORT),
    page('Yoga lowered blood pressure by 4 mmHg [1].', COHORT),
    page('Yoga cannot lower blood pressure [1].', COHORT),
    page('Yoga helped to lower blood pressure [1].', COHORT),
    page('Half of the patients relapsed after surgery [1].', 'Relapse: a case report'),
    page('Yoga lowers blood pressure [1].', 'Yoga: a randomised trial in a cohort of adults'),
    page('Yoga lowers blood pressure [1].', 'Yoga in mice'),
    page('Yoga causes back pain [1].', COHORT),
    page('> Yoga lowers blood pressure [1].', COHORT),
    page('A survey of 90 nurses [1] does not prove that yoga lowers burnout.'),
    page('The cohort study [1] established an association between yoga and sleep.'),
    '# Yoga\n\nYoga lowers blood pressure ([a cohort study](https://doi.org/10.5555/a), [BMJ](https://doi.org/10.5555/b)).\n',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('leaves a cause to causal-language where that runs', () => {
    const text = page('A survey of 90 nurses [1] proves that stress causes burnout.')
    expect(softer(text)).toEqual(['suggests'])
    const config = resolve({ extends: [], rules: { 'claim-strength': 'warn', 'causal-language': 'warn' } }, 'a.md', {
      rules,
      presets,
      now: NOW,
    })
    expect(lintPost(post(text), config).messages.map((message) => message.rule)).toEqual(['causal-language'])
  })

  it('does not take a pattern that is none', () => {
    expect(validateOptions(rule as Rule, { tierRules: [{ pattern: '(', tier: 'F' }] })).not.toEqual([])
    expect(validateOptions(rule as Rule, { tierRules: [{ pattern: 'blog', tier: 'Z' }] })).not.toEqual([])
  })

  it('asks for a larger study where the table allows no wording', () => {
    const [message] = lint(rule, page('About 40% of patients relapse after surgery [1].', 'Relapse: a case report'))
    expect(message!.message).toMatch(/^Cite a larger study for ".+": the source looks like a case report\.$/)
  })

  it('takes an own ladder, own tiers and an own table', () => {
    const text = page('Yoga lowers blood pressure [1].', COHORT)
    expectSilent(rule, text, { options: { ladder: { lowers: 1 } }, strict: true })
    expectSilent(rule, text, { options: { matrix: { efficacy: { C: 3 } } }, strict: true })
    expect(softer(text, { options: { matrix: { efficacy: { C: 2 } } } })).toEqual(['can lower'])
    const unknown = page('Yoga lowers blood pressure [1].', 'Blog of a yoga school')
    expect(softer(unknown, { options: { tierRules: [{ pattern: '\\bblog\\b', tier: 'F' }] } })).toEqual(['may lower'])
  })
})
