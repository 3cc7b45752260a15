import { describe, expect, it } from 'vitest'
import rule from '../../rules/causal-language.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('causal-language', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦causal-language⟧ in it.')
    expect(message!.message).toBe('Replace "causal-language".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
