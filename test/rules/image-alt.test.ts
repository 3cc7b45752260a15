import { describe, expect, it } from 'vitest'
import rule from '../../rules/image-alt.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('image-alt', () => {
  it.each([
    'The steps: ⟦![](/img/steps.png)⟧',
    '[⟦![](/img/steps.png)⟧](/steps)',
    '⟦![][steps]⟧\n\n[steps]: /img/steps.png',
    '> - ⟦![ ](/img/steps.png)⟧',
    '| a |\n|---|\n| ⟦![](/img/steps.png)⟧ |',
    '<p>\n⟦<img src="/img/steps.png">⟧\n</p>',
    'Inline ⟦<img width=300 src="/img/steps.png">⟧ too.',
    '![⟦IMG_2041.jpg⟧](/img/IMG_2041.jpg)',
    '![⟦DSC_0012⟧](/img/a.jpg)',
    '![⟦Screenshot 2021-04-03 12.30.11⟧](/img/a.jpg)',
    '![⟦inhaler-steps-2⟧](/img/inhaler-steps-2.png)',
    '![⟦image⟧](/img/a.jpg)',
    '![⟦\\|300⟧](/img/a.jpg)',
    '![⟦alt text⟧][a]\n\n[a]: /img/a.jpg',
    '<img alt="⟦photo⟧" src="/img/a.jpg">',
  ])('asks for a description: %s', (marked) => {
    const [message] = expectReports(rule, marked)
    expect(message).toMatchObject({ messageId: 'missing', severity: 'warn', fix: null })
  })

  it.each([
    '![How to hold a spacer, step by step](/img/spacer.png)',
    '![Figure 1. Rates by year](/img/a.png)',
    '![spacer](/img/spacer.png)',
    '![COVID-19](/img/covid.png)',
    '![A [labelled] drawing](/img/a.png)',
    '<img src="/img/divider.svg" alt="">',
    '<img src="/img/a.svg" role="presentation">',
    '<img src="/img/a.svg" aria-hidden="true">',
    '<!-- <img src="/img/a.svg"> -->',
    '```html\n<img src="/img/a.svg">\n```',
    '`<img src="/img/a.svg">`',
    '![](/img/a.png){fig-alt="A hand that holds a spacer"}',
    '<img src="/img/a.png" alt="A > B in the trial">',
    '![CT before and after surgery](/img/ct.png)',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it.each([
    '![⟦Acne gone for good after our peel⟧](/img/peel.jpg)',
    '![⟦Before and after: results of six weeks⟧](/img/peel.jpg)',
    '![⟦Our peel cures acne⟧](/img/peel.jpg)',
  ])('reports a promise: %s', (marked) => {
    const [message] = expectReports(rule, marked)
    expect(message!.message).toBe('Remove the claim from the alternative text.')
  })

  it('knows components of MDX, but not what an expression gives', () => {
    expectReports(rule, 'import Image from "next/image"\n\n⟦<Image src="/img/a.png" />⟧', { path: 'a.mdx' })
    expectReports(rule, '<Image src={photo} alt="⟦image⟧" />', { path: 'a.mdx' })
    expectSilent(rule, '<Image src={photo} alt={title} />', { path: 'a.mdx' })
    expectSilent(rule, '<Image src={photo} {...rest} />', { path: 'a.mdx' })
    expectSilent(rule, '<Image src={photo} alt={"A hand"} />', { path: 'a.mdx' })
    expectSilent(rule, '<Gallery src={photo} />', { path: 'a.mdx' })
  })

  it('leaves decorative images alone', () => {
    const options = { decorative: ['**/divider.svg', 'icons/**'] }
    expectSilent(rule, '![](/img/divider.svg?v=2) ![](https://x.example/icons/a.svg)', { options })
    expectReports(rule, '⟦![](/img/a.svg)⟧', { options })
  })
})
