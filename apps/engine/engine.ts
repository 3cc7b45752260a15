/** The analysis for hosts in a browser: no Node, no DOM, and word lists that arrive while it works. */
import { createPost, fullRuleSet, inspect, lint, parsePortable, presets, resolve, rules, scorePost } from '../../src/core.ts'
import type { Analysis, AnalysisRequest } from './types.ts'

/** Gives the text of a word list; rejects when there is none. */
export type LoadList = (name: string) => Promise<string>

export interface Engine {
  /** Rejects with what `loadList` rejects with, or when the configuration cannot be used. */
  analyse(request: AnalysisRequest): Promise<Analysis>
  /** Begins to load lists that nearly every text needs. */
  prepare(names: readonly string[]): void
}

/**
 * Rules ask for lists in the middle of their work and cannot wait. So a rule that asks for a list not yet here fails, the lists asked for are
 * loaded together, and the analysis starts again.
 */
export function createEngine(loadList: LoadList): Engine {
  const lists = new Map<string, string>()
  const loading = new Map<string, Promise<void>>()
  const missing = new Set<string>()

  const resources = (name: string): string => {
    const known = lists.get(name)
    if (known !== undefined) return known
    missing.add(name)
    throw new Error(`The word list "${name}" is not loaded yet.`)
  }

  /** One request for a list however many analyses wait for it; a failed one is tried again by the next analysis. */
  function load(name: string): Promise<void> {
    let pending = loading.get(name)
    if (!pending) {
      pending = loadList(name)
        .then((text) => void lists.set(name, text))
        .finally(() => loading.delete(name))
      loading.set(name, pending)
    }
    return pending
  }

  function attempt({ text, path, preset, options, now }: AnalysisRequest): Analysis {
    const config = resolve({ ...options, extends: preset }, path ?? 'post.md', { presets, rules, now })
    const project = { ownDomains: options?.ownDomains }
    const post = createPost(text, { parse: parsePortable, path, project, resources, lang: config.lang })
    const { messages } = lint(post, config)
    const { claims, readability } = inspect(post, ['claims', 'readability']) as unknown as Pick<
      Analysis,
      'claims' | 'readability'
    >
    return { messages, claims, readability, score: scorePost(post, fullRuleSet(config, rules)) }
  }

  return {
    prepare(names) {
      // What fails here is told to the analysis that needs it.
      for (const name of names) load(name).catch(() => {})
    },
    async analyse(request) {
      await Promise.allSettled(loading.values())
      while (true) {
        missing.clear()
        try {
          const analysis = attempt(request)
          if (missing.size === 0) return analysis
        } catch (error) {
          if (missing.size === 0) throw error
        }
        await Promise.all([...missing].map(load))
      }
    },
  }
}
