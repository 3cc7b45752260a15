import { describe, expect, it } from 'vitest'
import rule from '../../rules/hype-language.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('hype-language', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦hype-language⟧ in it.')
    expect(message!.message).toBe('Replace "hype-language".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
