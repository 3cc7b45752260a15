import { describe, expect, it } from 'vitest'
import rule from '../../rules/medical-disclaimer.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const treatment = { pageType: 'treatment' } as const
const page = (rest: string, frontmatter = 'title: Cupping') =>
  `---\n${frontmatter}\n---\n\nCups are set on the back.\n\n${rest}\n`

describe('medical-disclaimer', () => {
  it('reports the title of a treatment page without one', () => {
    const [message] = expectReports(rule, page('It takes ten minutes.', 'title: ⟦Cupping⟧'), treatment)
    expect(message!.message).toBe('Add the medical disclaimer (component or `disclaimer` key).')
    expect(message!.severity).toBe('warn')
  })

  it('says nothing of pages whose type is not known or asks for none', () => {
    expectSilent(rule, page('It takes ten minutes.'), { strict: true })
    for (const pageType of ['article', 'news', 'hub', 'logistics', 'prevention', 'policy'] as const)
      expectSilent(rule, page('It takes ten minutes.'), { pageType, strict: true })
  })

  it.each([
    'This page is not a substitute for professional medical advice.',
    'This page does not replace a visit to your doctor: it is not medical advice.',
    'Nothing here is medical advice.',
    'For educational purposes only.',
    'This article is for educational and research purposes.',
    'The content cannot replace the advice of a doctor and is information only.',
    '> **Note:** This guide is not intended as medical advice.',
    'These texts are not intended to diagnose or treat any disease.',
  ])('knows the words "%s"', (text) => expectSilent(rule, page(text), { ...treatment, strict: true }))

  it('finds it behind the references, where small print stands', () => {
    const text = '## References\n\n1. Park S. Cups. J Back. 2020;1(2):3-5.\n\n*Not a substitute for medical advice.*'
    expectSilent(rule, page(text), { ...treatment, strict: true })
  })

  it.each([
    ['a shortcode', '{{< medical-disclaimer >}}'],
    ['a Handlebars part', '{{> _disclaimer}}'],
    ['an include', '{% include disclaimer.html %}'],
    ['a quoted include', '{% render "parts/medical-disclaimer.njk" %}'],
    ['a class', '<div class="box disclaimer">Read this.</div>'],
    ['a container', ':::disclaimer\nRead this.\n:::'],
  ])('knows %s', (_, markup) => expectSilent(rule, page(markup), { ...treatment, strict: true }))

  it('takes a part that the frontmatter names, not one about affiliates', () => {
    expectSilent(rule, page('Text.', "title: Cupping\npreBody: '_disclaimer'"), { ...treatment, strict: true })
    expect(lint(rule, page('<AffiliateDisclaimer />'), { ...treatment, path: 'a.mdx' })).toHaveLength(1)
    expect(lint(rule, page('Text.', 'title: Cupping\ndisclaimer: false'), treatment)).toHaveLength(1)
  })

  it.each([
    'Some people see a replacement for surgery in it.',
    'Ask your doctor about cupping.',
    'It is not a substitute for sun protection.',
    'See our [medical disclaimer](/disclaimer).',
  ])('does not take "%s" for one', (text) => expect(lint(rule, page(text), treatment)).toHaveLength(1))

  it('has options for own names and sentences', () => {
    const own = { components: ['HealthNotice'], text: ['See a doctor first'], key: 'notice' }
    expectSilent(rule, page('<HealthNotice />'), { ...treatment, path: 'a.mdx', options: own, strict: true })
    expectSilent(rule, page('Please see a doctor first.'), { ...treatment, options: own, strict: true })
    expectSilent(rule, page('Text.', 'title: Cupping\nnotice: short'), { ...treatment, options: own, strict: true })
    expect(lint(rule, page('{{< disclaimer >}}'), { ...treatment, options: own })).toHaveLength(1)
  })
})
