import { describe, expect, it } from 'vitest'
import rule from '../../rules/media-exists.ts'
import { expectReports, expectSilent } from '../support.ts'

const path = 'content/posts/knee.md'
const files = [path, 'static/img/hand.jpg', 'static/img/sub folder/a b.png', 'content/posts/brace.png']

describe('media-exists', () => {
  it.each([
    '![Knee](⟦/img/knee.jpg⟧)',
    '![Knee](⟦/img/knee.jpg?w=300⟧ "Knee")',
    '![Knee][k]\n\n[k]: ⟦/img/knee.jpg⟧',
    '![Knee](⟦knee.png⟧)',
    '![Knee](⟦../img/knee.png⟧)',
    '<img src="⟦/img/knee.jpg⟧" alt="Knee">',
    '<video src="⟦/img/knee.mp4⟧" poster="⟦/img/p1.jpg⟧"></video>',
    '<video>\n<source src="⟦/img/knee.webm⟧">\n</video>',
    '---\nfeatured_image: "⟦/img/knee.jpg⟧"\n---\n\nText.',
    '---\nimage:\n  src: ⟦/img/knee.jpg⟧\n---\n\nText.',
  ])('misses the file of %s', (marked) => {
    for (const message of expectReports(rule, marked, { path, files }))
      expect(message).toMatchObject({ messageId: 'missing', fix: null })
  })

  it.each([
    '![Hand](/img/hand.jpg)',
    '![Hand](/img/hand.jpg#x)',
    '![Hand](/img/sub%20folder/a%20b.png)',
    '![Hand](</img/sub folder/a b.png>)',
    '![Brace](brace.png)',
    '![Brace](./brace.png)',
    '![Hand](../../static/img/hand.jpg)',
    '![Hand](img/hand.jpg)',
    '![Knee](https://media.example/knee.jpg)',
    '![Knee](//media.example/knee.jpg)',
    '![Knee](data:image/png;base64,AAAA)',
    '![Knee]({{ site.img }}/knee.jpg)',
    '![Knee](@/img/knee.jpg)',
    '<!-- ![Knee](/img/knee.jpg) -->',
    '```\n![Knee](/img/knee.jpg)\n```',
    '---\nimage: knee\n---\n\nText.',
  ])('is silent on %s', (text) => expectSilent(rule, text, { path, files }))

  it('says how the file is really called', () => {
    const [message] = expectReports(rule, '![Hand](⟦/img/Hand.JPG⟧)', { path, files })
    expect(message!.message).toBe('Correct the case: the file is "img/hand.jpg".')
    expectReports(rule, '![Brace](⟦Brace.png⟧)', { path, files })
  })

  it('finds the site in a folder of the project', () => {
    const own = { path: 'site/content/knee.md', files: ['site/content/knee.md', 'site/static/img/hand.jpg', 'README.md'] }
    expectSilent(rule, '![Hand](/img/hand.jpg)', own)
    expectReports(rule, '![Knee](⟦/img/knee.jpg⟧)', own)
  })

  it('says nothing where the layout of the site is not known', () => {
    const unknown = { path: 'posts/knee.md', files: ['posts/knee.md', 'posts/img/hand.jpg'] }
    expectSilent(rule, '![Knee](/img/knee.jpg) ![Knee](../assets/knee.jpg) ![Knee](knee.jpg)', {
      path: 'knee.md',
      files: ['knee.md'],
    })
    expectSilent(rule, '![Knee](/img/knee.jpg) ![Knee](images/knee.jpg)', unknown)
    expectReports(rule, '![Knee](⟦img/knee.jpg⟧)', unknown)
    expectSilent(rule, '![Knee](/img/knee.jpg)')
    expectSilent(rule, '![Knee](/img/knee.jpg) ![Knee](knee.jpg)', { path: '../other/knee.md', files })
  })

  it('knows roots, aliases and what the build makes', () => {
    expectReports(rule, '![A](⟦/a.png⟧) ![B](/b.png)', {
      path: 'knee.md',
      files: ['knee.md', 'web/b.png'],
      options: { roots: ['web'] },
    })
    const aliases = { '/uploads/': 'cms/files' }
    expectSilent(rule, '![A](/uploads/a.png)', { path, files: [...files, 'cms/files/a.png'], options: { aliases } })
    expectReports(rule, '![A](⟦/uploads/b.png⟧)', { path, files, options: { aliases } })
    expectSilent(rule, '![A](/charts/a.svg)', { path, files, options: { generated: ['charts/*.svg'] } })
  })
})
