import { describe, expect, it } from 'vitest'
import rule from '../../rules/quote-mismatch.ts'
import { expectReports, expectSilent } from '../support.ts'

const link = (text: string, quote: string) => `[${text}](https://example.org/a#:~:text=${quote})`

describe('quote-mismatch', () => {
  it('reports an amount that the linked passage does not have', () => {
    const [message] = expectReports(rule, `Pain fell by ⟦40 %⟧ ${link('in the trial', 'pain%20fell%20by%2014%25')}.`)
    expect(message!.message).toBe('The linked passage says "14%": check "40 %".')
  })

  it('reports a direction that the passage denies or turns round', () => {
    expectReports(rule, `The drops ⟦lowered⟧ pressure ${link('as shown', 'pressure%20did%20not%20fall')}.`)
    expectReports(rule, `Sleep ⟦improved⟧ ${link('in the survey', 'sleep%20worsened%20in%20most')}.`)
  })

  it('accepts what agrees', () => {
    expectSilent(rule, `Two weeks were enough ${link('in the trial', 'symptoms%20resolved%20within%202%20weeks')}.`)
    expectSilent(rule, `About 15% slept ${link('better', 'a%20total%20of%2014.6%25%20slept%20better')}.`)
    expectSilent(rule, `Pain did not fall ${link('in the trial', 'pain%20did%20not%20fall%20at%20all')}.`)
    expectSilent(rule, `Pain fell ${link('in the trial', 'pain%20decreased%20in%20both%20groups')}.`)
  })

  it('does not compare headings, short or broken fragments, and several amounts', () => {
    expectSilent(rule, `Pain fell by 40 % ${link('in the trial', 'fell%2014%25')}.`)
    expectSilent(rule, `Pain fell by 40 % ${link('in the trial', 'pain%20fell%20by%2014%25%E0%A4%A')}.`)
    expectSilent(rule, `Pain fell by 40 % ${link('in the trial', 'pain%20fell%20by%2014%25%20or%2040%25')}.`)
    expectSilent(rule, 'Pain fell by 40 % [in the trial](https://example.org/a#results).')
  })
})
