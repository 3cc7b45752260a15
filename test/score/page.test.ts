/** Scores of whole pages: what moves them, and what must not. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import type { Config } from '../../src/config/types.ts'
import { fullRuleSet, type PageScore, scorePost } from '../../src/score/index.ts'
import { NOW, post } from '../support.ts'

function scoreOf(text: string, config: Config = { extends: 'recommended' }, name = 'posts/a.md'): PageScore {
  const resolved = resolve(config, name, { rules, presets, now: NOW })
  return scorePost(post(text, { path: name }), fullRuleSet(resolved, rules))
}

/** Points without plain language, which any change of the text moves. */
const pointsOf = ({ components }: PageScore) =>
  components.reduce((sum, { name, points }) => sum + (name === 'plainLanguage' ? 0 : points), 0)

const PAGE = `---
title: Riboflavin for migraine
date: 2026-01-10
lastReviewed: 2026-02-01
author: {name: Ines Vogt, credentials: RD}
reviewedBy: {name: J. Novak, role: neurologist}
conflicts: none
---

# Riboflavin for migraine

Riboflavin reduces the number of migraine attacks [1]. It may cause diarrhoea in some people [1].

The evidence is limited, since both trials were small. Other treatments include beta blockers.
Call your doctor if a headache comes on suddenly with a fever.

Half of adults with migraine had fewer attacks after three months [2].

## References

1. Smith J, Roy K. Riboflavin for migraine prophylaxis: a randomised controlled trial. Neurology. 2019;92(3):100-110. doi:10.5555/abc.123
2. Lind P. Riboflavin for adults with migraine: a systematic review. Headache. 2021;61(2):20-31. doi:10.5555/abc.456
`

const corpus = fileURLToPath(new URL('../../fixtures', import.meta.url))
const real = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.mdx?$/.test(name))
  .map((name) => [name, readFileSync(path.join(corpus, name), 'utf8')] as const)

describe('a page', () => {
  it('with everything is rated well, and says so part by part', () => {
    const result = scoreOf(PAGE)
    expect(result).toMatchObject({
      jama: { met: 4 },
      topics: { harm: true, limits: true, alternatives: true, clinician: true },
      unrated: undefined,
    })
    expect(result.cited).toBe(result.claims)
    expect(result.tiers).toMatchObject({ B: expect.any(Number) })
    expect(result.total).toBeGreaterThanOrEqual(85)
  })

  it.each<[string, (text: string) => string, Partial<PageScore>]>([
    [
      'an absolute claim',
      (text) => text.replace('Half of', 'Riboflavin cures migraine for good [1]. Half of'),
      { cap: { limit: 59, reason: 'absolute-claim, line 17' } },
    ],
    ['no author', (text) => text.replace(/author:.*\n/, ''), { cap: { limit: 79, reason: 'no author' } }],
    [
      'a review long ago',
      (text) =>
        text.replace('lastReviewed: 2026-02-01', 'lastReviewed: 2021-02-01').replace('date: 2026-01-10', 'date: 2020-01-01'),
      { cap: { limit: 89, reason: 'review out of date' } },
    ],
  ])('%s is a cap with its reason', (_, change, expected) => {
    expect(scoreOf(change(PAGE))).toMatchObject(expected)
  })

  it('needs a reviewer where the preset says so', () => {
    const without = PAGE.replace(/reviewedBy:.*\n/, '')
    expect(scoreOf(without).cap).toBeUndefined()
    expect(scoreOf(without, { extends: 'strict' }).cap).toEqual({ limit: 79, reason: 'no reviewer' })
  })

  it('names the lines of what it lacks', () => {
    const { lost } = scoreOf(PAGE.replace('Half of', 'Riboflavin also eases back pain. Half of'))
    expect(lost.find(({ component }) => component === 'evidence')?.causes).toContainEqual(
      expect.objectContaining({ rule: 'unsupported-claim', lines: [17] }),
    )
  })

  it('is not rated without claims, in other languages, as a policy, or when it is no publication', () => {
    expect(scoreOf('# Opening hours\n\nWe open at nine.\n')).toMatchObject({ total: undefined, note: 'no claims' })
    expect(scoreOf('---\nlang: de\n---\n\nRiboflavin hilft gegen Migräne.\n')).toMatchObject({
      total: undefined,
      unrated: 'not English',
    })
    expect(scoreOf(PAGE.replace('title: Riboflavin for migraine', 'title: Privacy policy'))).toMatchObject({
      unrated: 'policy page',
    })
    expect(scoreOf(PAGE, { extends: 'recommended', contentFiles: 'blog/**' })).toMatchObject({
      total: undefined,
      unrated: 'not a publication',
    })
  })

  it('earns nothing by an unsupported sentence on harm, limits or alternatives', () => {
    const bare = PAGE.replace(' It may cause diarrhoea in some people [1].', '').replace(/The evidence is[\s\S]*?fever\.\n\n/, '')
    const before = scoreOf(bare)
    const after = scoreOf(bare.replace('Half of', 'Riboflavin treats headaches better than other treatments include. Half of'))
    expect(pointsOf(after)).toBeLessThanOrEqual(pointsOf(before))
  })
})

describe('on every fixture the score', () => {
  it.each(real)('%s', (name, text) => {
    const before = scoreOf(text, undefined, name)
    if (before.total === undefined) return expect(before.letter).toBeUndefined()
    expect(scoreOf(text, undefined, name)).toEqual(before)
    // G8: nothing that hides a finding, and no disclaimer, raises it.
    const quiet: Config = {
      extends: 'recommended',
      rules: Object.fromEntries(Object.keys(rules).map((id) => [id, ['off', { ignore: ['[\\s\\S]'] }]])),
    }
    expect(scoreOf(text, quiet, name)).toMatchObject({ total: before.total, cap: before.cap })
    const ids = Object.keys(rules).join(' ')
    const end = text.endsWith('\n') ? '' : '\n'
    const comment = `medlint disable ${ids} reason="All of it is known"`
    const disabled = `${text}${end}\n${name.endsWith('.mdx') ? `{/* ${comment} */}` : `<!--${comment}-->`}\n`
    expect(pointsOf(scoreOf(disabled, undefined, name))).toBeLessThanOrEqual(pointsOf(before) + 0.01)
    const advised = `${text}${end}\n\n## About this page\n\nThis page is no substitute for medical advice. Always consult your doctor before starting any treatment.\n`
    expect(pointsOf(scoreOf(advised, undefined, name))).toBeLessThanOrEqual(pointsOf(before) + 0.01)
    // G6: a further fault does not raise it.
    const worse = scoreOf(`${text}${end}\n\n## More\n\nMagnesium cures migraine forever.\n`, undefined, name)
    if (before.topics) expect(pointsOf(worse)).toBeLessThanOrEqual(pointsOf(before) + 0.01)
  })
})
