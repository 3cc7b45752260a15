import { describe, expect, it } from 'vitest'
import rule from '../../rules/anecdotal-evidence.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Laser treatment\n\n${body}\n`

describe('anecdotal-evidence', () => {
  it.each([
    '⟦After two sessions the tennis player Ana Ruiz served without pain again.⟧',
    '⟦"I threw away my glasses after this treatment," says Tom, 58.⟧',
    '⟦The singer was back on stage two weeks after the laser treatment.⟧',
    'Rated ⟦4.9 stars⟧ for pain relief.',
    'Our treatment has ⟦five-star reviews⟧.',
  ])('reports %s', (body) => {
    expectReports(rule, page(body))
  })

  it.each([
    'One case report followed a girl, Ida Berg, whose seizures never came again.',
    'The condition is named after the surgeon Fritz de Quervain.',
    'In the trial of Ana Ruiz pain never came again after laser treatment.',
    '"The laser is warm," says Tom, 58.',
    'We look forward to seeing you again in New York.',
    'The hotel is rated 4.9 by guests.',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('allows stories on story pages that disclose', () => {
    const story = page('"I am back on my bike after the treatment," says Tom, 58.')
    expect(lint(rule, story, { pageType: 'story' })).toHaveLength(1)
    expectSilent(rule, `${story}\nTom was not paid.\n`, { pageType: 'story', strict: true })
    expectSilent(rule, story, { pageType: 'story', options: { requireDisclosure: false }, strict: true })
    expectSilent(rule, story, { pageType: 'news', options: { storyType: 'news', requireDisclosure: false }, strict: true })
  })

  it('allows as many as maxPerDoc', () => {
    const two = page('"I am back on my bike after the treatment," says Tom, 58.\n\nRated 4.9 stars for pain relief.')
    expect(lint(rule, two)).toHaveLength(2)
    expect(lint(rule, two, { options: { maxPerDoc: 1 } })).toHaveLength(1)
  })
})
