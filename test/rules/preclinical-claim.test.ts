import { describe, expect, it } from 'vitest'
import rule from '../../rules/preclinical-claim.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('preclinical-claim', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦preclinical-claim⟧ in it.')
    expect(message!.message).toBe('Replace "preclinical-claim".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
