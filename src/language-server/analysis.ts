/** What the server knows about one open document: its post and the result of linting it, made once per version. */
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Checked, Place } from '../cli/post-linter.ts'
import type { Post } from '../post/types.ts'

export interface Analysis {
  document: TextDocument
  version: number
  post: Post
  result: Checked
  place: Place
}
