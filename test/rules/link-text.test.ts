import { describe, expect, it } from 'vitest'
import rule from '../../rules/link-text.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('link-text', () => {
  it.each([
    'The result is [⟦here⟧](https://doi.org/10.5555/b1).',
    'The result is [**⟦here⟧**](https://doi.org/10.5555/b1).',
    '[⟦Click here⟧](/book) to book a visit.',
    'As [⟦this⟧](https://journal.example/7) says.',
    '- Walking helps. [⟦Read more⟧](/walking)',
    'A [⟦trial⟧](https://doi.org/10.5555/b2) found fewer falls.',
    'That is what [⟦a recent study⟧](https://doi.org/10.5555/b2) found.',
    'See <a href="/walking">⟦this page⟧</a>.',
  ])('reports %s', (marked) => {
    const [message] = expectReports(rule, marked)
    expect(message).toMatchObject({ severity: 'info', fix: null })
  })

  it.each([
    'A [review of 14 trials](https://doi.org/10.5555/b4) found fewer falls.',
    'It did so in one study [3](#ref-3).',
    'Our [trial](/our-trial) starts in May.',
    'They write so on their [website](https://clinic.example).',
    '[![here](/a.png)](/a)',
    'Write to [here@clinic.example](mailto:here@clinic.example).',
    'Here is [what to expect here](/expect).',
    'Walking helps.\n\n## References\n\n- Roy D. Walking. J Hand. 2019;8:1-5. [Article](https://doi.org/10.5555/b1)',
    'Die Studie ist [hier](https://doi.org/10.5555/b1), und das ist alles, was wir dazu sagen wollen und auch können.',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('suggests author and year of the listed work, or the words of the address', () => {
    const list = '## References\n\n1. Roy D, Park S. Night splints. J Hand. 2018;7:11-15. doi:10.5555/p1'
    const [listed] = expectReports(rule, `# Hands\n\nThe result is [⟦here⟧](https://doi.org/10.5555/p1).\n\n${list}`)
    expect(listed!.message).toBe('Name the source in the link text, for example "Roy et al. 2018".')
    const [own] = expectReports(rule, 'To walk better, click [⟦here⟧](/guides/walking-after-surgery/).')
    expect(own!.data).toEqual({ suggestion: 'walking after surgery' })
    const [unknown] = expectReports(rule, 'The result is [⟦here⟧](https://doi.org/10.5555/p1).')
    expect(unknown!.message).toBe('Name the source or target in the link text instead of "here".')
  })

  it('reports an address in a sentence, not where one is announced', () => {
    expectReports(rule, 'The guideline ⟦https://guidelines.example/falls⟧ names four exercises.')
    expectReports(rule, 'The guideline [⟦https://guidelines.example/falls⟧](https://guidelines.example/falls) names four.')
    expectSilent(rule, 'Four exercises are named. Source: https://guidelines.example/falls', { strict: true })
    expectSilent(rule, 'The guideline (https://guidelines.example/falls) names four exercises.', { strict: true })
    expectSilent(rule, 'The guideline at [guidelines.example](https://guidelines.example) names four exercises.', {
      strict: true,
    })
    const options = { bareUrls: false }
    expectSilent(rule, 'The guideline https://guidelines.example/falls names four exercises.', { options, strict: true })
  })

  it('takes more texts that say nothing', () => {
    expectReports(rule, 'Go [⟦over there⟧](/a).', { options: { generic: ['Over there'] } })
    expectSilent(rule, 'Go [over there](/a).', { strict: true })
  })
})
