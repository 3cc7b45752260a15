import { describe, expect, it } from 'vitest'
import rule from '../../rules/conflict-disclosure.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const sells = { options: { publisherSells: true } }

describe('conflict-disclosure', () => {
  it.each([
    '[serum](https://shop.example/?aff=77)',
    '[serum](https://shop.example/p?x=1&ref=w3s3DEs)',
    '[book](https://www.amazon.co.uk/dp/1?tag=clinic-21)',
    '[book](https://shop.example/p?tag=clinic-20#top)',
    '[serum](https://www.awin1.com/cread.php?awinmid=1)',
  ])('reports the paid link %s', (link) => {
    const [message] = expectReports(rule, `We like this ⟦${link}⟧ very much.`)
    expect([message!.message, message!.severity]).toEqual(['Label this link as paid.', 'error'])
  })

  it.each([
    '[news](https://news.example/?tag=health)',
    '[page](https://site.example/?ref=newsletter)',
    '[code](https://github.com/a/b?ref=v12)',
    '[label](https://www.fda.gov/x?ref=ab12)',
    '[shop](/shop?aff=77)',
    '[book](https://www.amazon.com/dp/1?ref=sr_1_1)',
    '[serum](https://shop.example/?aff=)',
    '![serum](https://shop.example/a.png?aff=77)',
  ])('leaves %s alone', (link) => expectSilent(rule, `We like this ${link} very much.`, { strict: true }))

  it.each([
    'We like this [serum (affiliate link)](https://shop.example/?aff=77).',
    'Sponsored: [serum](https://shop.example/?aff=77)',
    'We like this [serum](https://shop.example/?aff=77).\n\nWe may earn a commission from links on this page.',
    'This page contains affiliate links.\n\nWe like this [serum](https://shop.example/?aff=77).',
    'As an Amazon Associate we earn.\n\nWe like this [book](https://www.amazon.com/dp/1?tag=clinic-20).',
  ])('accepts a label: %#', (text) => expectSilent(rule, text, { strict: true }))

  it('reports fields without a value, in YAML and TOML', () => {
    expectReports(rule, '---\ntitle: A\nfunding: ⟦""⟧\n---\n\nText.')
    expectReports(rule, '---\ntitle: A\n⟦sponsor⟧:\n---\n\nText.')
    expectReports(rule, "+++\nconflicts = ⟦''⟧\n+++\n\nText.")
    expectReports(rule, '---\ndisclosure: ⟦TODO⟧\n---\n\nText.')
    expectSilent(rule, '---\nconflicts: none\n---\n\nText.', { strict: true })
    expectSilent(rule, '---\npaidBy:\n---\n\nText.', { strict: true })
    expectReports(rule, '---\npaidBy: ⟦""⟧\n---\n\nText.', { options: { fields: ['paidBy'] } })
  })

  it('asks for a statement where the publisher sells', () => {
    expectReports(rule, '⟦---⟧\ntitle: Laser\n---\n\nThe laser tightens skin.', sells)
    for (const statement of [
      'The authors declare no competing interests.',
      'This page was funded by Northgate.',
      'Our clinic offers this laser.',
      '## Disclosure\n\nWe own the laser.',
    ])
      expectSilent(rule, `# Laser\n\nThe laser tightens skin.\n\n${statement}`, { ...sells, strict: true })
    for (const pageType of ['logistics', 'hub', 'policy'] as const)
      expectSilent(rule, '# Laser\n\nThe laser tightens skin.', { ...sells, pageType, strict: true })
  })

  it('takes topics of the publisher', () => {
    const options = { publisherSells: ['laser', 'hair transplant'] }
    expect(lint(rule, '---\ntitle: Laser for snoring\n---\n\nIt tightens skin.', { options })).toHaveLength(1)
    expect(lint(rule, '---\ntitle: Bald\ntags: [Hair transplant]\n---\n\nText.', { options })).toHaveLength(1)
    expectSilent(rule, '---\ntitle: Snoring\n---\n\nText about a laser.', { options, strict: true })
  })

  it('judges no words of another language', () => {
    const text = '# Serum\n\nWir mögen dieses [Serum](https://shop.example/?aff=77) sehr und verwenden es jeden Tag.'
    expectSilent(rule, text, { ...sells, lang: 'de', strict: true })
  })
})
