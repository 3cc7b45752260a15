/** What rules ask of the site around a post (does this file exist?), noted with the answers, so that a kept result can be held to them. */
import type { Project } from '../post/types.ts'

type Question = [name: string, words: unknown[], answer: unknown]

export interface Asking {
  adapt(project: Project): Project
  /** The result of `action`, and as JSON what was asked meanwhile. */
  noted<Result>(action: () => Result): { result: Result; asked: string }
  /** True when everything that was asked has the same answer now. */
  stillHolds(asked: string, project: Project): boolean
}

export function createAsking(): Asking {
  const adapted = new WeakMap<Project, Project>()
  let current: Map<string, Question> | undefined

  function noting(name: string, ask: (...words: unknown[]) => unknown) {
    return (...words: unknown[]) => {
      const answer = ask(...words)
      const question: Question = [name, words, answer ?? null]
      current?.set(JSON.stringify([name, words]), question)
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
        return typeof ask === 'function' && JSON.stringify(ask(...words) ?? null) === JSON.stringify(answer)
      })
    },
  }
}
