import { describe, expect, it } from 'vitest'
import rule from '../../rules/indication-list.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('indication-list', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦indication-list⟧ in it.')
    expect(message!.message).toBe('Replace "indication-list".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
