import { describe, expect, it } from 'vitest'
import rule from '../../rules/claim-strength.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('claim-strength', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦claim-strength⟧ in it.')
    expect(message!.message).toBe('Replace "claim-strength".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
