/** What rules ask of the site around a post (does this file exist?), noted with the answers, so that a kept result can be held to them. */
import { createHash } from 'node:crypto'
import type { FileFacts, Project } from '../post/types.ts'

type Question = [name: string, words: unknown[], answer: string]

export interface Asking {
  adapt(project: Project): Project
  /** The result of `action`, and as JSON what was asked meanwhile. */
  noted<Result>(action: () => Result): { result: Result; asked: string }
  /** True when everything that was asked has the same answer now. */
  stillHolds(asked: string, project: Project): boolean
}

/** Longer answers, such as all addresses of a site, are kept as a hash. */
const LONGEST_ANSWER = 100
/** Each object is printed once, when it is first given: what it gathers for itself later is no part of the answer. */
const prints = new WeakMap<object, string>()

function printOf(answer: unknown): string {
  const known = typeof answer === 'object' && answer !== null ? prints.get(answer) : undefined
  if (known !== undefined) return known
  const json = JSON.stringify(answer ?? null, (_, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value,
  )
  const print = json.length > LONGEST_ANSWER ? createHash('sha256').update(json).digest('base64') : json
  if (typeof answer === 'object' && answer !== null) prints.set(answer, print)
  return print
}

/** What a page was compared by when these questions were asked. */
export function factsAsked(asked: string): FileFacts | undefined {
  const facts = (JSON.parse(asked) as Question[]).flatMap(([name, words]) =>
    name === 'crossFile' ? [words[1] as FileFacts] : [],
  )
  if (facts.length === 0) return undefined
  return {
    values: Object.assign({}, ...facts.map(({ values }) => values)),
    sentences: facts.flatMap(({ sentences = [] }) => sentences),
  }
}

export function createAsking(): Asking {
  const adapted = new WeakMap<Project, Project>()
  let current: Map<string, Question> | undefined

  function noting(name: string, ask: (...words: unknown[]) => unknown) {
    return (...words: unknown[]) => {
      const answer = ask(...words)
      current?.set(JSON.stringify([name, words]), [name, words, printOf(answer)])
      return answer
    }
  }

  return {
    adapt(project) {
      const known = adapted.get(project)
      if (known) return known
      const entries = Object.entries(project).map(([name, value]) => [
        name,
        typeof value === 'function' ? noting(name, value as (...words: unknown[]) => unknown) : value,
      ])
      const copy = Object.fromEntries(entries) as Project
      adapted.set(project, copy)
      return copy
    },
    noted(action) {
      current = new Map()
      try {
        const result = action()
        return { result, asked: JSON.stringify([...current.values()]) }
      } finally {
        current = undefined
      }
    },
    stillHolds(asked, project) {
      if (asked === '[]') return true
      const questions = JSON.parse(asked) as Question[]
      return questions.every(([name, words, answer]) => {
        const ask = project[name as keyof Project] as ((...words: unknown[]) => unknown) | undefined
        return typeof ask === 'function' && printOf(ask(...words)) === answer
      })
    },
  }
}
