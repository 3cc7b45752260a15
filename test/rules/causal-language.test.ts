import { describe, expect, it } from 'vitest'
import rule from '../../rules/causal-language.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const list = (title: string) => `\n\n## References\n\n1. Park S. ${title}. J Health. 2019;4(2):11-15.\n`
const page = (body: string, title = 'Habits and health in 900 adults: a cohort study') => `# Habits\n\n${body}${list(title)}`

describe('causal-language', () => {
  it.each([
    ['# Food\n\nSkipping breakfast ⟦causes⟧ obesity ([a cohort study](https://doi.org/10.5555/c3)).\n', 'a cohort study'],
    [page('Screen use ⟦makes⟧ teenagers depressed [1].', 'Screens and mood: a cross-sectional study'), 'a cross-sectional study'],
    [page('Owning a cat ⟦protects against⟧ asthma [1].', 'Pets and asthma in a birth cohort'), 'a cohort study'],
    [page('Late dinners ⟦lead to⟧ diabetes [1].', 'Dinner time and diabetes: a case-control study'), 'a case-control study'],
    [page('Cold water ⟦triggers⟧ migraine [1].', 'Migraine after a swim: a case report'), 'a case report'],
    [page('Late dinners can ⟦cause⟧ diabetes [1].'), 'a cohort study'],
    ['# Sleep\n\nA survey of 900 adults found that blue light ⟦causes⟧ insomnia.\n', 'a survey'],
  ])('reports %s', (text, design) => {
    const [message] = expectReports(rule, text)
    expect(message!.message).toBe(`Write "is linked to": ${design} cannot show a cause.`)
  })

  it.each([
    page('Skipping breakfast is linked to obesity [1].'),
    page('Skipping breakfast may cause obesity [1].'),
    page('Skipping breakfast does not cause obesity [1].'),
    page('Does skipping breakfast cause obesity [1]?'),
    page('Skipping breakfast causes obesity [1].', 'Breakfast and weight'),
    page('Skipping breakfast causes obesity [1].', 'Breakfast and weight: a randomised trial'),
    page('Skipping breakfast causes obesity [1].', 'Breakfast in cohort studies: a meta-analysis'),
    page('Asbestos causes mesothelioma [1].'),
    page('The most common causes of obesity were asked for [1].'),
    page('> Skipping breakfast causes obesity [1].'),
    page('Early rising makes a difference [1].'),
    page('In a randomised trial, the brace prevented falls [1].'),
    '# Food\n\nSkipping breakfast causes obesity ([a cohort study](https://doi.org/10.5555/c3), [BMJ](https://doi.org/10.5555/c4)).\n',
    '# Food\n\nSkipping breakfast causes obesity.\n',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('suggests words of association that fit the verb', () => {
    const wordings = (body: string) => lint(rule, page(body))[0]!.suggestions.map(({ edits }) => edits[0]!.text)
    expect(wordings('Skipping breakfast causes obesity [1].')).toEqual(['is linked to', 'is associated with'])
    expect(wordings('Late dinners lead to obesity [1].')).toEqual(['are linked to', 'are associated with'])
    expect(wordings('Late dinners can lead to obesity [1].')).toEqual(['may be linked to'])
    expect(wordings('Late dinners led to obesity [1].')).toHaveLength(4)
    expect(wordings('Owning a cat protects against asthma [1].')).toEqual([])
  })

  it('takes further verbs, and does without the list of established causes', () => {
    const text = page('Skipping breakfast brings on obesity [1].')
    expectSilent(rule, text, { strict: true })
    expect(lint(rule, text, { options: { verbs: ['brings on'] } })).toHaveLength(1)
    expect(lint(rule, page('Asbestos causes mesothelioma [1].'), { options: { established: 'none' } })).toHaveLength(1)
  })
})
