/** Fits `data/reference-tagger.txt` to the labelled citations of GROBID (annotations CC BY 4.0). */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeResources } from '../../src/cli/resources.ts'
import { hasJournalKey } from '../../src/post/references/journals.ts'
import { marksOf, readWeights, type Tagger, transitionsOf, writeWeights } from '../../src/post/references/tagger.ts'
import { signsOf } from '../../src/post/references/tagger-signs.ts'
import { type Grobid, type Labelled, labelled, readGrobid } from './grobid.ts'
import { fitSequences, type Plan, type Sequence, seeded, stepsOf } from './perceptron.ts'
import { rewritten } from './rewritten.ts'

const PLAN: Plan = { epochs: 6, kept: 60_000, refits: 6 }
/** Share of the articles that are learned in a medical form too. */
const REWRITTEN = 0.6
const SOURCE =
  'Weights of the reference tagger, trained by npm run train references on the GROBID citation corpus (annotations CC BY 4.0, https://github.com/kermitt2/grobid).'

const isJournalKey = (key: string) => hasJournalKey(key, nodeResources)

function sequenceOf({ tokens, labels, file }: Labelled): Sequence {
  return { file, signs: signsOf(tokens, isJournalKey), marks: marksOf(tokens), labels }
}

/** The citations as they stand and, some of them, in a medical form. */
export function sequencesOf(citations: readonly Grobid[]): Sequence[] {
  const random = seeded(11)
  return citations.flatMap((gold) => {
    const own = labelled(gold)
    const other = random() < REWRITTEN ? rewritten(gold, random) : undefined
    return [own, other].flatMap((each) => (each ? [sequenceOf(each)] : []))
  })
}

/** The weights as the package has them. */
export function weightsText(sequences: readonly Sequence[], plan = PLAN): string {
  return writeWeights(SOURCE, stepsOf(fitSequences(sequences, plan)))
}

export function taggerFrom(text: string): Tagger {
  const weights = readWeights(text)
  return { weights, transitions: transitionsOf(weights), isJournalKey }
}

export function train(shared: string, root: string): string {
  const sequences = sequencesOf(readGrobid(shared))
  const text = weightsText(sequences)
  writeFileSync(path.join(root, 'data/reference-tagger.txt'), text)
  return `${sequences.length} strings; data/reference-tagger.txt written, ${Math.round(gzipSync(text, { level: 9 }).length / 1000)} kB gzipped`
}
