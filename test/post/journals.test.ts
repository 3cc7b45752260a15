import { describe, expect, it } from 'vitest'
import nicknames from '../../data/journal-nicknames.json' with { type: 'json' }
import { nodeResources } from '../../src/cli/resources.ts'
import { isJournal, journalOf, meantJournal } from '../../src/post/references/journals.ts'

describe('journals', () => {
  it('finds the abbreviation of a title and the title of an abbreviation', () => {
    expect(journalOf('The New England Journal of Medicine', nodeResources)?.abbreviation).toBe('N Engl J Med')
    expect(journalOf('N Engl J Med', nodeResources)?.title).toBe('The New England journal of medicine')
  })

  it('reads points, case and "&" as the same name', () => {
    expect(isJournal('Emerg. Med. Clin. North Am.', nodeResources)).toBe(true)
    expect(isJournal("Alzheimer's & dementia", nodeResources)).toBe(true)
  })

  it.each([
    ['Emerg Med Clin N Am', 'Emerg Med Clin North Am'],
    ['New Engl J Med', 'N Engl J Med'],
    ['Ann Int Med', 'Ann Intern Med'],
    ['Brit J Surg', 'Br J Surg'],
    ['British J Surg', 'Br J Surg'],
    ['J. Clin Endocrin Metab', 'J Clin Endocrinol Metab'],
    ['N.E.J.M.', 'N Engl J Med'],
  ])('knows which journal is meant by %s', (name, abbreviation) =>
    expect(meantJournal(name, nodeResources)?.abbreviation).toBe(abbreviation),
  )

  it.each(['N Engl J Med', 'J Bone Joint Surg', 'Lancet', 'J', 'J S', 'Nat Ment Health', 'J Am', ''])(
    'has no other journal for "%s"',
    (name) => expect(meantJournal(name, nodeResources)).toBeUndefined(),
  )

  it('has a journal for every nickname', () => {
    for (const [name, abbreviation] of Object.entries(nicknames.entries))
      expect([name, journalOf(abbreviation, nodeResources)?.abbreviation]).toEqual([name, abbreviation])
  })

  it('does not know what is no journal, and nothing without the list', () => {
    expect(isJournal('Journal of Things That Never Were', nodeResources)).toBe(false)
    expect(isJournal('Chest', () => undefined)).toBe(false)
  })
})
