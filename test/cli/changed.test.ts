import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit, git, repositoryOf, write } from './git-support.ts'
import { folderOf, medlint, read, wordRules } from './support.ts'

/** Path -> words reported, for every file that was linted. */
async function found(folder: string, ...words: string[]): Promise<Record<string, string[]>> {
  const run = await medlint(['-f', 'json', ...words], { cwd: folder })
  expect(run.status, run.stderr).toBeLessThan(2)
  const files = JSON.parse(run.stdout) as { path: string; messages: { actual: string; line: number }[] }[]
  return Object.fromEntries(
    files.map(({ path: name, messages }) => [name, messages.map(({ actual, line }) => `${actual}:${line}`)]),
  )
}

const old = { ...wordRules(), 'old.md': 'bad\n', 'posts/kept.md': 'bad\n', 'posts/a.md': 'bad\n\nfine\n' }

describe('--changed', () => {
  it('lints what differs from the last commit: changed, staged, new and renamed files, no deleted ones', async () => {
    const folder = repositoryOf({
      ...old,
      'gone.md': 'bad\n',
      'moved.md': 'A long text that keeps its words.\n\nbad\n',
      'staged.md': 'fine\n',
    })
    write(folder, {
      'posts/a.md': 'bad\n\nfine\n\nmeh\n',
      'new.md': 'bad\n',
      'deep/er/new.md': 'meh\n',
      'notes.txt': 'bad\n',
      'staged.md': 'bad\n',
    })
    git(folder, 'add', 'staged.md')
    git(folder, 'mv', 'moved.md', 'posts/moved.md')
    rmSync(path.join(folder, 'gone.md'))
    expect(await found(folder, '--changed')).toEqual({
      'deep/er/new.md': ['meh:1'],
      'new.md': ['bad:1'],
      'posts/a.md': ['bad:1', 'meh:5'],
      'posts/moved.md': ['bad:3'],
      'staged.md': ['bad:1'],
    })
  })

  it('reads every name as it is', async () => {
    const names = [
      'with space.md',
      'quo"te.md',
      "it's.md",
      'ä ö 日本.md',
      '-dash.md',
      'tab\there.md',
      'new\nline.md',
      '*.md',
      '[x].md',
      ':(top).md',
    ]
    const folder = repositoryOf({ ...wordRules(), ...Object.fromEntries(names.slice(0, 5).map((name) => [name, 'fine\n'])) })
    write(folder, Object.fromEntries(names.map((name) => [name, 'fine\n\nbad\n'])))
    const expected = Object.fromEntries(names.map((name) => [name, ['bad:3']]))
    expect(await found(folder, '--changed')).toEqual(expected)
    expect(await found(folder, '--changed-lines')).toEqual(expected)
    expect(await found(folder, '--changed', "it's.md", '--', '-dash.md')).toEqual({ "it's.md": ['bad:3'], '-dash.md': ['bad:3'] })
  })

  it('passes over ignored files, those of git and those of medlint', async () => {
    const folder = repositoryOf({
      ...old,
      '.gitignore': 'private/\n',
      '.medlintignore': 'drafts/\n*.tmp.md\n',
      'drafts/a.md': 'fine\n',
    })
    write(folder, {
      'private/a.md': 'bad\n',
      'drafts/a.md': 'bad\n',
      'x.tmp.md': 'bad\n',
      '.hidden/a.md': 'bad\n',
      'node_modules/x/a.md': 'bad\n',
      'a.md': 'bad\n',
    })
    expect(await found(folder, '--changed')).toEqual({ 'a.md': ['bad:1'] })
    expect(Object.keys(await found(folder, '--changed', '--no-ignore'))).toEqual(
      expect.arrayContaining(['drafts/a.md', '.hidden/a.md']),
    )
  })

  it('stays within the names that are given, and complains of names that are nothing', async () => {
    const folder = repositoryOf({ ...old, 'other/b.md': 'fine\n' })
    write(folder, { 'posts/a.md': 'meh\n', 'posts/deep/c.md': 'meh\n', 'other/b.md': 'meh\n', 'top.md': 'meh\n' })
    expect(Object.keys(await found(folder, '--changed', 'posts'))).toEqual(['posts/a.md', 'posts/deep/c.md'])
    expect(Object.keys(await found(folder, '--changed', './other/b.md', 'posts/kept.md'))).toEqual(['other/b.md'])
    expect(Object.keys(await found(folder, '--changed', '{posts,other}/*.md'))).toEqual(['other/b.md', 'posts/a.md'])
    expect(Object.keys(await found(folder, '--changed', path.join(folder, 'posts')))).toEqual(['posts/a.md', 'posts/deep/c.md'])
    const run = await medlint(['--changed', 'nowhere'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('"nowhere"') })
  })

  it('means the working folder and what is below, as without it', async () => {
    const folder = repositoryOf(old)
    write(folder, { 'posts/a.md': 'meh\n', 'posts/deep/c.md': 'meh\n', 'top.md': 'meh\n' })
    expect(Object.keys(await found(path.join(folder, 'posts'), '--changed'))).toEqual(['a.md', 'deep/c.md'])
    expect(Object.keys(await found(path.join(folder, 'posts'), '--changed', '..'))).toEqual(['a.md', 'deep/c.md', '../top.md'])
  })

  it('knows a repository by a link to it', async () => {
    const folder = repositoryOf(old)
    write(folder, { 'posts/a.md': 'meh\n' })
    const elsewhere = folderOf()
    symlinkSync(folder, path.join(elsewhere, 'link'))
    expect(Object.keys(await found(folder, '--changed', path.join(elsewhere, 'link/posts')))).toEqual(['posts/a.md'])
  })

  it('is clean when nothing changed, and before the first commit everything is new', async () => {
    const folder = repositoryOf(old)
    expect(await medlint(['--changed'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
    const fresh = folderOf({ ...wordRules(), 'a.md': 'bad\n', 'b.md': 'bad\n' })
    git(fresh, 'init', '-q')
    git(fresh, 'add', 'a.md')
    expect(await found(fresh, '--changed')).toEqual({ 'a.md': ['bad:1'], 'b.md': ['bad:1'] })
    expect(await found(fresh, '--staged')).toEqual({ 'a.md': ['bad:1'] })
  })

  it('is not led astray by settings of git', async () => {
    const folder = repositoryOf(old)
    write(folder, { 'posts/a.md': 'bad\n\nfine\n\nmeh\n', '.gitattributes': '*.md -diff\n' })
    for (const setting of [
      'diff.noprefix=true',
      'diff.external=false',
      'diff.relative=true',
      'color.ui=always',
      'diff.context=9',
      'diff.renames=false',
      'core.quotePath=true',
      'diff.mnemonicPrefix=true',
      'diff.interHunkContext=9',
    ]) {
      git(folder, 'config', ...setting.split('='))
    }
    expect(await found(path.join(folder, 'posts'), '--changed-lines')).toEqual({ 'a.md': ['meh:5'] })
  })

  it('fixes only what changed', async () => {
    const folder = repositoryOf({ ...wordRules(), 'old.md': 'tpyo\n', 'a.md': 'fine\n' })
    write(folder, { 'a.md': 'tpyo\n' })
    expect((await medlint(['--changed', '--fix'], { cwd: folder })).status).toBe(0)
    expect([read(folder, 'a.md'), read(folder, 'old.md')]).toEqual(['typo\n', 'tpyo\n'])
  })
})

describe('--changed-lines', () => {
  it('reports what touches a changed line, also where lines were only taken out', async () => {
    const folder = repositoryOf({
      ...wordRules(),
      'a.md': 'bad 1\n\nbad 2\n\nbad 3\n\nfine\n\nbad 4\n',
      'b.md': 'bad\nsource\nbad\n\nbad\n',
    })
    write(folder, {
      'a.md': 'bad 1\n\nbad two\n\nbad 3\n\nfine\nmeh\n\nbad 4\n',
      'b.md': 'bad\nbad\n\nbad\n',
      'c.md': 'bad\n\nmeh\n',
    })
    expect(await found(folder, '--changed', '--changed-lines')).toEqual({
      'a.md': ['bad:3', 'meh:8'],
      'b.md': ['bad:1', 'bad:2'],
      'c.md': ['bad:1', 'meh:3'],
    })
  })

  it('follows a renamed file, and has nothing to say of one that was only renamed', async () => {
    const text = `${'Some words that stay as they are.\n\n'.repeat(9)}bad\n\n`
    const folder = repositoryOf({ ...wordRules(), 'a.md': text, 'b.md': `${text}More.\n` })
    renameSync(path.join(folder, 'a.md'), path.join(folder, 'new a.md'))
    renameSync(path.join(folder, 'b.md'), path.join(folder, 'new b.md'))
    write(folder, { 'new b.md': `${text}More meh.\n` })
    git(folder, 'add', '-A')
    expect(await found(folder, '--changed-lines')).toEqual({ 'new a.md': [], 'new b.md': ['meh:21'] })
  })

  it('counts Windows line ends as git does, and takes all lines where it counts otherwise', async () => {
    const folder = repositoryOf({ ...wordRules(), 'a.md': 'bad\r\n\r\nfine\r\n', 'mac.md': 'bad\r\rfine\r' })
    write(folder, { 'a.md': 'bad\r\n\r\nmeh\r\n', 'mac.md': 'bad\r\rmeh\r' })
    expect(await found(folder, '--changed-lines')).toEqual({ 'a.md': ['meh:3'], 'mac.md': ['bad:1', 'meh:3'] })
  })

  it('keeps what makes the whole file unreadable', async () => {
    const folder = repositoryOf({ ...wordRules(), 'a.md': '---\ntitle: "open\n---\n\nbad\n' })
    write(folder, { 'a.md': '---\ntitle: "open\n---\n\nbad\n\nmeh\n' })
    const { stdout } = await medlint(['--changed-lines'], { cwd: folder })
    expect(stdout).toContain('frontmatter-syntax')
    expect(stdout).not.toContain('word-error')
  })
})

describe('--since', () => {
  it('compares with where the branch began, not with what the other branch did meanwhile', async () => {
    const folder = repositoryOf(old)
    git(folder, 'switch', '-q', '-c', 'topic')
    write(folder, { 'topic.md': 'bad\n' })
    commit(folder)
    git(folder, 'switch', '-q', 'main')
    write(folder, { 'posts/kept.md': 'other\n', 'main.md': 'bad\n' })
    commit(folder)
    git(folder, 'switch', '-q', 'topic')
    write(folder, { 'old.md': 'bad\n\nmeh\n', 'untracked.md': 'hmm\n' })
    expect(await found(folder, '--since', 'main')).toEqual({
      'old.md': ['bad:1', 'meh:3'],
      'topic.md': ['bad:1'],
      'untracked.md': ['hmm:1'],
    })
    expect(await found(folder, '--since=main', '--changed-lines')).toEqual({
      'old.md': ['meh:3'],
      'topic.md': ['bad:1'],
      'untracked.md': ['hmm:1'],
    })
    expect(Object.keys(await found(folder, '--changed'))).toEqual(['old.md', 'untracked.md'])
  })

  it.each([
    ['no-such-branch', 'Correct --since: this repository has no commit "no-such-branch". Fetch it first'],
    ['--upload-pack=x', 'Write a branch, tag or commit after --since'],
    ['', 'Write a branch, tag or commit after --since'],
    ['HEAD:old.md', 'Correct --since'],
  ])('says what is wrong with "%s"', async (ref, text) => {
    const run = await medlint([`--since=${ref}`], { cwd: repositoryOf(old) })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(text)
  })

  it('says when there is no history in common, and when there is no commit at all', async () => {
    const folder = repositoryOf(old)
    git(folder, 'switch', '-q', '--orphan', 'island')
    commit(folder)
    expect((await medlint(['--since', 'main'], { cwd: folder })).stderr).toContain('have no history in common')
    git(folder, 'switch', '-q', '--orphan', 'empty')
    expect((await medlint(['--since', 'main'], { cwd: folder })).stderr).toContain('no commit yet')
  })

  it('explains a shallow clone', async () => {
    const origin = repositoryOf(old)
    git(origin, 'switch', '-q', '-c', 'topic')
    write(origin, { 'topic.md': 'bad\n' })
    commit(origin)
    git(origin, 'switch', '-q', 'main')
    write(origin, { 'main.md': 'bad\n' })
    commit(origin)
    const clone = path.join(folderOf(), 'clone')
    git(origin, 'clone', '-q', '--depth=1', '--branch', 'topic', `file://${origin}`, clone)
    const missing = await medlint(['--since', 'origin/main'], { cwd: clone })
    expect(missing).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('This clone is shallow: fetch that branch first.'),
    })
    git(clone, 'fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main')
    const cut = await medlint(['--since', 'origin/main'], { cwd: clone })
    expect(cut).toMatchObject({ status: 2, stderr: expect.stringContaining('git fetch --unshallow') })
    git(clone, 'fetch', '-q', '--unshallow', 'origin')
    expect(await found(clone, '--since', 'origin/main')).toEqual({ 'topic.md': ['bad:1'] })
  })
})

describe('--staged', () => {
  it('lints the text that will be committed, also where the file on disk is another or gone', async () => {
    const folder = repositoryOf({ ...old, 'c.md': 'fine\n' })
    write(folder, { 'posts/a.md': 'staged meh\n', 'b.md': 'staged bad\n', 'c.md': 'staged hmm\n' })
    git(folder, 'add', '-A')
    write(folder, { 'posts/a.md': 'on disk bad\n', 'old.md': 'not staged\n', 'untracked.md': 'bad\n' })
    rmSync(path.join(folder, 'c.md'))
    expect(await found(folder, '--staged')).toEqual({ 'b.md': ['bad:1'], 'c.md': ['hmm:1'], 'posts/a.md': ['meh:1'] })
    expect(await found(path.join(folder, 'posts'), '--staged')).toEqual({ 'a.md': ['meh:1'] })
    expect(await found(folder, '--staged', '--changed-lines', 'b.md')).toEqual({ 'b.md': ['bad:1'] })
  })

  it('works in a hook, with the index that git hands over', async () => {
    const folder = repositoryOf({ ...old })
    write(folder, { 'a.md': 'bad\n', 'b.md': 'bad\n' })
    git(folder, 'add', 'a.md')
    const index = path.join(folder, '.git/other-index')
    execFileSync('cp', [path.join(folder, '.git/index'), index])
    git(folder, 'reset', '-q')
    const run = await medlint(['--staged', '-f', 'json'], { cwd: folder, env: { GIT_INDEX_FILE: index, GIT_DIR: '.git' } })
    expect((JSON.parse(run.stdout) as { path: string }[]).map(({ path: name }) => name)).toEqual(['a.md'])
  })
})

describe('repositories in repositories', () => {
  it('are left to themselves: submodules and others', async () => {
    const library = repositoryOf({ ...wordRules(), 'l.md': 'fine\n' })
    const folder = repositoryOf(old)
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${library}`, 'lib.md')
    commit(folder)
    write(folder, { 'lib.md/l.md': 'bad\n', 'lib.md/n.md': 'bad\n', 'nested/n.md': 'bad\n', 'a.md': 'bad\n' })
    git(path.join(folder, 'nested'), 'init', '-q')
    commit(path.join(folder, 'nested'))
    expect(await found(folder, '--changed')).toEqual({ 'a.md': ['bad:1'] })
    expect(await found(path.join(folder, 'lib.md'), '--changed')).toEqual({ 'l.md': ['bad:1'], 'n.md': ['bad:1'] })
  })

  it('may be further work trees', async () => {
    const folder = repositoryOf(old)
    const tree = path.join(folderOf(), 'tree')
    git(folder, 'worktree', 'add', '-q', '-b', 'topic', tree)
    mkdirSync(path.join(tree, 'sub'))
    write(tree, { 'sub/a.md': 'bad\n', 'old.md': 'meh\n' })
    expect(await found(tree, '--changed')).toEqual({ 'old.md': ['meh:1'], 'sub/a.md': ['bad:1'] })
    expect(await found(tree, '--since', 'main')).toEqual({ 'old.md': ['meh:1'], 'sub/a.md': ['bad:1'] })
    expect(await found(folder, '--changed')).toEqual({})
  })
})

describe('what cannot work', () => {
  it('is said: no repository, no checked out files, no git', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    const outside = await medlint(['--changed'], { cwd: folder, env: { GIT_CEILING_DIRECTORIES: path.dirname(folder) } })
    expect(outside).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no git repository') })
    git(folder, 'init', '-q', '--bare', 'bare.git')
    const bare = await medlint(['--changed'], { cwd: path.join(folder, 'bare.git') })
    expect(bare).toMatchObject({ status: 2, stderr: expect.stringContaining('no files checked out') })
    const missing = await medlint(['--staged'], { cwd: folder, env: { PATH: folder } })
    expect(missing).toMatchObject({ status: 2, stderr: 'medlint: Install git, or leave out --staged: git was not found.\n' })
  })

  it.each([
    [['--staged', '--changed'], 'Choose --staged'],
    [['--staged', '--since', 'main'], 'Choose --staged'],
    [['--changed', '--stdin'], 'Leave out --stdin'],
    [['--staged', '--fix'], 'git add'],
    [['--changed-lines', '--fix'], 'fixes move lines'],
  ])('%s', async (words, text) => {
    const run = await medlint(words, { cwd: folderOf() })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(text) })
  })
})
