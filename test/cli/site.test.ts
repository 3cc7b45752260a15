/** Rules that look beyond one page, on real files: other pages of the run, media, pages of the site. */
import { describe, expect, it } from 'vitest'
import { folderOf, medlint } from './support.ts'

interface Printed {
  filePath?: string
  path?: string
  messages: { rule: string; messageId: string; actual: string; line: number; note: string | null }[]
}

const config = (rules: object) => ({ '.medlintrc.json': JSON.stringify({ rules }) })
const page = (name: string, body = 'Text.') => `---\ntitle: ${name}\nimage: /img/couple.jpg\n---\n\n${body}\n`

async function lint(folder: string, ...names: string[]): Promise<Record<string, Printed['messages']>> {
  const { stdout } = await medlint([...names, '-f', 'json'], { cwd: folder })
  return Object.fromEntries((JSON.parse(stdout) as Printed[]).map((file) => [String(file.path ?? file.filePath), file.messages]))
}

describe('pages of one run', () => {
  const files = {
    ...config({ 'shared-metadata': 'warn', 'duplicate-content': ['warn', { crossFile: true }] }),
    'a.md': page('A', 'Keep the wound dry for two full days.'),
    'b.md': page('B', 'Keep the wound dry for two full days.'),
    'c.md': page('C'),
  }

  it('are compared, and each message comes with its file', async () => {
    const found = await lint(folderOf(files), '.')
    expect(Object.keys(found)).toEqual(['a.md', 'b.md', 'c.md'])
    for (const messages of Object.values(found)) expect(messages[0]).toMatchObject({ rule: 'shared-metadata', line: 3 })
    expect(found['c.md']![0]!.note).toBe('Also in a.md, b.md.')
    expect(found['a.md']!.map(({ messageId }) => messageId)).toEqual(['shared'])
    expect(found['b.md']!.map(({ messageId }) => messageId)).toEqual(['shared', 'elsewhere'])
  })

  it('say the same in any order', async () => {
    const folder = folderOf(files)
    expect(await lint(folder, 'c.md', 'b.md', 'a.md')).toEqual(await lint(folder, 'a.md', 'b.md', 'c.md'))
  })

  it('are those that were named, and one alone is quiet about it', async () => {
    const folder = folderOf(files)
    expect(await lint(folder, 'a.md', 'b.md')).toMatchObject({ 'a.md': [] })
    const { status, stdout, stderr } = await medlint(['a.md'], { cwd: folder })
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).not.toContain('silent')
  })

  it('are compared under their own configuration', async () => {
    const own = { 'x/.medlintrc.json': files['.medlintrc.json'], 'x/a.md': page('A'), 'x/b.md': page('B') }
    const found = await lint(folderOf({ ...own, ...config({}), 'c.md': page('C'), 'd.md': page('D') }), '.')
    expect(Object.values(found).flat()).toEqual([])
  })

  it('can be told not to be, by a comment in the frontmatter', async () => {
    const reason = 'One picture for the whole series'
    const spared = page('C').replace('---\n\n', `medlint: {disable: {shared-metadata: {reason: "${reason}"}}}\n---\n\n`)
    const found = await lint(folderOf({ ...files, 'c.md': spared }), '.')
    expect(found['c.md']).toEqual([])
    expect(found['a.md']).toHaveLength(1)
  })

  it('leave out files that cannot be read', async () => {
    const found = await lint(folderOf({ ...files, 'd.md': new Uint8Array([0xff, 0xfe, 0x41, 0x00]) }), '.')
    expect(found['d.md']!.map(({ rule }) => rule)).toEqual(['medlint/read'])
    expect(found['c.md']).toHaveLength(1)
  })
})

describe('files of the site', () => {
  it('are looked for on disk', async () => {
    const folder = folderOf({
      ...config({ 'media-exists': 'error' }),
      'static/img/hand.jpg': 'x',
      'content/knee.md': '![A](/img/hand.jpg) ![A](/img/Hand.jpg) ![A](/img/knee.jpg)\n',
    })
    const found = await lint(folder, 'content')
    expect(found['content/knee.md']!.map(({ messageId, actual }) => [messageId, actual])).toEqual([
      ['case', '/img/Hand.jpg'],
      ['missing', '/img/knee.jpg'],
    ])
  })

  it('hold the headings that links lead to', async () => {
    const folder = folderOf({
      ...config({ 'internal-link': 'error' }),
      'hand.md': '# Hand\n\n## Splints\n\nText.\n',
      'knee.md': '[a](hand.md#splints) [b](hand.md#splint) [c](foot.md)\n',
    })
    const found = await lint(folder, 'knee.md')
    expect(found['knee.md']!.map(({ actual }) => actual)).toEqual(['hand.md#splint', 'foot.md'])
  })

  it('are the pages of a generated site', async () => {
    const files = {
      ...config({ 'internal-link': 'error' }),
      'src/pages/about.astro': '',
      'src/content/blog/knee.md': '---\nslug: the-knee\n---\n\n[a](/about) [b](/abuot/) [c](/blog/the-knee) [d](/blog/the-kne)\n',
    }
    const found = await lint(folderOf({ ...files, 'astro.config.mjs': '' }), 'src')
    expect(found['src/content/blog/knee.md']!.map(({ actual }) => actual)).toEqual(['/abuot/', '/blog/the-kne'])
    expect((await lint(folderOf(files), 'src'))['src/content/blog/knee.md']).toEqual([])
  })
})
