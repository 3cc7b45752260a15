import { describe, expect, it } from 'vitest'
import rule from '../../rules/media-exists.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('media-exists', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦media-exists⟧ in it.')
    expect(message!.message).toBe('Replace "media-exists".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
