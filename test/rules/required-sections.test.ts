import { describe, expect, it } from 'vitest'
import rule from '../../rules/required-sections.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('required-sections', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦required-sections⟧ in it.')
    expect(message!.message).toBe('Replace "required-sections".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
