/**
 * The facts about one post. Every `start`/`end` is a UTF-16 offset into the source (a BOM counts), end exclusive,
 * unless the name says `text`: then it is an offset into a block's text view.
 */
import type { Root } from 'mdast'
import type { Passage } from './claims/absolutes.ts'
import type { Study } from './claims/index.ts'
import type { Evidence } from './claims/support.ts'
import type { DataSets } from './disclosure/data-sets.ts'
import type { Statement } from './disclosure/statements.ts'
import type { Form } from './forms.ts'
import type { TextRange } from './readability/quotations.ts'
import type { WordFacts } from './readability/word-facts.ts'
import type { ParsedEntry } from './references/parse-entry.ts'

export interface Range {
  start: number
  end: number
}

/** Markdown (or MDX) to mdast with positions. The host brings one; the core imports none. */
export type Parse = (text: string, options: { mdx: boolean }) => Root

/** Large text resources by name (`words`, `frequency`, ...), loaded by the host; `undefined` when it has none. */
export type Resources = (name: string) => string | undefined

/** What the host knows beyond this one text. Everything is optional: a rule says nothing rather than guess. */
export interface Project {
  /** Host names of the publisher: `clinic.example` covers its subdomains. */
  ownDomains?: readonly string[] | undefined
  /** Fields a content-management schema asks for, by the folder or template they belong to. */
  cmsSchema?: CmsSchema | undefined
  /** What a page with these facts shares with others of this run. Absent in editors and the browser, which see one page. */
  crossFile?: ((path: string, facts: FileFacts) => CrossFile) | undefined
  /** True when the file exists; path relative to the project root, with `/`. Absent in the browser. */
  fileExists?: (path: string) => boolean
  /**
   * Real path of a file or folder relative to the project root: as asked for when there is one, else one that differs in case;
   * '' for the root itself. Absent in the browser.
   */
  findFile?: ((path: string) => string | undefined) | undefined
  /** What `#…` can lead to on another page of the site; `undefined` when it cannot be read. */
  anchorsAt?: ((path: string) => Anchors | undefined) | undefined
  /** The pages of the site, gathered when first asked for; absent where no site generator is known. */
  routes?: (() => SiteRoutes) | undefined
  /** Names and ids of people who have a profile (the file that `frontmatter-author` names in `profiles`). */
  people?: readonly string[] | undefined
  /** Last change of a file in version control as `YYYY-MM-DD`, for `frontmatter-currency` with `useGitDates`. */
  lastChanged?: ((path: string) => string | undefined) | undefined
  /** Identifier aliases (lower case): `pmc7037429` -> `10.3390/...`. */
  idMap?: Readonly<Record<string, string>> | undefined
  /** Dated sets of the site, in place of the shipped ones. */
  dataSets?: DataSets | undefined
  /** Retractions and expressions of concern by identifier (lower case): DOI, PMID as digits, `pmc123`. */
  retractions?: Readonly<Record<string, RetractionNotice>> | undefined
}

/** What pages are compared by: small, plain data for each file. The cache keeps it. */
export interface FileFacts {
  /** Frontmatter values by field, as they are compared. */
  values: Record<string, string>
  /** Hashes of the sentences of the page, each once; only where other pages are compared for them. */
  sentences?: number[]
}

/** What one page has and others as well. Paths are in order, its own is among them. */
export interface CrossFile {
  /** Field -> value -> pages. */
  values: Record<string, Readonly<Record<string, readonly string[]>>>
  /** Hash of a sentence -> pages. */
  sentences: Record<string, readonly string[]>
}

export interface Anchors {
  /** Letters and digits of headings and ids -> id to link to. */
  ids: Readonly<Record<string, string>>
  /** False when a template or component may add more. */
  whole: boolean
}

export interface SiteRoutes {
  /** Names of pages and folders, in lower case. */
  names: ReadonlySet<string>
  /** Every end of the path of a page. */
  routes: ReadonlySet<string>
  /** Folder of addresses -> last parts of the addresses in it. */
  children: ReadonlyMap<string, readonly string[]>
  /** Parts of the site whose pages are all known. */
  known: ReadonlySet<string>
  /** Kept by `routeAnswer`: one address is linked from many pages. */
  answered: Map<string, RouteAnswer>
}

export interface RetractionNotice {
  status: 'retracted' | 'concern'
  /** Day of the notice, `YYYY-MM-DD`. */
  date?: string
  /** DOI of the notice. */
  notice?: string
  /** Day of the data set or of the look-up, `YYYY-MM-DD`. */
  asOf?: string
}

/** `true`: a page answers, or nothing can be said. */
export type RouteAnswer = true | { meant: string | undefined }

export interface CmsSchema {
  /** Where the schema was read from, for messages. */
  source: string
  collections: CmsCollection[]
}

export interface CmsCollection {
  name: string
  /** Folder of the collection or the exact files it lists, relative to the project root, with `/`. */
  folder?: string
  files?: string[]
  /** Only posts with this value belong to it. */
  filter?: { field: string; value: unknown }
  fields: CmsField[]
}

export interface CmsField {
  name: string
  widget: string
  required: boolean
  /** Hidden fields with a default, such as `templateKey: blog-post`. */
  default?: unknown
  options?: string[]
  fields?: CmsField[]
}

export type Zone = 'paragraph' | 'list-item' | 'table-cell' | 'heading' | 'block-quote' | 'footnote' | 'caption' | 'reference'

/** A typed span of a block's text view. */
export interface Token {
  type: 'citation' | 'link' | 'code' | 'url' | 'html' | 'math' | 'shortcode'
  textStart: number
  textEnd: number
}

/** A run of inline content an author edits as one: a paragraph, heading, table cell, image text ... */
export interface Block extends Range {
  index: number
  zone: Zone
  /** Text view: markup dropped, entities and escapes decoded, soft line breaks as one space, hard ones as `\n`. */
  text: string
  /** `text` with citations as `CITATION_MARK` and code, URLs, markup as `OPAQUE_MARK`; same length. */
  masked: string
  tokens: Token[]
  /** Nearest heading above, if any. */
  section: Section | undefined
  list: { id: number; item: number; ordered: boolean; depth: number; first: boolean } | undefined
  table: { id: number; row: number; column: number; header: string } | undefined
  quoteDepth: number
  /** Inline links and footnote marks inside the block, in order. */
  links: Link[]
  /** Whole range covered by bold or italic, for run-in headings. */
  emphasis: { textStart: number; textEnd: number; strong: boolean }[]
  /** Text ranges inside `<sup>`. */
  raised: { textStart: number; textEnd: number }[]
  /** Heading depth from 1 to 6; 0 for other zones. */
  depth: number
  /** Kept by `quotationsOf`, beside the block: a WeakMap of blocks keeps whole posts alive until the old space is collected. */
  quoted: TextRange[] | undefined
  /** Source offset of a text offset. */
  sourceOf(textOffset: number): number
  /** Source range of a text range: exactly the source that produced it, without markup around it. */
  rangeOf(textStart: number, textEnd: number): Range
}

/** Stands for one character of a citation marker in `Block.masked`. Transparent for sentence splitting. */
export const CITATION_MARK = '\uE000'
/** Stands for one character of code, a URL or inline markup in `Block.masked`. Word-like. */
export const OPAQUE_MARK = '\uE001'

export interface Section extends Range {
  index: number
  depth: number
  title: string
  heading: Block
  parent: Section | undefined
  kind: 'body' | 'references' | 'further-reading'
}

export interface Sentence extends Range {
  index: number
  block: Block
  textStart: number
  textEnd: number
  /** Text view of the sentence. */
  text: string
  zone: Zone
  words: Word[]
  /** Kept by `wordFacts` (readability), beside the sentence: a WeakMap of all sentences cost a tenth of a run in garbage collection. */
  measured: { frequency: string | undefined; facts: readonly WordFacts[] } | undefined
}

/** A word of the text view; never part of a citation, code or URL. */
export interface Word {
  textStart: number
  textEnd: number
  text: string
  form: Form
}

export type LinkKind = 'scholarly' | 'authority' | 'own-site' | 'gloss' | 'vendor' | 'anchor' | 'contact' | 'media' | 'other'

export interface Link extends Range {
  block: Block | undefined
  kind: LinkKind
  /** Destination as written; a reference-style link is resolved. */
  url: string
  /** Range of the destination in the source, when it stands there. */
  urlRange: Range | undefined
  host: string
  textStart: number
  textEnd: number
  text: string
  image: boolean
  ids: Ids
}

/** An image of the body: Markdown, an element of HTML, or a component of MDX. */
export interface Image extends Range {
  form: 'markdown' | 'element'
  /** Address as written; '' when an expression or nothing gives it. */
  url: string
  urlRange: Range | undefined
  /** '' when there is none; `undefined` when it cannot be known. */
  alt: string | undefined
  /** Range of an alternative text that is not blank. */
  altRange: Range | undefined
  /** Said to need no text here: `alt=""`, `role="presentation"`, `aria-hidden`, a text in attributes behind it (`{fig-alt="…"}`). */
  decorative: boolean
}

export interface Ids {
  doi?: string
  pmid?: string
  pmcid?: string
  nct?: string
  isbn?: string
  url?: string
  key?: string
}

export type CitationKind = 'numeric' | 'superscript' | 'footnote' | 'key' | 'author-year' | 'link' | 'identifier'

export interface Citation extends Range {
  kind: CitationKind
  block: Block
  textStart: number
  textEnd: number
  ids: Ids
  /** Numbers of a numeric marker (`[2-4]` gives 2, 3, 4), label of a footnote or key, `{author, year}` of author-year. */
  numbers: number[]
  label: string | undefined
  author: string | undefined
  year: string | undefined
  /** The link behind it, for kinds `link` and `identifier`. */
  link: Link | undefined
  /** Indexes of the entries it resolves to; empty when nothing answers. */
  references: number[]
}

export interface ReferenceField {
  start: number
  end: number
}

/** A name as CSL-JSON has it; initials as the entry writes them. */
export type CslName = { family: string; given?: string; 'dropping-particle'?: string; suffix?: string } | { literal: string }

/** CSL-JSON, the part medlint fills. */
export interface CslItem {
  type: 'article-journal' | 'article' | 'book' | 'chapter' | 'webpage' | 'report' | 'dataset' | 'document'
  author?: CslName[]
  title?: string
  'container-title'?: string
  issued?: { 'date-parts': number[][] }
  accessed?: { 'date-parts': number[][] }
  volume?: string
  issue?: string
  page?: string
  number?: string
  publisher?: string
  'publisher-place'?: string
  edition?: string
  DOI?: string
  PMID?: string
  PMCID?: string
  ISBN?: string
  URL?: string
}

export interface ReferenceEntry extends Range {
  index: number
  /** Printed number of an ordered list or `[n]` prefix; `undefined` when unnumbered. */
  number: number | undefined
  /** Footnote label, when the entry is a footnote definition. */
  label: string | undefined
  /** Text view of the entry and its way back to the source. */
  text: string
  /** Where `text` starts in the text view that the links count from. */
  textStart: number
  sourceOf(textOffset: number): number
  rangeOf(textStart: number, textEnd: number): Range
  /** What the grammar read, with text ranges. */
  parsed: ParsedEntry
  csl: CslItem
  fields: Record<string, ReferenceField>
  /** The same fields as offsets into `text`. */
  textFields: Record<string, TextRange>
  /** 0 to 1: how sure the parse is. */
  confidence: number
  style: 'apa' | 'ama' | 'nlm' | 'nature' | 'web' | 'unknown'
  /** Where parsing stopped and what was expected there. */
  stoppedAt: { offset: number; expected: string } | undefined
  ids: Ids
  /** Every identifier as it stands in the entry. */
  identifiers: IdentifierMention[]
  /** Under "Further reading" and the like: need not be cited. */
  optional: boolean
  links: Link[]
}

export interface IdentifierMention extends Range {
  kind: 'doi' | 'pmid' | 'pmcid' | 'nct' | 'isbn' | 'issn' | 'arxiv' | 'url'
  /** As written. */
  raw: string
  /** Canonical value: lower-case DOI, digits, `PMC123`; `undefined` when malformed. */
  value: string | undefined
  linked: boolean
}

export interface References extends Range {
  heading: Block | undefined
  container: 'ordered' | 'unordered' | 'paragraphs' | 'footnotes' | 'html' | 'frontmatter' | 'none'
  style: 'apa' | 'ama' | 'nlm' | 'nature' | 'mixed' | 'unknown'
  entries: ReferenceEntry[]
  /** All headings whose section holds references, also empty ones. */
  headings: Block[]
  /** Frontmatter keys `bibliography`, `references`, `sources` that name or hold a list. */
  external: boolean
}

export type ClaimKind =
  | 'anecdote'
  | 'provider'
  | 'alternative'
  | 'safety'
  | 'efficacy'
  | 'mechanism'
  | 'cause'
  | 'statistic'
  | 'use'
  | 'evidence'

export type Strength = 'absolute' | 'asserted' | 'capability' | 'hedged'

export type Support =
  | '1:same'
  | '1:next'
  | '1:prev'
  | '1:thread'
  | '1:leadin'
  | '1:row'
  | '1:items'
  | '1:quote'
  | '1:block'
  | '0:self'
  | '0:gloss'
  | '0:vendor'
  | '0:dangling'
  | '0:none'

export interface Cue extends Range {
  family: string
  text: string
}

export interface Claim extends Range {
  sentence: Sentence
  kind: ClaimKind
  strength: Strength
  /** 0 to 1. */
  confidence: number
  level: 'high' | 'medium' | 'low'
  /** In order of weight, the strongest first. */
  cues: Cue[]
  support: Support
  /** The citation or link that decided `support`, if any. */
  supportedBy: Range | undefined
  /** A marker that closes the section: support (`1:block`) on monographs and for clinicians only. */
  closedBy: Range | undefined
  /** A list fragment or table cell: never reported itself. */
  fragment: boolean
  /** The lead-in sentence of a fragment. */
  leadIn: Sentence | undefined
}

/** An appeal to evidence: "research shows", "it is well known", "clinically proven". */
export interface Gesture extends Range {
  sentence: Sentence
  text: string
  /** "No study has shown": nothing that asks for a source. */
  negative: boolean
  support: Support
  supportedBy: Range | undefined
}

export type FigureKind = 'share' | 'ratio' | 'word' | 'multiple' | 'count' | 'money' | 'rank'

/** A number or rank about health in people: "40 % of women", "one in five", "the leading cause". */
export interface Figure extends Range {
  kind: FigureKind
  sentence: Sentence
  textStart: number
  textEnd: number
  text: string
  support: Support
  supportedBy: Range | undefined
  closedBy: Range | undefined
}

export interface Abbreviation {
  /** Singular, as first written: `NSAID` for `NSAIDs`. */
  short: string
  /** Expansion of its first definition in this post; `undefined` when it has none, or only a gloss in other words. */
  long: string | undefined
  /** Ranges of the abbreviation inside its definitions, in order. */
  definitions: AbbreviationMention[]
  /** All uses outside definitions, in order. */
  uses: AbbreviationMention[]
}

export interface AbbreviationMention extends Range {
  block: Block
  textStart: number
  textEnd: number
  /** Of a definition: the long form as written, and from where to where in the text view the whole definition goes. */
  long?: string
  definition?: { textStart: number; textEnd: number; form: 'long (short)' | 'short (long)' | 'other' }
}

export interface ReadabilityCounts {
  sentences: number
  words: number
  syllables: number
  letters: number
  polysyllables: number
  /** Words outside the easy-word list. */
  difficultWords: number
}

export interface Readability extends ReadabilityCounts {
  /** US school grades; `undefined` when there are too few sentences for the formula. */
  grade: {
    fleschKincaid: number | undefined
    smog: number | undefined
    colemanLiau: number | undefined
    automated: number | undefined
    gunningFog: number | undefined
  }
  /** Predicted difficulty from 1 to 6, word-weighted mean over the sentences; `undefined` without the frequency list. */
  difficulty: number | undefined
}

export type FrontmatterFormat = 'yaml' | 'toml' | 'json' | 'none'

/** One key of the frontmatter with its place. `path` is dotted: `author.name`, `tags.0`. */
export interface FrontmatterEntry {
  path: string
  key: Range
  value: Range
  data: unknown
}

export interface FrontmatterProblem extends Range {
  message: string
  /** Broken input (true) or something to mend, such as a duplicate key. */
  fatal: boolean
  duplicateOf?: Range
}

export interface Frontmatter extends Range {
  format: FrontmatterFormat
  /** Parsed data; dates stay strings as written. Empty object when there is none or it is broken. */
  data: Record<string, unknown>
  /** The opening fence, or the first line of the body when there is no frontmatter. */
  opening: Range
  /** Inside of the fences. */
  body: Range
  entries: Map<string, FrontmatterEntry>
  problems: FrontmatterProblem[]
  /** YAML comments with their text (`# medlint disable id -- reason`). */
  comments: (Range & { text: string })[]
}

/** A comment in the body that may steer medlint, in source order. */
export interface BodyComment extends Range {
  text: string
  /** Start and end of the next block after it (for `ignore`), or of the rest of an inline parent. */
  next: Range | undefined
}

export interface Post {
  text: string
  path: string | undefined
  mdx: boolean
  project: Project
  resources: Resources
  tree: Root
  frontmatter: Frontmatter
  blocks: Block[]
  /** Blocks of the prose zones outside reference lists: paragraph, list item, table cell, block quote, footnote. */
  prose: Block[]
  sections: Section[]
  sentences: Sentence[]
  links: Link[]
  images: Image[]
  citations: Citation[]
  references: References
  /** Every sentence read for claims, and what supports the sentences: what the facts below share. */
  study: Study
  evidence: Evidence
  /** Sentences, headings, captions and frontmatter values as words, for rules of wording. */
  passages: Passage[]
  /** What the page says of itself: disclaimers, who pays, approvals. */
  statements: Statement[]
  claims: Claim[]
  gestures: Gesture[]
  figures: Figure[]
  abbreviations: Abbreviation[]
  readability: Readability
  comments: BodyComment[]
  /** `en`, another code from frontmatter or host, or `und` when the words decide neither way. */
  language: string
  /** Title for messages about the whole post: the frontmatter value, else the first heading, else the first line. */
  titleRange: Range
  title: string
}
