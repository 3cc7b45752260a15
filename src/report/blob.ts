/**
 * `blob`: everything a later `medlint merge` needs to print any report, with the texts. A line says what it is, then each file has one, and
 * the last is about the run: without it the blob is not whole. Read by the same version of medlint alone.
 */
import { once } from './pieces.ts'
import { type PostView, viewOf } from './post-view.ts'
import type { FileReport, FileRun, Reporter, RunSummary } from './types.ts'

export const BLOB_HEAD = '{"medlint":"blob","format":2}'

export interface BlobFile extends FileRun, Pick<FileReport, 'path' | 'messages' | 'suppressed' | 'output'> {
  view: PostView | null
}

export interface BlobEnd extends Pick<RunSummary, 'version' | 'now' | 'files' | 'skipped' | 'broken' | 'rules' | 'shard'> {
  end: true
}

const NOTHING: FileRun = { fixed: 0, silent: [], broken: false }

export function createBlob(): Reporter {
  const head = once(`${BLOB_HEAD}\n`)
  return {
    complete: true,
    view: viewOf,
    file({ path, messages, suppressed, output, view = null, run = NOTHING }) {
      const file: BlobFile = { path, messages, suppressed, ...(output === undefined ? {} : { output }), ...run, view }
      return `${head()}${JSON.stringify(file)}\n`
    },
    end({ version, now, files, skipped, broken, rules, shard }) {
      const end: BlobEnd = { end: true, version, now, shard, files, skipped, broken, rules }
      return `${head()}${JSON.stringify(end)}\n`
    },
  }
}
