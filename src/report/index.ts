/** The output formats by name; each is loaded only when it is asked for. */
import type { Reporter, ReportOptions } from './types.ts'

export const FORMATS = [
  'stylish',
  'json',
  'jsonl',
  'github',
  'sarif',
  'junit',
  'checkstyle',
  'gitlab',
  'rdjson',
  'summary',
  'html',
  'blob',
] as const
export type Format = (typeof FORMATS)[number]

const LOADERS: Record<Format, () => Promise<(options: ReportOptions) => Reporter>> = {
  stylish: async () => (await import('./stylish.ts')).createStylish,
  json: async () => (await import('./json.ts')).createJson,
  jsonl: async () => (await import('./jsonl.ts')).createJsonLines,
  github: async () => (await import('./github.ts')).createGithub,
  sarif: async () => (await import('./sarif.ts')).createSarif,
  junit: async () => (await import('./junit.ts')).createJunit,
  checkstyle: async () => (await import('./checkstyle.ts')).createCheckstyle,
  gitlab: async () => (await import('./gitlab.ts')).createGitlab,
  rdjson: async () => (await import('./rdjson.ts')).createRdjson,
  summary: async () => (await import('./markdown.ts')).createMarkdown,
  html: async () => {
    const { createHtml } = await import('./html.ts')
    return () => createHtml()
  },
  blob: async () => (await import('./blob.ts')).createBlob,
}

export async function createReporter(format: Format, options: ReportOptions): Promise<Reporter> {
  const create = await LOADERS[format]()
  return create(options)
}
