import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import rule from '../../rules/unsupported-claim.ts'
import { resolve } from '../../src/config/resolve.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { expectReports, expectSilent, lint, post } from '../support.ts'

const CLAIM = 'Magnesium prevents migraine attacks in most adults.'
const OTHER = 'Riboflavin reduces the number of migraine attacks.'
const page = (body: string) => `# Migraine treatment\n\n${body}\n`
const LIST =
  '\n\n## References\n\n1. Park S. Magnesium for migraine. J Headache. 2019;4(2):11-15.\n2. Roy D. Riboflavin for migraine. J Headache. 2020;5(1):1-9.'

describe('unsupported-claim', () => {
  it('reports the sentence, names kind and cue', () => {
    const [message] = expectReports(rule, page(`The weather was fine. ⟦${CLAIM}⟧ Does it hurt?`))
    expect(message!.message).toBe(
      'Cite a source for this efficacy claim ("prevents") here or in the next sentence, or reword it.',
    )
  })

  it.each([
    ['in the sentence', `Magnesium prevents migraine attacks in most adults [1].${LIST}`],
    ['behind the stop', `Magnesium prevents migraine attacks in most adults.[1] It was fine.${LIST}`],
    ['as a link', 'Magnesium [prevents migraine attacks](https://doi.org/10.5555/a1) in most adults.'],
    ['in the next sentence', `${CLAIM} In one trial it did so in 43 % of adults with migraine [1].${LIST}`],
    [
      'in a footnote',
      'Magnesium prevents migraine attacks in most adults.[^a]\n\n[^a]: Park S. Magnesium. J Headache. 2019;4:1.',
    ],
    [
      'in the lead-in of a list',
      `Benefits found in the review [1]:\n\n- Magnesium prevents migraine attacks in adults.\n- Riboflavin prevents migraine attacks in adults.${LIST}`,
    ],
    [
      'two sentences before, taken up',
      `Riboflavin was tested in 55 adults with migraine [2]. They had fewer migraine attacks than before.${LIST}`,
    ],
  ])('accepts a citation %s', (_, body) => expectSilent(rule, page(body), { strict: true }))

  it.each([
    ['to the own site', 'Magnesium [prevents migraine](/magnesium) in most adults.'],
    ['to an encyclopaedia', 'Magnesium prevents [migraine](https://en.wikipedia.org/wiki/Migraine) attacks in most adults.'],
    ['to nothing: a number without an entry', `Magnesium prevents migraine attacks in most adults [9].${LIST}`],
    [
      'two sentences before, with a new proposition',
      `Riboflavin was tested in 55 adults [2]. Moreover, magnesium prevents migraine attacks in most adults.${LIST}`,
    ],
    ['in another section', `A trial [1].\n\n## Magnesium\n\n${CLAIM}${LIST}`],
  ])('does not accept a citation %s', (_, body) => expect(lint(rule, page(body)).length).toBe(1))

  it.each([
    'Longer trials are needed before this diet can be advised for migraine.',
    'Nobody can promise you this result.',
    'Migraine is a disease of the nervous system.',
    'The tablet is swallowed with water in the morning.',
    'The aim of the first visit is to plan your care.',
    'Does magnesium prevent migraine attacks?',
    'Talk to your doctor before you take magnesium.',
    'Six sessions cost 240 euros.',
    'There is no guarantee that magnesium prevents migraine.',
    'Individual results may vary.',
  ])('leaves alone: %s', (sentence) => expectSilent(rule, page(sentence)))

  it('reports the lead-in, not the fragments under it', () => {
    const found = lint(rule, page('Magnesium is effective in the treatment of:\n\n- migraine\n- muscle cramps\n- poor sleep'))
    expect(found.map(({ actual }) => actual)).toEqual(['Magnesium is effective in the treatment of:'])
  })

  describe('options', () => {
    it('kinds limits what is reported', () => {
      expectSilent(rule, page(CLAIM), { options: { kinds: ['safety'] }, strict: true })
    })

    it('lowerKinds lowers one step, never to off', () => {
      const severity = (lowerKinds: string[]) =>
        lint(rule, page('Magnesium can prevent migraine attacks and reduces pain in most adults.'), {
          options: { lowerKinds },
        })[0]!.severity
      expect([severity([]), severity(['efficacy'])]).toEqual(['warn', 'info'])
    })

    it('window decides how near the citation has to be', () => {
      const near = page(`${CLAIM} In one trial it did so in 43 % of adults with migraine [1].${LIST}`)
      const far = page(`A trial is under way [1]. The weather was fine. ${CLAIM}${LIST}`)
      const section = page(`A trial is under way [1].\n\n${CLAIM}${LIST}`)
      const count = (text: string, window: string) => lint(rule, text, { options: { window, kinds: ['efficacy'] } }).length
      expect([count(near, 'default'), count(far, 'default'), count(section, 'default')]).toEqual([0, 1, 1])
      expect([count(near, 'strict'), count(far, 'paragraph'), count(section, 'paragraph'), count(section, 'section')]).toEqual([
        1, 0, 1, 0,
      ])
    })

    it('minStrength leaves weaker wording alone', () => {
      expectReports(rule, page('⟦Magnesium may prevent migraine attacks in adults.⟧'))
      expectSilent(rule, page('Magnesium may prevent migraine attacks in adults.'), { options: { minStrength: 2 }, strict: true })
    })

    it('minConfidence high asks for more', () => {
      const weak = page('The drops are used for migraine.')
      expect(lint(rule, weak, { options: { minConfidence: 'low' } }).length).toBeGreaterThanOrEqual(lint(rule, weak).length)
      expect(lint(rule, weak, { options: { minConfidence: 'high' } })).toEqual([])
    })

    it('maxPerUncitedPost keeps the strongest on a page without a source; the others are related to the last', () => {
      const text = page(`${CLAIM}\n\n${OTHER}\n\nFeverfew reduces the pain of migraine attacks.`)
      const [only, ...more] = lint(rule, text, { options: { maxPerUncitedPost: 1 } })
      expect(more).toEqual([])
      expect(only!.related).toHaveLength(2)
      expect(lint(rule, text, { options: { maxPerUncitedPost: 0 } })).toHaveLength(3)
      expect(
        lint(rule, `${text}\nA [trial](https://doi.org/10.5555/a1) is under way.\n`, { options: { maxPerUncitedPost: 1 } }),
      ).toHaveLength(3)
    })

    it('group: claims about mechanisms are one report per paragraph, or one each', () => {
      const text = page(
        'Magnesium inhibits inflammatory cells and modulates immune receptors. Magnesium blocks inflammatory immune cells and receptors.\n\nA [trial](https://doi.org/10.5555/a1) runs.',
      )
      const found = (group: string) => lint(rule, text, { options: { group, kinds: ['mechanism'], minConfidence: 'low' } })
      expect(found('sentence').length).toBe(2)
      expect(found('auto').map(({ related }) => related.length)).toEqual([1])
    })
  })

  it('supports a whole section by its closing marker for clinicians and on monographs only', () => {
    const text = `# Magnesium\n\n## Efficacy\n\n${CLAIM} ${OTHER}\n\nThe dose was given once a day. [1]\n\n${'## Next\n\nText.'}${LIST}`
    expect(lint(rule, text)).toHaveLength(2)
    expectSilent(rule, text, { audience: 'clinician', strict: true })
    expectSilent(rule, text, { pageType: 'monograph', strict: true })
  })

  it('leaves to the other rules of the support group what is theirs, unless told not to', () => {
    const text = '# Migraine\n\nStudies show that magnesium prevents migraine attacks.\n'
    const run = (options: object) => {
      const config = resolve({ extends: 'recommended', rules: { 'unsupported-claim': options } }, 'post.md', {
        rules,
        presets,
        now: '2026-06-01',
      })
      return lintPost(post(text), config)
        .messages.map((message) => message.rule)
        .filter((id) => id === 'evidence-gesture' || id === 'unsupported-claim')
    }
    expect(run({})).toEqual(['evidence-gesture'])
    expect(run({ delegateTo: [] })).toEqual(['evidence-gesture', 'unsupported-claim'])
    expect(lint(rule, text)).toHaveLength(1)
  })

  it('is silent on policy pages and on other languages', () => {
    expectSilent(rule, page(CLAIM), { pageType: 'policy', strict: true })
    expectSilent(rule, page(CLAIM), { lang: 'de', strict: true })
  })
})
