import { describe, expect, it } from 'vitest'
import rule from '../../rules/source-currency.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const list = (year: number) => `\n\n## References\n\n1. Park S. Rest in migraine. J Headache. ${year};4(2):11-15.\n`

describe('source-currency', () => {
  it('reports the word beside an old source', () => {
    const [message] = expectReports(rule, `# Migraine\n\nThe ⟦newest⟧ guideline [1] advises rest.${list(2011)}`)
    expect(message!.message).toBe('Add a source from the last 5 years, or drop "newest".')
    expect(message!.note).toContain('2011')
    expect(message!.severity).toBe('info')
  })

  it.each([
    ['a current source', `# Migraine\n\nThe newest guideline [1] advises rest.${list(2024)}`],
    ['no word of recency', `# Migraine\n\nThe guideline [1] advises rest.${list(2011)}`],
    ['no citation', `# Migraine\n\nThe newest guideline advises rest.${list(2011)}`],
    [
      'an entry without a year',
      '# Migraine\n\nThe newest guideline [1] advises rest.\n\n## References\n\n1. Park S. Rest in migraine. J Headache.\n',
    ],
    ['a page of its time', `---\ndate: 2013-02-01\n---\n\nThe newest guideline [1] advises rest.${list(2011)}`],
  ])('is silent with %s', (_, text) => expectSilent(rule, text, { strict: true }))

  it('reports the list of a treatment page whose newest source is old', () => {
    const text = `# Splints\n\nA splint holds the wrist [1].${list(2014)}`
    expectSilent(rule, text, { strict: true })
    const [message] = lint(rule, text, { pageType: 'treatment' })
    expect(message!.actual).toBe('## References')
    expectSilent(rule, text, { pageType: 'treatment', options: { topics: ['supplement'] }, strict: true })
    expectSilent(rule, text, { pageType: 'treatment', options: { years: 20 }, strict: true })
  })
})
