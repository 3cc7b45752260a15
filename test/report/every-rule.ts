/** The fixtures with every rule on: the widest variety of messages there is, for tests of formats. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { rules } from '../../rules/index.ts'

export const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))

const folder = mkdtempSync(path.join(tmpdir(), 'medlint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const configFile = path.join(folder, 'config.json')
const levels = Object.fromEntries(Object.keys(rules).map((id) => [id, 'warn']))
writeFileSync(configFile, JSON.stringify({ extends: 'strict', rules: levels }))

/** Options of the command. */
export const EVERY_RULE = ['-c', configFile, '--now', '2026-06-01']
