import { describe, expect, it } from 'vitest'
import rule from '../../rules/duplicate-content.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('duplicate-content', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦duplicate-content⟧ in it.')
    expect(message!.message).toBe('Replace "duplicate-content".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
