import { describe, expect, it } from 'vitest'
import rule from '../../rules/required-sections.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const pageType = 'treatment'
const COMPLETE = `---
title: Night splints
---

## What is a night splint?

It keeps the wrist straight.

## How it works

The nerve has room.

## Benefits

Less pain.

## Side effects

Red skin.

## Other options

Rest, an injection, or no treatment.

## What the research says

Two trials were made.

## When to call us

When your fingers turn blue.
`
const without = (heading: string) => COMPLETE.replace(`## ${heading}`, '## Prices')

describe('required-sections', () => {
  it('is content with a page that has a heading for each topic', () => {
    expect(lint(rule, COMPLETE, { pageType })).toEqual([])
  })

  it.each([
    ['How it works', 'how it works'],
    ['Benefits', 'benefits'],
    ['Side effects', 'risks'],
    ['What the research says', 'limits of the evidence'],
    ['When to call us', 'when to get help'],
  ])('misses "%s"', (heading, topic) => {
    const [message] = expectReports(rule, without(heading).replace('Night splints', '⟦Night splints⟧'), { pageType })
    expect(message!.message).toBe(`Add a section on ${topic}.`)
  })

  it('names all missing topics in one message', () => {
    const [message] = expectReports(rule, '---\ntitle: ⟦Ozone\u00a0therapy⟧\n---\n\n## Benefits\n\nIt eases pain.\n', {
      pageType,
    })
    expect(message!.message).toBe(
      'Add a section on what it is; how it works; risks; alternatives, including no treatment; limits of the evidence and when to get help.',
    )
  })

  it.each([
    ['Side effects', 'Bleeding, infection and scars can follow.'],
    ['Side effects', 'You may see:\n\n- swelling\n- a rash\n- numbness'],
    ['What the research says', 'There is not enough evidence for children.'],
    ['Other options', 'You can also wait and see.'],
  ])('takes a paragraph for the section "%s"', (heading, paragraph) => {
    expectSilent(rule, `${without(heading)}\n${paragraph}\n`, { pageType })
  })

  it('does not take one harm for a section on risks', () => {
    expect(lint(rule, `${without('Side effects')}\nIt is made against pain.\n`, { pageType })).toHaveLength(1)
  })

  it('looks at the types it is told to, and takes words for their topics', () => {
    expect(lint(rule, without('Benefits'))).toEqual([])
    const options = { byType: { condition: ['costs'] }, synonyms: { costs: ['price*'] } }
    expectSilent(rule, without('Benefits'), { pageType: 'condition', options })
    const [message] = lint(rule, COMPLETE, { pageType: 'condition', options })
    expect(message!.message).toBe('Add a section on costs.')
  })
})
