import { describe, expect, it } from 'vitest'
import rule from '../../rules/internal-link.ts'
import { applyEdits } from '../../src/lint/fixes.ts'
import { anchorsOf } from '../../src/post/anchors.ts'
import { routesOf } from '../../src/post/page-routes.ts'
import type { Project } from '../../src/post/types.ts'
import { expectReports, expectSilent, lint, post } from '../support.ts'

const PAGE = '# Knee\n\n## Dosage\n\n## Side effects & risks\n\n## 1. What to expect?\n\n## Über uns {#about}\n\n'
const path = 'content/knee.md'
const files = [path, 'content/hand.md', 'content/Foot.md', 'content/more/toe.mdx']

describe('internal-link: anchors', () => {
  it.each([
    ['[a](⟦#dosages⟧)', '#dosage'],
    ['[a](⟦#side-efects-risks⟧)', '#side-effects--risks'],
    ['[a](⟦#abuot⟧)', '#about'],
  ])('%s meant %s', (marked, right) => {
    const [message] = expectReports(rule, PAGE + marked, { path, files })
    expect(message).toMatchObject({ messageId: 'anchor', fix: null })
    const text = (PAGE + marked).replace(/[⟦⟧]/g, '')
    expect(applyEdits(text, message!.suggestions[0]!.edits)).toBe(`${PAGE}[a](${right})`)
  })

  it('reports an anchor like none on a page that is all there', () => {
    const [message] = expectReports(rule, `${PAGE}[a](⟦#prices-in-2024-and-later⟧)`, { path, files })
    expect(message!.suggestions).toEqual([])
    for (const more of ['{{< prices >}}', '{% include prices.html %}'])
      expectSilent(rule, `${PAGE}${more}\n\n[a](#prices-in-2024-and-later)`, { path, files })
    expectSilent(rule, `${PAGE}<Prices />\n\n[a](#prices-in-2024-and-later)`, { path: 'content/knee.mdx', files })
  })

  it.each([
    '#dosage',
    '#side-effects--risks',
    '#side-effects-and-risks',
    '#1-what-to-expect',
    '#what-to-expect',
    '#about',
    '#Dosage',
    '#dosage-1',
    '#top',
    '#comments',
    '#fn1',
    '#ref-3',
    '#%C3%BCber-uns',
    '#:~:text=dosage',
    '',
  ])('"%s" is answered', (anchor) => expectSilent(rule, `${PAGE}[a](${anchor})`, { path, files }))

  it('knows ids of HTML, and nothing on a page without headings', () => {
    expectSilent(rule, `${PAGE}<a name="prices-now"></a>\n\n[a](#prices-now)`, { path, files })
    expectSilent(rule, `${PAGE}<section\n  id="prices-now">\n\n[a](#prices-now)\n\n</section>`, { path, files })
    expectSilent(rule, '[a](#prices-now)', { path, files })
  })
})

describe('internal-link: files', () => {
  it('reports a file that is not there', () => {
    expectReports(rule, '[a](⟦./knee-2.md⟧) [b](⟦../hand.md⟧) [c](hand.md)', { path, files })
    expectReports(rule, '[a][x]\n\n[b](⟦more/foot.mdx⟧)\n\n[x]: hand.md', { path, files })
    expectSilent(rule, '[a](../../other/x.md) [b](/docs/x.md) [c](https://x.example/a.md)', { path, files })
  })

  it('suggests the name with its own capitals', () => {
    const [message] = expectReports(rule, '[a](⟦./foot.md⟧)', { path, files })
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('./Foot.md')
  })

  it('looks for the heading in the other file', () => {
    const project: Project = { anchorsAt: () => anchorsOf(post('# Hand\n\n## Splints\n')) }
    expectSilent(rule, '[a](hand.md#splints)', { path, files, project })
    const [message] = expectReports(rule, '[a](⟦hand.md#splint⟧)', { path, files, project })
    expect(message!.suggestions[0]!.title).toBe('Write "hand.md#splints"')
  })
})

describe('internal-link: routes', () => {
  const page = (name: string, text = '') => ({ path: `content/blog/${name}.md`, text })
  const links = ['a1', 'b2', 'c3', 'd4', 'e5'].map((name) => `[x](/blog/${name}/)`).join(' ')
  const site = [
    { path: 'src/pages/about.astro', text: undefined },
    page('a1', links),
    page('b2'),
    page('c3'),
    page('d4', '---\nslug: e5\n---\n'),
    page('2024-01-02-knee-pain-at-night'),
    { path: 'content/team.md', text: '---\npermalink: /our-people/\n---\n' },
  ]
  const project: Project = { routes: () => routesOf(site), ownDomains: ['clinic.example'] }
  const setup = { path: 'content/knee.md', files: ['content/knee.md'], project }

  it('reports a misspelling at the top of the site', () => {
    const [message] = expectReports(rule, '[our clinic](⟦/abuot⟧)', setup)
    expect(message!.message).toBe('This link leads nowhere: /abuot.')
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('/about')
    expectReports(rule, '[our clinic](⟦/our-poeple/#ana⟧)', setup)
  })

  it('reports any address in a part whose pages are known', () => {
    expectReports(rule, '[x](⟦/blog/gone-for-long⟧) [y](⟦/blog/knee-pain-at-nihgt/⟧)', setup)
    expectReports(rule, '[x](⟦https://clinic.example/blog/gone-for-long⟧)', setup)
  })

  it.each([
    '/',
    '/about',
    '/about/',
    '/About.html',
    '/blog/a1',
    '/blog/e5?x=1#y',
    '/blog/knee-pain-at-night',
    '/our-people',
    '/blog/',
    '/tags/knee',
    '/blog/page/2',
    '/shop/gone-for-long',
    '/unlike-all',
    '/feed.xml',
    '/blog/a1.pdf',
    '{{ url }}/gone',
  ])('is silent on %s', (address) => expectSilent(rule, `[x](${address})`, setup))

  it('does not know a part of the site many of whose links lead nowhere, nor any site without a generator', () => {
    const loose = [...site, page('f6', '[x](/blog/x1) [x](/blog/x2) [x](/blog/x3)')]
    expectSilent(rule, '[x](/blog/gone-for-long)', { ...setup, project: { routes: () => routesOf(loose) } })
    expectSilent(rule, '[x](/blog/gone-for-long)', { path, files })
  })

  it('leaves alone what the site makes', () => {
    expect(lint(rule, '[x](/blog/gone-for-long)', { ...setup, options: { routes: ['blog/**'] } })).toEqual([])
  })
})
