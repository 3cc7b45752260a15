/** Accuracy of the claim rules on labelled posts and sentences: should it be flagged, is it a claim, of which kind, supported or not. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { createPost } from '../../src/post/post.ts'
import type { Claim, Strength } from '../../src/post/types.ts'
import { type GoldPost, readGold } from '../claims/gold.ts'
import { interval, type Judged, judge, ratio, scoreOf, withWeights } from '../claims/measure.ts'
import { fitClaims, labelledUnits, trainingPosts } from '../claims/train.ts'
import { ROOT, SHARED } from './read-corpus.ts'
import { percent, row } from './table.ts'

export const title = 'Claims'

const parse = await loadParser()
const SETS = ['gold', 'gold-extra'] as const
const readAll = () => SETS.flatMap((set) => readGold(SHARED, set))

export function evaluate(): string {
  const posts = readAll()
  const heldOut = heldOutPosts()
  return [
    `${posts.length} posts of ${new Set(posts.map(({ site }) => site)).size} repositories, labelled sentence by sentence (own labels). Borderline rows are neutral. The weights of the scorer were fitted on these`,
    'posts; "left out" is measured with weights fitted without the repository of the post. In brackets: 95 % bootstrap interval over posts.',
    '',
    '"Should be flagged", all rules of the support group together, every severity, `maxPerUncitedPost: 0`:',
    '',
    row(['preset', 'weights', 'precision', 'recall', 'F1', 'macro F1 over posts with flags']),
    '|---|---|---|---|---|---|',
    ...['recommended', 'strict'].flatMap((preset) => [
      flaggedRow(
        preset,
        'shipped',
        posts.map((post) => judge(post, preset)),
      ),
      flaggedRow(preset, 'left out', heldOut(preset)),
    ]),
    '',
    ...ruleLines(),
    '',
    ...postLines(posts),
    '',
    '"Is a claim", confidence as `medlint inspect` gives it:',
    '',
    row(['confidence', 'precision', 'recall', 'F1', 'precision left out', 'recall left out', 'F1 left out']),
    '|---|---|---|---|---|---|---|',
    ...claimRows(posts),
    '',
    ...kindLines(posts),
    '',
    ...supportLines(posts),
    '',
    ...sentenceLines(),
  ].join('\n')
}

function flaggedRow(preset: string, weights: string, counts: readonly Judged[]): string {
  const { precision, recall, f1 } = scoreOf(counts)
  const bounds = (of: 'precision' | 'recall') =>
    interval(counts, of)
      .map((value) => percent(value))
      .join('–')
  const flagged = counts.filter(({ right, missed }) => right + missed > 0)
  const macro = flagged.reduce((sum, each) => sum + scoreOf([each]).f1, 0) / flagged.length
  return row([
    preset,
    weights,
    `${percent(precision)} (${bounds('precision')})`,
    `${percent(recall)} (${bounds('recall')})`,
    percent(f1),
    percent(macro),
  ])
}

/** How many of the rows each rule reports should be flagged, with all rules of the group on (`strict`). */
function hitsByRule(): Map<string, { right: number; all: number }> {
  const hits = new Map<string, { right: number; all: number }>()
  for (const post of readAll()) {
    judge(post, 'strict', (rule, { shouldFlag }) => {
      const counts = hits.get(rule) ?? { right: 0, all: 0 }
      hits.set(rule, { right: counts.right + (shouldFlag ? 1 : 0), all: counts.all + 1 })
    })
  }
  return hits
}

function ruleLines(): string[] {
  return [
    'By rule, `strict`: rows reported, and how many of them should be.',
    '',
    row(['rule', 'rows', 'precision']),
    '|---|---|---|',
    ...[...hitsByRule()].sort().map(([rule, { right, all }]) => row([`\`${rule}\``, all, percent(ratio(right, all))])),
  ]
}

/** Rules with fewer reports say nothing about their precision. */
const FEWEST = 8

/** Measured precision for the page of each rule of the group. */
export function pages(): Map<string, string> {
  const lines = [...hitsByRule()].flatMap(([rule, { right, all }]): [string, string][] =>
    all < FEWEST
      ? []
      : [
          [
            rule,
            `Of ${all} sentences it reports in the labelled posts with the preset \`strict\`, ${percent(ratio(right, all))} % should be reported.`,
          ],
        ],
  )
  return new Map(lines)
}

function postLines(posts: readonly GoldPost[]): string[] {
  const shown = posts.map((post) => judge(post, 'recommended')).filter(({ right, wrong, missed }) => right + wrong + missed > 0)
  return [
    'By post, `recommended`, as in the first row:',
    '',
    row(['post', 'right', 'wrong', 'missed', 'precision', 'recall']),
    '|---|---|---|---|---|---|',
    ...shown.map((counts) => {
      const { precision, recall } = scoreOf([counts])
      return row([counts.name.slice(-60), counts.right, counts.wrong, counts.missed, percent(precision), percent(recall)])
    }),
  ]
}

/** Judges every post with weights fitted without its repository. */
function heldOutPosts(): (preset: string) => Judged[] {
  const labelled = labelledUnits(trainingPosts(SHARED, ROOT))
  const sites = [...new Set(labelled.map(({ gold }) => gold.site))]
  const weights = new Map(sites.map((site) => [site, fitClaims(labelled.filter(({ gold }) => gold.site !== site))]))
  return (preset) => readAll().map((post) => withWeights(weights.get(post.site)!, () => judge(post, preset)))
}

const THRESHOLDS = [0.4, 0.5, 0.6, 0.8]

/** The claim that holds the start of each row, or shares most with it. */
function claimAt({ post }: GoldPost, start: number, end: number): Claim | undefined {
  return post.claims.find((claim) => claim.start < end && claim.end > start && claim.start >= start - 3)
}

function claimRows(posts: readonly GoldPost[]): string[] {
  const labelled = labelledUnits(trainingPosts(SHARED, ROOT))
  const heldOut = [...new Set(posts.map(({ site }) => site))].flatMap((site) => {
    const weights = fitClaims(labelled.filter(({ gold }) => gold.site !== site))
    return withWeights(weights, () =>
      readAll()
        .filter((post) => post.site === site)
        .map((gold) => ({ gold, claims: gold.post.claims })),
    ).map(({ gold }) => gold)
  })
  return THRESHOLDS.map((threshold) => {
    const [own, other] = [posts, heldOut].map((list) => scoreOf(list.map((gold) => countClaims(gold, threshold))))
    return row([threshold, ...[own!, other!].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map(percent))])
  })
}

function countClaims(gold: GoldPost, threshold: number): Judged {
  const counts = { name: gold.name, right: 0, wrong: 0, missed: 0 }
  for (const { start, end, isClaim, borderline } of gold.rows) {
    if (borderline) continue
    const hit = (claimAt(gold, start, end)?.confidence ?? 0) >= threshold
    if (hit && isClaim) counts.right++
    else if (hit) counts.wrong++
    else if (isClaim) counts.missed++
  }
  return counts
}

function kindLines(posts: readonly GoldPost[]): string[] {
  const pairs = posts.flatMap((gold) =>
    gold.rows
      .filter(({ isClaim, borderline }) => isClaim && !borderline)
      .map(({ start, end, kind }) => ({ kind, found: claimAt(gold, start, end)?.kind })),
  )
  const kinds = [...new Set(pairs.map(({ kind }) => kind))].filter(
    (kind) => pairs.filter((pair) => pair.kind === kind).length >= 10,
  )
  const scored = kinds.map((kind) => {
    const hits = pairs.filter((pair) => pair.kind === kind && pair.found === kind).length
    const of = pairs.filter((pair) => pair.kind === kind).length
    const named = pairs.filter((pair) => pair.found === kind).length
    return {
      kind,
      of,
      recall: ratio(hits, pairs.filter((pair) => pair.kind === kind && pair.found).length),
      precision: ratio(hits, named),
    }
  })
  const f1 = ({ precision, recall }: { precision: number; recall: number }) => ratio(2 * precision * recall, precision + recall)
  const macro = scored.reduce((sum, each) => sum + f1(each), 0) / scored.length
  return [
    `Kind of the claims that were found (kinds with ten rows or more; macro F1 ${percent(macro)}):`,
    '',
    row(['kind', 'rows', 'precision', 'recall', 'F1']),
    '|---|---|---|---|---|',
    ...scored.map((each) => row([each.kind, each.of, percent(each.precision), percent(each.recall), percent(f1(each))])),
  ]
}

function supportLines(posts: readonly GoldPost[]): string[] {
  const pairs = posts.flatMap((gold) =>
    gold.rows
      .filter(({ isClaim, borderline }) => isClaim && !borderline)
      .flatMap(({ start, end, support }) => {
        const claim = claimAt(gold, start, end)
        const reads = gold.audience === 'clinician' || gold.pageType === 'monograph'
        return claim
          ? [{ gold: support.startsWith('1'), ours: claim.support.startsWith('1') || (reads && claim.closedBy !== undefined) }]
          : []
      }),
  )
  const share = (supported: boolean) => {
    const of = pairs.filter((pair) => pair.gold === supported)
    return `${percent(ratio(of.filter((pair) => pair.ours === supported).length, of.length))} % of ${of.length}`
  }
  return [`Support of the claims that were found: supported ones seen as such ${share(true)}, unsupported ones ${share(false)}.`]
}

interface Sentence {
  text: string
  label: string
}

/** Single sentences: consumer-health answers of MedQuAD, questions of patients, conclusions of PubMed abstracts. */
function sentenceLines(): string[] {
  const medquad = read('medquad-labelled/sentences.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence & { id: string })
  const questions = read('curai-questions/mqp.csv')
    .split('\n')
    .flatMap((line) => /^\d+,(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line)?.slice(1, 3) ?? [])
    .filter((text) => text)
  const flagged = (text: string) => claimsOf(text).some(({ level, fragment }) => level !== 'low' && !fragment)
  const asked = questions.filter(flagged).length
  const answers = answersOfMedquad()
  const fired = answers.filter(flagged).length
  const parts: [string, (sentence: { id: string }) => boolean][] = [
    ['all', () => true],
    ['random (mq)', ({ id }) => id.startsWith('mq')],
    ['consumer sources (bl)', ({ id }) => id.startsWith('bl')],
  ]
  return [
    'MedQuAD sentences labelled C (claim) or N (none), M (background) neutral, each alone under a heading about health; not used for fitting:',
    '',
    row(['part', 'confidence', 'precision', 'recall', 'F1']),
    '|---|---|---|---|---|',
    ...parts.flatMap(([name, belongs]) =>
      [0.4, 0.5, 0.6].map((threshold) => {
        const counts = { name, right: 0, wrong: 0, missed: 0 }
        for (const { text, label } of medquad.filter(belongs)) {
          if (label === 'M') continue
          const hit = claimsOf(text).some(({ confidence }) => confidence >= threshold)
          if (hit && label === 'C') counts.right++
          else if (hit) counts.wrong++
          else if (label === 'C') counts.missed++
        }
        const { precision, recall, f1 } = scoreOf([counts])
        return row([name, threshold, percent(precision), percent(recall), percent(f1)])
      }),
    ),
    '',
    `Sentences of MedQuAD answers flagged at the level of \`recommended\`: ${percent(fired / answers.length)} % of ${answers.length} (every 40th file).`,
    '',
    `Questions of patients flagged at the level of \`recommended\`: ${percent(asked / questions.length)} % of ${questions.length}.`,
    '',
    ...strengthLines(),
  ]
}

const EVERY = 40

/** Sentences of every 40th answer of MedQuAD: how often the rules fire in the register they are for. */
function answersOfMedquad(): string[] {
  const archive = path.join(SHARED, 'data/claims/medquad/medquad.tar.gz')
  const files = tarEntries(gunzipSync(readFileSync(archive))).filter(({ name }) => name.endsWith('.xml'))
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  return files
    .filter((_, index) => index % EVERY === 0)
    .flatMap(({ text }) => [...text.matchAll(/<Answer>([\s\S]*?)<\/Answer>/g)])
    .flatMap(([, answer = '']) => createPost(answer.replace(/&[a-z]+;/g, ' '), { parse, path: 'answer.md' }).sentences)
    .map(({ text }) => text)
}

/** Files of an uncompressed tar archive (POSIX ustar: 512-byte headers, sizes in octal). */
function tarEntries(archive: Buffer): { name: string; text: string }[] {
  const entries: { name: string; text: string }[] = []
  for (let at = 0; at + 512 <= archive.length; ) {
    const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    if (name === '') break
    const size = Number.parseInt(archive.toString('ascii', at + 124, at + 136), 8)
    entries.push({ name, text: archive.toString('utf8', at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return entries
}

/** No training: none = no claim, correlational = association, conditional = hedged or capability, direct = asserted or absolute. */
function strengthLines(): string[] {
  const rows = read('causal-pubmed-eureka/annotated_pubmed.csv')
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const match = /^(?:"((?:[^"]|"")*)"|([^,]*)),([0-3])\s*$/.exec(line)
      return match ? [{ text: (match[1] ?? match[2] ?? '').replaceAll('""', '"'), label: Number(match[3]) }] : []
    })
  const pairs = rows.map(({ text, label }) => ({ label, found: causality(claimsOf(text)) }))
  const f1s = [0, 1, 2, 3].map((label) => {
    const hits = pairs.filter((pair) => pair.label === label && pair.found === label).length
    const precision = ratio(hits, pairs.filter((pair) => pair.found === label).length)
    const recall = ratio(hits, pairs.filter((pair) => pair.label === label).length)
    return ratio(2 * precision * recall, precision + recall)
  })
  const macro = f1s.reduce((sum, value) => sum + value, 0) / 4
  return [
    `Causal strength of ${rows.length} PubMed conclusions (none, correlational, conditional, direct), nothing trained on them: macro F1 ${percent(macro)} (${f1s.map(percent).join(', ')}).`,
    'Published for models trained on this set: BioBERT 88.3, linear model 72.1.',
  ]
}

const CAUSAL: Record<Strength, number> = { hedged: 2, capability: 2, asserted: 3, absolute: 3 }

function causality(claims: readonly Claim[]): number {
  const [claim] = claims
  if (!claim) return 0
  return claim.cues.some(({ family }) => family === 'association') ? 1 : CAUSAL[claim.strength]
}

function claimsOf(sentence: string): Claim[] {
  const text = `# Health\n\n${sentence.replace(/\s+/g, ' ').replace(/([*_`<[\]#|])/g, '\\$1')}\n`
  return createPost(text, { parse, resources: nodeResources, path: 'sentence.md' }).claims
}

function read(name: string): string {
  return readFileSync(path.join(SHARED, 'data/claims', name), 'utf8')
}
