import { describe, expect, it } from 'vitest'
import rule from '../../rules/self-citation.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine treatment\n\n${body}\n`
const own = { project: { ownDomains: ['ourclinic.example'] } }

describe('self-citation', () => {
  it.each([
    '⟦[Clinical trials](/blog/why)⟧ confirm that magnesium prevents migraine.',
    'Nine in ten people had less migraine (⟦[our data](https://ourclinic.example/results)⟧).',
    '⟦[Proven](../shop/spray.md)⟧ to ease migraine.',
    'Magnesium prevents migraine attacks in most adults (⟦[page 3](https://news.ourclinic.example/m)⟧).',
    '⟦[poor sleep alone can trigger a migraine attack](/sleep)⟧ and lowers the threshold of pain.',
  ])('reports %s', (body) => {
    expectReports(rule, page(body), own)
  })

  it.each([
    'Read [how we choose sources](/editorial-policy).',
    'Magnesium prevents migraine [in a trial](https://doi.org/10.5555/a1); see also [our guide to sleep](/sleep).',
    'In [our trial](https://ourclinic.example/doi/10.5555/own1) migraine attacks fell by half.',
    'Magnesium prevents [migraine](/migraine) attacks in adults.',
    'See [Migraine and sleep: how they meet](/sleep) for more on migraine.',
    'The [research](https://university.example/research) shows fewer migraine attacks.',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { ...own, strict: true }))

  it('knows relative links only, without own domains', () => {
    const text = page('Nine in ten people had less migraine ([our data](https://ourclinic.example/results)).')
    expectSilent(rule, text, { strict: true })
  })

  it('reports each link once', () => {
    expect(lint(rule, page('[Studies](/a) show that magnesium prevents migraine attacks.'))).toHaveLength(1)
  })
})
