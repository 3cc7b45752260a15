import { describe, expect, it } from 'vitest'
import rule from '../../rules/list-lead-in.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('list-lead-in', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦list-lead-in⟧ in it.')
    expect(message!.message).toBe('Replace "list-lead-in".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
