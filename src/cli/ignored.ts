/** Which files are left out: built-in patterns, `.medlintignore` and the command line, in the syntax of .gitignore. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ignore from 'ignore'
import { UsageError } from './usage-error.ts'

/** What never holds posts: dependencies, hidden folders, and what site generators build. */
const DEFAULTS = ['node_modules/', '.*', '/_site/', '/build/', '/coverage/', '/dist/', '/out/', '/public/', '/vendor/']
/** The same where no pattern reaches: outside the folder of the ignore file. */
const HIDDEN = /[\\/](?:node_modules|\.[^\\/]+)$/
const IGNORE_FILE = '.medlintignore'

export interface IgnoreOptions {
  ignore: boolean
  ignorePath: string | undefined
  ignorePatterns: readonly string[]
}

/** True for a file or folder (absolute path) that is not to be linted. */
export type IsIgnored = (absolute: string, isFolder: boolean) => boolean

export function createIgnored(workingFolder: string, options: IgnoreOptions): IsIgnored {
  if (!options.ignore) return () => false
  const file =
    options.ignorePath === undefined ? nearestIgnoreFile(workingFolder) : path.resolve(workingFolder, options.ignorePath)
  if (options.ignorePath !== undefined && !existsSync(file!)) {
    throw new UsageError(`Correct --ignore-path: there is no file "${options.ignorePath}".`)
  }
  const root = file === undefined || options.ignorePath !== undefined ? workingFolder : path.dirname(file)
  const fromFile = file === undefined ? '' : readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const patterns = ignore({ allowRelativePaths: false }).add(DEFAULTS).add(fromFile)
  const here = ignore().add([...options.ignorePatterns])
  return (absolute, isFolder) => {
    const inRoot = relativeTo(root, absolute, isFolder)
    if (inRoot === undefined && absolute !== root && HIDDEN.test(absolute)) return true
    const inWorkingFolder = options.ignorePatterns.length > 0 ? relativeTo(workingFolder, absolute, isFolder) : undefined
    return (inRoot !== undefined && patterns.ignores(inRoot)) || (inWorkingFolder !== undefined && here.ignores(inWorkingFolder))
  }
}

function nearestIgnoreFile(folder: string): string | undefined {
  const file = path.join(folder, IGNORE_FILE)
  if (existsSync(file)) return file
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearestIgnoreFile(parent)
}

/** A path as `ignore` wants it, or undefined outside the folder, where no pattern of it can hold. */
function relativeTo(folder: string, absolute: string, isFolder: boolean): string | undefined {
  const relative = path.relative(folder, absolute).split(path.sep).join('/')
  if (relative === '' || relative.startsWith('../') || relative === '..' || path.isAbsolute(relative)) return undefined
  return isFolder ? `${relative}/` : relative
}
