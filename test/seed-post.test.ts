/**
 * The clinic's post about exosomes, linted as it stands, reviewed message by message: what an editor would want to hear, and no nonsense.
 * A change of a rule that changes this list has to be read as an editor would read it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { presets } from '../presets/index.ts'
import { rules } from '../rules/index.ts'
import { resolve } from '../src/config/resolve.ts'
import { lint } from '../src/lint/lint.ts'
import { post } from './support.ts'

const path = 'fixtures/posts/stem-cell-exosome-treatment.md'
const text = readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

function messagesWith(preset: string): string[] {
  const config = resolve({ extends: preset }, path, { rules, presets, now: '2026-06-01' })
  return lint(post(text, { path }), config).messages.map(
    ({ line, severity, rule, messageId, actual }) =>
      `${line} ${severity} ${rule}/${messageId} ${actual.replaceAll(/\s+/g, ' ').slice(0, 60)}`,
  )
}

it('is read as a medical editor would read it', () => {
  expect(messagesWith('recommended')).toEqual([
    '1 warn frontmatter-author/missing ---',
    '1 warn frontmatter-reviewer/missing ---',
    '5 error frontmatter-currency/stale 2022-08-26T11:01:41.234Z',
    '6 warn frontmatter-description/summary What is exosomes? What are the most important functions of e',
    '16 info paragraph-length/long Exosomes are vesicular information packages.',
    '16 info abbreviation-definition/unused miRNAs',
    '16 info abbreviation-definition/unused lncRNAs',
    '18 info unsupported-claim/unsupported They last long in the blood circulation and can change funct',
    '20 info heading-style/bold **Some Important Functions of Exosomes**',
    '22 warn unsupported-claim/unsupported Exosomes can target a specific organ or tissue such as brain',
    '22 info usage/suchAsEtc etc',
    '24 warn unsupported-claim/unsupported Exosomes can cross the blood-brain barrier, making them very',
    '24 info unsupported-claim/unsupported In addition, due to this feature, it can be administered int',
    '26 info fragile-link/fragment #:~:text=Therapeutic%20exosomes%20could%20be%20intravenously',
    '28 warn citation-plurality/few [many studies](https://www.frontiersin.org/articles/10.3389/',
    '28 info usage/spaceBeforeParen (',
    '37 info uncited-reference/few ## References',
    '40 info reference-complete/missing 2. Osorio-Querejeta, I., Alberro, A., Muñoz-Culla, M., Mäger',
  ])
})
