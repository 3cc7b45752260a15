import { describe, expect, it } from 'vitest'
import rule from '../../rules/reference-complete.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (entry: string) => `# Sleep\n\nSleep matters [1].\n\n## References\n\n${entry}\n`

describe('reference-complete', () => {
  it.each([
    ['1. Moreno J. Sleep apnoea and driving. Chest.', /year/],
    ['1. Moreno J, Park S. Sleep apnoea and driving. Chest. 2019.', /volume|pages|locator/],
    ['1. Ito H, Braun M. J Periodontol. 2019;90(4):310-318.', /title/],
    ['1. https://leaflets.example/gout', /title|author|site/],
  ])('names what is missing: %s', (entry, parts) => {
    const [message] = expectReports(rule, page(`⟦${entry}⟧`))
    expect(message!.message).toMatch(/^(?:Add .+ to this reference\.|Check the punctuation)/)
    expect(message!.message).toMatch(parts)
  })

  it.each([
    '1. Moreno J. Naps. Chest. 2019;4(2):11-15. doi:10.5555/n3',
    '1. Moreno, J. (2019). Naps. *Chest*, *4*(2), 11–15. https://doi.org/10.5555/n3',
    '1. Moreno J. Naps. Chest. Published online May 1, 2026. doi:10.5555/n3',
    '1. World Health Organization. Guideline on sugars. Geneva: WHO; 2015.',
    '1. Grant D. Bell palsy. [Updated 2025 Mar 4]. In: Clinical Handbook [Internet]. Leeds: Northgate; 2025.',
    '1. [Iron deficiency anaemia](https://www.nhs.uk/conditions/iron-deficiency-anaemia/), NHS',
    '1. [Naps and health: what we know](https://leaflets.example/naps)',
  ])('accepts %s', (entry) => expectSilent(rule, page(entry)))

  it('asks for fewer parts, or for an identifier', () => {
    const short = page('1. Moreno J. Sleep apnoea and driving. Chest. 2019.')
    expectSilent(rule, short, { options: { byType: { article: ['author', 'title'] } } })
    const full = page('1. Moreno J. Naps in the day. Chest. 2019;4(2):11-15.')
    expectSilent(rule, full, { strict: true })
    expect(lint(rule, full, { options: { requireIdentifier: true } }).map(({ messageId }) => messageId)).toEqual(['identifier'])
  })
})
