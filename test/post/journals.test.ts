import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../src/cli/resources.ts'
import { isJournal, journalOf } from '../../src/post/references/journals.ts'

describe('journals', () => {
  it('finds the abbreviation of a title and the title of an abbreviation', () => {
    expect(journalOf('The New England Journal of Medicine', nodeResources)?.abbreviation).toBe('N Engl J Med')
    expect(journalOf('N Engl J Med', nodeResources)?.title).toBe('The New England journal of medicine')
  })

  it('reads points, case and "&" as the same name', () => {
    expect(isJournal('Emerg. Med. Clin. North Am.', nodeResources)).toBe(true)
    expect(isJournal("Alzheimer's & dementia", nodeResources)).toBe(true)
  })

  it('does not know what is no journal, and nothing without the list', () => {
    expect(isJournal('Journal of Things That Never Were', nodeResources)).toBe(false)
    expect(isJournal('Chest', () => undefined)).toBe(false)
  })
})
