import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-reviewer.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (lines: string) => `---\n${lines}\n---\n\nBody text.\n`

describe('frontmatter-reviewer', () => {
  it('reports a page without a reviewer', () => {
    const [message] = expectReports(rule, '⟦---⟧\ntitle: Switching antidepressants\n---\n')
    expect(message!.message).toBe('Add a clinical reviewer with a role.')
    expectReports(rule, page('⟦reviewedBy⟧:'))
    expectReports(rule, page('reviewedBy: ⟦TBD⟧'))
    expectReports(rule, page('reviewedBy: ⟦true⟧'))
    expectReports(rule, '⟦# Switching antidepressants⟧\n\nText.\n')
  })

  it.each(['author: R. Lindqvist', 'author: Dr. R. Lindqvist, MD', 'authors: [T. Okoye, {name: R Lindqvist}]'])(
    'reports the author as reviewer: %s',
    (author) => {
      const [message] = expectReports(rule, page(`${author}\nreviewedBy: ⟦R. Lindqvist⟧`))
      expect(message!.message).toBe('Name a reviewer other than the author.')
    },
  )

  it.each(['AI assistant', 'GPT-4o', 'chatgpt', 'Claude 3', 'Gemini (Google)', 'our AI assistant'])(
    'reports software: %s',
    (name) => {
      const [message] = expectReports(rule, page(`reviewedBy: ⟦${name}⟧`))
      expect(message!.message).toBe(`Name a person as the reviewer instead of "${name}".`)
    },
  )

  it('reports a reviewer without a role', () => {
    const [message] = expectReports(rule, page('medicalReviewer: ⟦S. Haddad⟧'))
    expect(message!.message).toBe('Add the role or credential of the reviewer "S. Haddad".')
    expectSilent(rule, page('medicalReviewer: S. Haddad'), { options: { requireRole: false }, strict: true })
  })

  it.each([
    'reviewedBy: "S. Haddad, MD, dermatology"',
    'medicalReviewer: {name: J. Novak, role: consultant midwife}',
    'reviewed_by: Dr Claude Martin',
    'medically_reviewed_by: [S. Haddad MD]',
    'reviewer: S. Haddad\nreviewer_role: dermatologist',
    'author: T. Okoye\nreviewedBy: S. Haddad, MD',
    'author: R. Lindqvist\nreviewedBy: M. Lindqvist, MD',
    'reviewedBy: "{{ site.reviewer }}"',
  ])('accepts %s', (lines) => expectSilent(rule, page(lines), { strict: true }))

  it('reports each reviewer at its own place', () => {
    const messages = expectReports(
      rule,
      page('author: T. Okoye\nreviewers:\n  - S. Haddad, MD\n  - ⟦T. Okoye⟧\n  - ⟦"Copilot"⟧\n  - ⟦{name: J. Novak}⟧'),
    )
    expect(messages.map(({ messageId }) => messageId)).toEqual(['author', 'software', 'role'])
  })

  it('leaves broken frontmatter to the core', () => expectSilent(rule, page('date:2026-01-01'), { strict: true }))

  it('exempts page types', () => {
    expectSilent(rule, page('type: news'), { strict: true })
    expect(lint(rule, page('type: news'), { options: { exemptTypes: [] } })).toHaveLength(1)
    expect(lint(rule, page('type: treatment'))).toHaveLength(1)
    for (const type of ['policy', 'hub', 'logistics']) expectSilent(rule, page(`type: ${type}`), { strict: true })
    expectSilent(rule, page('type: story'), { options: { exemptTypes: ['story'] }, strict: true })
  })

  it('takes other keys and other tools', () => {
    expectSilent(rule, page('checkedBy: S. Haddad, MD'), { options: { aliases: ['checkedBy'] }, strict: true })
    expectReports(rule, page('reviewedBy: ⟦MediBot⟧'), { options: { software: ['medibot'] } })
  })
})
