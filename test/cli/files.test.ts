import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { selectFiles } from '../../src/cli/files.ts'
import { createIgnored, type IgnoreOptions } from '../../src/cli/ignored.ts'
import { folderOf, medlint, wordRules } from './support.ts'

const MARKDOWN = ['.md', '.markdown', '.mdx']

function select(workingFolder: string, names: string[] = [], options: Partial<IgnoreOptions> & { extensions?: string[] } = {}) {
  const { extensions = MARKDOWN, ...given } = options
  const isIgnored = createIgnored(workingFolder, { ignore: true, ignorePath: undefined, ignorePatterns: [], ...given })
  const { files, ...rest } = selectFiles(names, { workingFolder, extensions, isIgnored })
  return { files: files.map(({ shown }) => shown), ...rest }
}

const site = folderOf({
  'a.md': '',
  'B.MD': '',
  'c.markdown': '',
  'd.mdx': '',
  'e.txt': '',
  'posts/a.md': '',
  'posts/deep/er/b.md': '',
  'posts/with space/ä ö (1).md': '',
  'posts/[slug]/page.md': '',
  'posts/node_modules/c.md': '',
  'posts/public/d.md': '',
  'public/e.md': '',
  'dist/f.md': '',
  'node_modules/pkg/README.md': '',
  '.git/x.md': '',
  '.hidden.md': '',
  '日本/鍼.md': '',
})

describe('folders', () => {
  it('are searched for Markdown, in order, without dependencies, hidden and built ones', () => {
    expect(select(site).files).toEqual([
      'B.MD',
      'a.md',
      'c.markdown',
      'd.mdx',
      'posts/[slug]/page.md',
      'posts/a.md',
      'posts/deep/er/b.md',
      'posts/public/d.md',
      'posts/with space/ä ö (1).md',
      '日本/鍼.md',
    ])
  })

  it('can be named in any form, and files come once', () => {
    expect(select(site, ['./posts/deep', 'posts/deep/', 'posts/deep/er/b.md', path.join(site, 'posts/deep')]).files).toEqual([
      'posts/deep/er/b.md',
    ])
    expect(select(path.join(site, '日本'), ['..', '../posts/a.md']).files).toContain('../posts/a.md')
  })

  it('are searched for other endings with --ext', () => {
    expect(select(site, [], { extensions: ['.txt'] }).files).toEqual(['e.txt'])
  })

  it('may have the name of a file', () => {
    const folder = folderOf({ 'x.md/y.md': '', 'empty.md/': '' })
    expect(select(folder).files).toEqual(['x.md/y.md'])
    expect(select(folder, ['x.md', 'empty.md'])).toMatchObject({ files: ['x.md/y.md'], unmatched: ['empty.md'] })
  })
})

describe('globs', () => {
  it.each([
    ['*.md', ['a.md']],
    [
      './posts/**/*.md',
      ['posts/[slug]/page.md', 'posts/a.md', 'posts/deep/er/b.md', 'posts/public/d.md', 'posts/with space/ä ö (1).md'],
    ],
    ['{posts,日本}/*.{md,mdx}', ['posts/a.md', '日本/鍼.md']],
    ['posts/with space/*.md', ['posts/with space/ä ö (1).md']],
    ['**/p?ge.md', ['posts/[slug]/page.md']],
  ])('%s', (glob, files) => {
    expect(select(site, [glob]).files).toEqual(files)
    expect(select(site, [path.join(site, glob)]).files).toEqual(files)
    expect(select(path.join(site, '日本'), [`../${glob}`]).files).toHaveLength(files.length)
  })

  it('are not meant where a file has that very name', () => {
    expect(select(site, ['posts/[slug]/page.md', 'posts/with space/ä ö (1).md']).files).toHaveLength(2)
  })

  it('that match nothing are told', () => {
    expect(select(site, ['no/*.md', 'nowhere.md', '*.txt', 'node_modules/**', 'a.md'])).toEqual({
      files: ['a.md'],
      unmatched: ['no/*.md', 'nowhere.md', '*.txt', 'node_modules/**'],
      unreadable: [],
      skipped: 0,
    })
  })
})

describe('ignoring', () => {
  const folder = folderOf({
    '.medlintignore': '# comments and\n\ndrafts/\n*.tmp.md\n/top.md\n!/public/\n',
    'drafts/a.md': '',
    'deep/drafts/b.md': '',
    'deep/top.md': '',
    'top.md': '',
    'x.tmp.md': '',
    'public/p.md': '',
    'c.md': '',
    'other-ignore': 'c.md\n',
  })

  it('follows .medlintignore, which may take a built folder back in', () => {
    expect(select(folder).files).toEqual(['c.md', 'deep/top.md', 'public/p.md'])
  })

  it('follows it from a folder below, too', () => {
    expect(select(path.join(folder, 'deep')).files).toEqual(['top.md'])
  })

  it('passes over named files without a word', () => {
    expect(select(folder, ['drafts/a.md', 'x.tmp.md', 'other-ignore', 'c.md'])).toEqual({
      files: ['c.md'],
      unmatched: [],
      unreadable: [],
      skipped: 3,
    })
  })

  it('can be extended, replaced and switched off', () => {
    expect(select(folder, [], { ignorePatterns: ['deep', 'public/*'] }).files).toEqual(['c.md'])
    expect(select(folder, [], { ignorePath: 'other-ignore' }).files).toContain('drafts/a.md')
    expect(select(folder, [], { ignorePath: 'other-ignore' }).files).not.toContain('c.md')
    expect(select(site, ['node_modules', '.hidden.md', 'dist'], { ignore: false }).files).toEqual([
      'node_modules/pkg/README.md',
      '.hidden.md',
      'dist/f.md',
    ])
    expect(() => select(folder, [], { ignorePath: 'nowhere' })).toThrow('there is no file "nowhere"')
  })
})

describe('links', () => {
  it('in a circle end nothing, and links to folders are not followed', () => {
    const folder = folderOf({ 'posts/a.md': '', 'elsewhere/b.md': '' })
    symlinkSync('..', path.join(folder, 'posts/up'))
    symlinkSync('loop.md', path.join(folder, 'loop.md'))
    symlinkSync('../elsewhere', path.join(folder, 'posts/folder.md'))
    symlinkSync('../elsewhere/b.md', path.join(folder, 'posts/link.md'))
    expect(select(folder, ['posts'])).toMatchObject({ files: ['posts/a.md', 'posts/link.md'], unreadable: [] })
    expect(select(folder, ['loop.md']).unreadable).toEqual([{ shown: 'loop.md', reason: 'its links lead in a circle' }])
  })
})

describe('the command', () => {
  it('shows paths as they were given, with spaces and letters of any language', async () => {
    const folder = folderOf({ ...wordRules(), 'ä b/ö (1).md': 'bad\n', '日本/鍼.md': 'bad\n', '-x.md': 'bad\n' })
    const { stdout } = await medlint(['-f', 'json', './ä b', path.join(folder, '日本/鍼.md'), '--', '-x.md'], { cwd: folder })
    const paths = (JSON.parse(stdout) as { path: string }[]).map((file) => file.path)
    expect(paths).toEqual(['ä b/ö (1).md', path.join(folder, '日本/鍼.md'), '-x.md'])
  })

  it('takes --ignore-pattern and --ext more than once, and counts what was passed over', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n', 'b.txt': 'bad\n', 'c.text': 'bad\n', 'd.md': 'bad\n' })
    const words = ['--ext', 'md,.txt', '--ext', 'TEXT', '--ignore-pattern', 'd.*', '--ignore-pattern', 'c.*', '.', 'd.md']
    const { stdout, stderr } = await medlint(['-f', 'json', ...words], { cwd: folder })
    expect((JSON.parse(stdout) as { path: string }[]).map((file) => file.path)).toEqual(['a.md', 'b.txt'])
    expect(stderr).toContain('2 files, 2 errors, 0 warnings, 0 infos, 1 ignored')
  })
})
