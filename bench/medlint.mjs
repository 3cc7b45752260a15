/** medlint as it is measured: the built command line, no configuration (`recommended`), checked to have linted every post. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { runNode } from './measure.mjs'

export const root = path.dirname(path.dirname(new URL(import.meta.url).pathname))
export const CLI = path.join(root, 'dist', 'cli.js')

export const isBuilt = () => existsSync(CLI)

/** Lints a folder; the report streams to standard output. @returns the run, and the counts of its summary */
export async function lintFolder(folder, files, place) {
  const run = await runNode([CLI, '--format', 'jsonl', folder], place)
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`medlint ended with status ${run.status}: ${lastLines(run.outputFile)}`)
  const counts = summaryIn(run.outputFile)
  if (counts?.files !== files)
    throw new Error(`medlint linted ${counts?.files ?? 'no'} posts of ${files}: ${lastLines(run.outputFile)}`)
  return { ...run, found: counts.errors + counts.warnings + counts.infos }
}

/** The same with `--format json --output-file`, which is to be no dearer than streaming. */
export async function lintFolderToFile(folder, place) {
  const run = await runNode([CLI, '--format', 'json', '--output-file', path.join(place.scratch, 'report.json'), folder], place)
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`medlint ended with status ${run.status}: ${lastLines(run.outputFile)}`)
  return run
}

/** Standard error shares the file, so the summary need not stand alone at its end. */
function summaryIn(file) {
  const text = tail(file)
  const start = text.lastIndexOf('{"type":"summary"')
  return start < 0 ? undefined : JSON.parse(text.slice(start).split('\n', 1)[0])
}

const lastLines = (file) => tail(file).split('\n').slice(-12).join('\n').slice(-1500)

function tail(file) {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const bytes = Buffer.alloc(Math.min(size, 262_144))
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length)
    return bytes.toString('utf8')
  } finally {
    closeSync(descriptor)
  }
}

export const version = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version
