import type { Citation, Post } from './types.ts'

export function findCitations(_post: Post): Citation[] {
  return []
}
