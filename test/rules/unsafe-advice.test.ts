import { describe, expect, it } from 'vitest'
import rule from '../../rules/unsafe-advice.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('unsafe-advice', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦unsafe-advice⟧ in it.')
    expect(message!.message).toBe('Replace "unsafe-advice".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
