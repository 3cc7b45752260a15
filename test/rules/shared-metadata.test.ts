import { describe, expect, it } from 'vitest'
import rule from '../../rules/shared-metadata.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('shared-metadata', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦shared-metadata⟧ in it.')
    expect(message!.message).toBe('Replace "shared-metadata".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
