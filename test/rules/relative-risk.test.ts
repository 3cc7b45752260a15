import { describe, expect, it } from 'vitest'
import rule from '../../rules/relative-risk.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('relative-risk', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦relative-risk⟧ in it.')
    expect(message!.message).toBe('Replace "relative-risk".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
