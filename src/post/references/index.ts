import type { Post, References } from '../types.ts'

export function findReferences(_post: Post): References {
  return { start: 0, end: 0, heading: undefined, container: 'none', style: 'unknown', entries: [], headings: [], external: false }
}
