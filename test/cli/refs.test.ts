/** `medlint refs`: real files, the built command. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, medlint, namesIn, read } from './support.ts'

const POST = `\uFEFF---\r
title:   "Naps"\r
---\r
\r
Naps help (Park et al., 2018).  Light, too (Adams, 2020).\r
\r
## References\r
\r
- Adams, A. (2020). Light in the ward. *BMJ*, *7*, 20–29. <https://doi.org/10.5555/Light>\r
- Park, S., Kim, L., & Ito, H. (2018). Shifts and sleep loss. *Chest*, *3*(1), 1–9. [PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)\r
`
const IN_AMA = `\uFEFF---\r
title:   "Naps"\r
---\r
\r
Naps help.<sup>1</sup>  Light, too.<sup>2</sup>\r
\r
## References\r
\r
1. Park S, Kim L, Ito H. Shifts and sleep loss. *Chest*. 2018;3(1):1-9. [PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)\r
2. Adams A. Light in the ward. *BMJ*. 2020;7:20-29. doi:10.5555/Light\r
`
const BOOK =
  'Text.\n\n## Sources\n\n1. Grant D. Bell palsy explained. 2nd ed. Leeds: Northgate; 2015.\n2. Ito H, Roy D. Naps and mood swings. Chest. 2019;4(2)11-19.\n'

describe('medlint refs --style', () => {
  it('shows what would change, with reasons, and writes nothing', async () => {
    const folder = folderOf({ 'a.md': POST, 'b.md': BOOK })
    const { stdout, stderr, status } = await medlint(['refs', '--style', 'ama'], { cwd: folder })
    expect(status).toBe(0)
    expect(read(folder, 'a.md')).toBe(POST)
    expect(stdout).toContain('a.md:9:1\n  - Adams, A. (2020). Light in the ward.')
    expect(stdout).toContain('\n  + Adams A. Light in the ward. *BMJ*. 2020;7:20-29. doi:10.5555/Light\n')
    expect(stdout).toContain('  + Naps help.<sup>1</sup>')
    expect(stdout).toContain('a.md: 2 entries: 2 rewritten, 0 already in AMA, 0 left alone.')
    expect(stdout).toContain('b.md:5:4  left alone: read as a book, and only journal articles are rewritten')
    expect(stdout).toContain("b.md:6:56  left alone: expected ':' after the issue here")
    expect(stderr).toContain('add --write')
  })

  it('--write changes lists and citations and nothing else; again, nothing', async () => {
    const folder = folderOf({ 'a.md': POST, 'b.md': BOOK })
    const untouched = statSync(path.join(folder, 'b.md'))
    expect((await medlint(['refs', 'a.md', 'b.md', '--style', 'ama', '--write'], { cwd: folder })).stderr).toContain(
      '1 file written',
    )
    expect(read(folder, 'a.md')).toBe(IN_AMA)
    expect(statSync(path.join(folder, 'b.md'))).toMatchObject({ ino: untouched.ino, mtimeMs: untouched.mtimeMs })
    const written = statSync(path.join(folder, 'a.md'))
    expect((await medlint(['refs', '--style', 'ama', '--write'], { cwd: folder })).stderr).toContain('0 files written')
    expect(statSync(path.join(folder, 'a.md'))).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs })
    expect(namesIn(folder)).toEqual(['a.md', 'b.md'])
    await medlint(['refs', 'a.md', '--style', 'apa', '--write'], { cwd: folder })
    expect(read(folder, 'a.md')).toBe(POST.replace('<https://doi.org/10.5555/Light>', 'https://doi.org/10.5555/Light'))
  })

  it('leaves italics out when told to', async () => {
    const folder = folderOf({ 'a.md': POST })
    await medlint(['refs', 'a.md', '--style', 'ama', '--no-italics', '--write'], { cwd: folder })
    expect(read(folder, 'a.md')).toBe(IN_AMA.replace(/\*/g, ''))
  })

  it('says which citation keeps the text as it is', async () => {
    const folder = folderOf({ 'a.md': POST.replace('(Adams, 2020)', '(Lopez et al., 2001)') })
    const { stdout } = await medlint(['refs', 'a.md', '--style', 'nlm'], { cwd: folder })
    expect(stdout).toContain('a.md:5:44  Citations in the text stay as they are: "(Lopez et al., 2001)" leads to no entry.')
  })

  it('is data with --format json', async () => {
    const folder = folderOf({ 'a.md': POST })
    const { stdout } = await medlint(['refs', 'a.md', '--style', 'ama', '-f', 'json'], { cwd: folder })
    const [file] = JSON.parse(stdout) as { edits: { start: number; end: number; text: string }[]; inText: string }[]
    expect(file).toMatchObject({ path: 'a.md', inText: 'to-numbers', reordered: true, untouched: [], obstacle: null })
    let text = POST
    for (const { start, end, text: replacement } of file!.edits.sort((a, b) => b.start - a.start))
      text = text.slice(0, start) + replacement + text.slice(end)
    expect(text).toBe(IN_AMA)
  })
})

describe('medlint refs --export', () => {
  it.each([
    ['bibtex', '@article{adams2020light,\n  author = {Adams, A.},'],
    ['ris', 'TY  - JOUR\nID  - adams2020light\nAU  - Adams, A.\n'],
    ['csl-json', '"id": "adams2020light"'],
  ])('%s goes to standard output', async (format, part) => {
    const folder = folderOf({ 'a.md': POST, 'b.md': BOOK })
    const { stdout, status } = await medlint(['refs', '--export', format], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain(part)
  })

  it('of all posts together, each work once, into a file', async () => {
    const folder = folderOf({ 'a.md': POST, 'c/d.md': POST, 'b.md': BOOK })
    await medlint(['refs', '--export', 'csl-json', '-o', 'works.json'], { cwd: folder })
    const items = JSON.parse(read(folder, 'works.json')) as { id: string }[]
    expect(items.map(({ id }) => id)).toEqual(['adams2020light', 'park2018shifts', 'grant2015bell', 'ito2019naps'])
  })
})

describe('medlint refs', () => {
  it('lists what it understood, and what is missing', async () => {
    const folder = folderOf({ 'a.md': POST, 'b.md': BOOK, 'c.md': 'No list.\n' })
    const { stdout, status } = await medlint(['refs'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('a.md: 2 entries (unordered), style: apa')
    expect(stdout).toMatch(
      / {2}- line 10, article-journal, apa, confidence 0\.9\n {5}authors {4}Park S\., Kim L\., Ito H\.\n {5}title {6}Shifts and sleep loss\n/,
    )
    expect(stdout).toMatch(/ {2}2\. line 6,[\s\S]*unread {5}expected ':' after the issue at 6:56/)
    expect(stdout).toContain('c.md: no references.')
  })

  it('gives CSL-JSON and ranges with --format json, also of standard input', async () => {
    const { stdout } = await medlint(['refs', '--stdin', '--format', 'json'], { cwd: folderOf(), input: POST })
    const [file] = JSON.parse(stdout) as {
      path: string
      entries: { csl: object; fields: Record<string, { start: number; end: number }> }[]
    }[]
    expect(file!.path).toBe('<stdin>')
    expect(file!.entries[0]!.csl).toMatchObject({ type: 'article-journal', title: 'Light in the ward', volume: '7' })
    const { start, end } = file!.entries[0]!.fields['title']!
    expect(POST.slice(start, end)).toBe('Light in the ward')
  })
})

describe('broken use', () => {
  it.each([
    [['refs', '--style', 'apaa'], 'Did you mean "apa"?'],
    [['refs', '--export', 'bibtext'], 'Did you mean "bibtex"?'],
    [['refs', '--write'], 'Add --style apa, ama or nlm'],
    [['refs', '--style', 'apa', '--export', 'ris'], 'Choose --style or --export'],
    [['refs', '--style', 'apa', '--write', '--stdin'], 'Name the files'],
    [['refs', '--format', 'html'], 'Choose stylish or json'],
    [['refs', 'nowhere.md'], 'no .md, .markdown, .mdx file in "nowhere.md"'],
    [['--style', 'apa'], 'Use --style with "medlint refs [files]"'],
  ])('%j', async (words, text) => {
    const { stderr, status } = await medlint(words, { cwd: folderOf({ 'a.md': POST }) })
    expect(status).toBe(2)
    expect(stderr).toContain(text)
  })

  it('a file that cannot be written is named, the others are written', async () => {
    // There is room for its name, and none for that of the file beside it.
    const long = `${'a'.repeat(248)}.md`
    const folder = folderOf({ [long]: POST, 'b.md': POST })
    const { stderr, status } = await medlint(['refs', '--style', 'ama', '--write'], { cwd: folder })
    expect(status).toBe(2)
    expect(stderr).toContain(`${long}: Check this file: it could not be written (its name is too long).`)
    expect(readFileSync(path.join(folder, 'b.md'), 'utf8')).toBe(IN_AMA)
  })

  it('a file that cannot be read is named, the others are done', async () => {
    const folder = folderOf({ 'a.md': new Uint8Array([0xff, 0xfe, 0x41, 0]), 'b.md': POST })
    const { stdout, stderr, status } = await medlint(['refs', '--style', 'ama'], { cwd: folder })
    expect(status).toBe(2)
    expect(stderr).toContain('a.md: Save this file as UTF-8')
    expect(stdout).toContain('b.md: 2 entries: 2 rewritten')
  })
})
