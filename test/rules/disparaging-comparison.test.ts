import { describe, expect, it } from 'vitest'
import rule from '../../rules/disparaging-comparison.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('disparaging-comparison', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦disparaging-comparison⟧ in it.')
    expect(message!.message).toBe('Replace "disparaging-comparison".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
