/** Real git repositories for tests, whatever the user's own settings are. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from './support.ts'

const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@clinic.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@clinic.example',
  GIT_ALLOW_PROTOCOL: 'file',
}

export function git(folder: string, ...words: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...SETTINGS }
  return execFileSync('git', words, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A repository on branch `main` with these files in its first commit. */
export function repositoryOf(files: Record<string, string | Uint8Array>): string {
  const folder = folderOf(files)
  git(folder, 'init', '-q', '-b', 'main')
  commit(folder)
  return folder
}

export function commit(folder: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Change')
}

export function write(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
}
