import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/fragile-link.ts'
import { applyFixes } from '../../src/lint/fixes.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const fixed = (text: string) => applyFixes(text, lint(rule, text)).text

describe('fragile-link', () => {
  it.each([
    ['[a](https://x.example/a⟦?utm_source=n⟧)', '[a](https://x.example/a)'],
    ['[a](https://x.example/a⟦?utm_source=n&utm_medium=m⟧#part)', '[a](https://x.example/a#part)'],
    ['[a](https://x.example/a?⟦utm_source=n&⟧id=3)', '[a](https://x.example/a?id=3)'],
    ['[a](https://x.example/a?id=3⟦&fbclid=7⟧)', '[a](https://x.example/a?id=3)'],
    ['[a](https://x.example/a?⟦gclid=1&⟧id=3&fbclid=7&p=2)', '[a](https://x.example/a?id=3&p=2)'],
  ])('removes tracking: %s', (marked, right) => {
    const [message] = expectReports(rule, marked)
    expect(message!.fix?.kind).toBe('safe')
    expect(fixed(marked.replace(/[⟦⟧]/g, ''))).toBe(right)
  })

  it.each([
    ['fragment', 'info', '[a](https://x.example/a⟦#:~:text=falls%20were⟧)'],
    ['insecure', 'warn', '[a](⟦http://x.example/a⟧)'],
    ['own', 'warn', '[a](⟦https://ourclinic.example/faq⟧)'],
    ['private', 'warn', '[a](⟦https://x.example/a;jsessionid=12⟧)'],
    ['private', 'warn', '[a](⟦https://journal.ezproxy.uni.example/a⟧)'],
    ['private', 'warn', '[a](⟦https://x.example/news/amp/⟧)'],
  ])('reports %s as %s: %s', (messageId, severity, marked) => {
    const [message] = expectReports(rule, marked, { project: { ownDomains: ['ourclinic.example'] } })
    expect(message).toMatchObject({ messageId, severity, fix: null })
  })

  it.each([
    '[a](https://doi.org/10.5555/f1)',
    '[a](#aftercare)',
    '[a](/faq)',
    '[a](http://localhost:8000/a)',
    '![a](http://x.example/a.png)',
    '[a](https://x.example/a?id=3)',
    '[a](mailto:a@x.example)',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('reports unencrypted links once for each site', () => {
    const [message, ...more] = lint(rule, '[a](http://x.example/a) [b](http://x.example/b)')
    expect(more).toEqual([])
    expect(message!.related).toHaveLength(1)
  })

  it('keeps text fragments, and strips other parameters, when asked', () => {
    expectSilent(rule, '[a](https://x.example/a#:~:text=falls)', { options: { keepTextFragments: true }, strict: true })
    expectReports(rule, '[a](https://x.example/a⟦?ref=n⟧)', { options: { strip: ['ref'] } })
    expectSilent(rule, '[a](https://x.example/a?utm_source=n)', { options: { strip: [] }, strict: true })
  })

  it('the fix is idempotent and keeps every other parameter', () => {
    const name = fc.constantFrom('id', 'p', 'q', 'utm_source', 'utm_medium', 'fbclid')
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const text = `[a](https://x.example/a?${names.map((each, index) => `${each}=${index}`).join('&')}#h)`
        const kept = names.flatMap((each, index) => (/^(?:utm|fbclid)/.test(each) ? [] : [`${each}=${index}`])).join('&')
        const once = fixed(text)
        expect(once).toBe(`[a](https://x.example/a${kept === '' ? '' : `?${kept}`}#h)`)
        expect(fixed(once)).toBe(once)
      }),
    )
  })
})
