/** medlint on Node: the core with a parser, word lists and the date brought along. */
import { loadParser } from './cli/parse.ts'
import './cli/register-host.ts'
import { nodeResources } from './cli/resources.ts'
import { createPost as createPostWith, type PostOptions } from './post/post.ts'
import type { Parse, Post } from './post/types.ts'

export { today } from './cli/today.ts'
export * from './core.ts'

/** Markdown or MDX to mdast: satteri, or micromark where it has no binary. */
export const parse: Parse = await loadParser()

/** A post with Node's parser and word lists; everything can be given instead. */
export function createPost(text: string, options: Partial<PostOptions> = {}): Post {
  return createPostWith(text, { parse, resources: nodeResources, ...options })
}
