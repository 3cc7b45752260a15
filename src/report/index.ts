/** The output formats by name; each is loaded only when it is asked for. */
import type { Reporter, ReportOptions } from './types.ts'

export const FORMATS = ['stylish', 'json', 'jsonl', 'github', 'html'] as const
export type Format = (typeof FORMATS)[number]

const LOADERS: Record<Format, () => Promise<(options: ReportOptions) => Reporter>> = {
  stylish: async () => (await import('./stylish.ts')).createStylish,
  json: async () => (await import('./json.ts')).createJson,
  jsonl: async () => (await import('./jsonl.ts')).createJsonLines,
  github: async () => (await import('./github.ts')).createGithub,
  html: async () => {
    const { createHtml } = await import('./html.ts')
    return () => createHtml()
  },
}

export async function createReporter(format: Format, options: ReportOptions): Promise<Reporter> {
  const create = await LOADERS[format]()
  return create(options)
}
