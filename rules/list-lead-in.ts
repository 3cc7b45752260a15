import { defineRule } from '../src/lint/define-rule.ts'
import { unparallelItem } from '../src/post/list-items.ts'
import { announcedLists, leadIns } from '../src/post/lead-ins.ts'

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
    missing: { text: 'Add the list that "as follows" announces, or reword.', note: 'A reader looks for a list here and finds none.' },
    parallel: { text: 'Write this item like the others: {form}.', note: 'Items of one form are read faster.' },
  },
  schema: {
    type: 'object',
    properties: { parallel: { type: 'boolean', description: 'Report the first item that is built otherwise than the rest.' } },
  },
  defaultOptions: { parallel: false },
  check(post, { options, report }) {
    for (const at of leadIns(post)) report({ at, message: 'mark', fix: [{ ...at, text: ':' }] })
    for (const at of announcedLists(post)) report({ at, message: 'missing' })
    if (!options.parallel) return
    for (const { at, sentences } of unparallelItem(post))
      report({ at, message: 'parallel', data: { form: sentences ? 'a full sentence' : 'a few words, no sentence' } })
  },
})
