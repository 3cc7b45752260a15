import { defineRule } from '../src/lint/define-rule.ts'
import { announcedLists, leadIns } from '../src/post/lead-ins.ts'
import { unparallelItems } from '../src/post/list-items.ts'

interface Options {
  parallel: boolean
}

export default defineRule<Options>({
  id: 'list-lead-in',
  family: 'structure',
  purpose: 'a lead-in ends with a colon and its list follows',
  type: 'problem',
  severity: 'info',
  fix: 'safe',
  wave: 2,
  english: true,
  standards: [
    { key: 'AMA', clause: 'lists', status: 'partly' },
    { key: 'house rule', status: 'checked' },
  ],
  messages: {
    mark: { text: 'End the lead-in with a colon.', note: 'The colon tells the reader that the list belongs to the sentence.' },
    missing: {
      text: 'Add the list that "as follows" announces, or reword.',
      note: 'A reader looks for a list here and finds none.',
    },
    parallel: { text: 'Write this item like the others, as a few words.', note: 'Items of one form are read faster.' },
  },
  schema: {
    type: 'object',
    properties: { parallel: { type: 'boolean', description: 'Report the first item that is a sentence among fragments.' } },
  },
  defaultOptions: { parallel: false },
  check(post, { options, report }) {
    for (const at of leadIns(post)) report({ at, message: 'mark', fix: [{ ...at, text: ':' }] })
    for (const at of announcedLists(post)) report({ at, message: 'missing' })
    if (!options.parallel) return
    for (const at of unparallelItems(post)) report({ at, message: 'parallel' })
  },
})
