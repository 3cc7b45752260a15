/** What the parts of the extension say to each other. */

import type { Message } from '../../src/lint/types.ts'
import type { Analysis } from '../engine/types.ts'

/** Content script to worker. */
export interface AnalyseRequest {
  type: 'analyse'
  text: string
}

export type AnalyseReply = (Analysis & { milliseconds: number }) | { error: string }

/** A finding as a person sees it. */
export interface Shown {
  /** Tells it from every other finding of the text. */
  key: string
  message: Message
  /** Fix first, then suggestions. */
  remedies: Remedy[]
  /** The words on the page that it is about. */
  excerpt: string
  /** False for what concerns the page as a whole or is made up for the Markdown. */
  hasPlace: boolean
}

export interface Remedy {
  title: string
  edits: { start: number; end: number; text: string }[]
  /** False: it can only be copied. */
  canApply: boolean
}

/** Content script to panel. */
export interface Report {
  /** Of the content script that sent it: a tab has one for each frame. */
  frame: string
  state: 'empty' | 'checking' | 'ready' | 'failed'
  /** Name of the editor's kind. */
  editor: string
  findings: Shown[]
  claims: { cited: number; all: number }
  grade: number | null
  words: number
  score: Analysis['score'] | undefined
  /** The text brings author, dates and the like with it. */
  hasFrontmatter: boolean
  milliseconds: number
  /** What a person should know: only a part was checked, the engine failed. */
  notice: string | undefined
}

/** Panel to content script; an order for a finding that the text no longer has is ignored. */
export type PanelOrder =
  | { type: 'show'; frame: string; key: string }
  | { type: 'apply'; frame: string; key: string; title: string }
  | { type: 'stop' }

export const PANEL_PORT = 'panel'
/** Type of the message of a content script that begins its work. */
export const STARTED = 'started'
