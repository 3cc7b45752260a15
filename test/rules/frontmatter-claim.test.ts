import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-claim.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('frontmatter-claim', () => {
  it('reports the word', () => {
    const [message] = expectReports(rule, 'Text with ⟦frontmatter-claim⟧ in it.')
    expect(message!.message).toBe('Replace "frontmatter-claim".')
  })

  it('is silent without it', () => {
    expectSilent(rule, 'Text without it.')
  })
})
