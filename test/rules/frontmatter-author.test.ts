import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-author.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (lines: string) => `---\n${lines}\n---\n\nBody text.\n`
const strict = { options: { requireCredentials: true } }

describe('frontmatter-author', () => {
  it('reports a page without an author', () => {
    const [message] = expectReports(rule, '⟦---⟧\ntitle: Root canal aftercare\ndate: 2026-02-10\n---\n')
    expect(message!.message).toBe('Name the author and a credential or profile.')
    expectReports(rule, '⟦# Root canal aftercare⟧\n\nText.\n')
    expectReports(rule, page('⟦author⟧:'))
    expectReports(rule, page('author: ⟦""⟧'))
    expectReports(rule, page('author: ⟦true⟧'))
    expectReports(rule, page('authors: ⟦[{url: /team}]⟧'))
  })

  it.each([
    'admin',
    'Content Team',
    'Guest author',
    'The Editor',
    'Sunrise Clinic Editorial Team',
    'unknown',
    'Our Medical Staff',
  ])('reports %s', (name) => {
    const [message] = expectReports(rule, page(`author: ⟦${name}⟧`))
    expect(message!.message).toBe(`Replace "${name}" with a person and a credential.`)
  })

  it('reports each nameless author of a list at its place', () => {
    expectReports(rule, page('authors:\n  - T. Okoye\n  - ⟦"Staff"⟧\n  - ⟦{name: Admin}⟧'))
  })

  it.each([
    'author: Judith Guest',
    'author: Sam Staff-Miller',
    'author: {name: "Ines Vogt", credentials: "RD"}',
    'authors: [{name: "T. Okoye", profile: /team/okoye}]',
    'Authors: [Ines Vogt, T. Okoye]',
    'author: "{{ site.author }}"',
  ])('accepts %s', (lines) => expectSilent(rule, page(lines), { strict: true }))

  it('accepts organisations that are trusted', () => {
    const text = page('author: World Health Organization Team')
    expect(lint(rule, text)).toHaveLength(1)
    expectSilent(rule, text, { options: { trustedOrganizations: ['world health organization team'] }, strict: true })
  })

  it('takes other keys and other names', () => {
    expectSilent(rule, page('writer: Ines Vogt'), { options: { keys: ['writer'] }, strict: true })
    expectReports(rule, page('author: ⟦Redaktion⟧'), { options: { banned: ['redaktion'] } })
  })

  describe('requireCredentials', () => {
    it('reports a name alone', () => {
      const [message] = expectReports(rule, page('author: ⟦Ines Vogt⟧'), strict)
      expect(message!.message).toBe('Add a credential or profile to the author "Ines Vogt".')
      expectReports(
        rule,
        page('authors:\n  - name: "Ines Vogt"\n    credentials: RD\n  - ⟦{name: "T. Okoye", credentials: ""}⟧'),
        strict,
      )
    })

    it.each([
      'author: Ines Vogt, RD',
      'author: Ines Vogt RDN',
      'author: Dr. Ines Vogt',
      'author: Ines Vogt (midwife)',
      'author: "Ines Vogt – dietitian"',
      'author: {name: Ines Vogt, jobTitle: dietitian}',
      'author: Ines Vogt\nauthor_credentials: RD',
      'author:\n  name: Ines Vogt\n  url: /team/vogt',
    ])('accepts %s', (lines) => expectSilent(rule, page(lines), { ...strict, strict: true }))

    it('accepts people of the profiles file, and everybody when it could not be read', () => {
      const options = { requireCredentials: true, profiles: 'data/people.yml' }
      expectSilent(rule, page('author: ines-vogt'), { options, project: { people: ['ines-vogt'] }, strict: true })
      expectReports(rule, page('author: ⟦someone⟧'), { options, project: { people: ['ines-vogt'] } })
      expectSilent(rule, page('author: someone'), { options, strict: true })
    })
  })

  it('leaves broken frontmatter to the core', () => expectSilent(rule, page('date:2026-01-01'), { strict: true }))
})
