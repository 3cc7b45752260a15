import { describe, expect, it } from 'vitest'
import rule from '../../rules/internal-link.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('internal-link', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦internal-link⟧ in it.')
    expect(message!.message).toBe('Replace "internal-link".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
