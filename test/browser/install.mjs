/** Installs the editors of package-lock.json when they are not there, or others are. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

export const here = import.meta.dirname

export function installEditors() {
  const installed = path.join(here, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(here, 'package-lock.json')).mtimeMs) return
  process.stderr.write('installing the editors (test/browser/package-lock.json)\n')
  execFileSync('npm', ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}

if (process.argv[1] === import.meta.filename) installEditors()
