/** `--init`: looks at the site, asks, and writes `.medlintrc.json`. */
import path from 'node:path'
import { createFinder } from '../../config/discover.ts'
import type { Config } from '../../config/types.ts'
import type { Audience } from '../../lint/types.ts'
import type { Arguments } from '../arguments.ts'
import { reasonOf } from '../files.ts'
import { writeOut } from '../output.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhole } from '../write-file.ts'
import { detectSite, type Site } from './detect.ts'
import { createQuestions, type Questions } from './questions.ts'

const FILE = '.medlintrc.json'
/** As docs/configuration.md names it. */
const SCHEMA = './node_modules/medlint/dist/schema/config.json'

interface Plan extends Omit<Site, 'systems'> {
  audience: Audience
}

export async function init({ yes }: Arguments): Promise<number> {
  const folder = process.cwd()
  const existing = createFinder()(folder)
  if (existing !== undefined && path.dirname(existing) === folder) {
    throw new UsageError(`Edit or remove ${path.basename(existing)}: there is a configuration already.`)
  }
  const site = detectSite(folder)
  await writeOut(
    site.systems.length > 0 ? `Found ${site.systems.join(' and ')}.\n` : 'Found no site generator that medlint knows.\n',
  )
  const proposal: Plan = { ...site, audience: 'general' }
  const plan = yes ? proposal : await ask(proposal)
  if (!plan) {
    await writeOut('Nothing was written.\n')
    return 0
  }
  const text = `${JSON.stringify(toConfig(plan), null, 2)}\n`
  try {
    writeWhole(path.join(folder, FILE), text)
  } catch (error) {
    throw new UsageError(`Check this folder: ${FILE} could not be written (${reasonOf(error)}).`)
  }
  await writeOut(`Wrote ${FILE}:\n${text}Now run: npx medlint\n${yes ? nextSteps(plan) : ''}`)
  return 0
}

/** What nobody was asked. */
function nextSteps({ ownDomains }: Plan): string {
  const own = ownDomains.length > 0 ? 'Check' : 'Add'
  return `Then complete ${FILE}:
- Add "audience": "patient" or "clinician" if that is who reads the posts; without it: "general".
- ${own} "ownDomains", the host names of your own sites: links to them are no evidence.
`
}

async function ask(proposal: Plan): Promise<Plan | undefined> {
  const questions = createQuestions()
  try {
    const plan: Plan = {
      audience: await questions.choose('Who reads the posts?', ['general', 'patient', 'clinician'], proposal.audience),
      contentFiles: await askList(questions, 'Which files are posts (globs, with commas)?', proposal.contentFiles),
      ownDomains: await askList(questions, 'Which host names are your own (with commas)?', proposal.ownDomains),
      schema: proposal.schema,
    }
    if (proposal.schema !== undefined) {
      const wanted = await questions.confirm(`Take the required frontmatter keys from ${proposal.schema}?`)
      plan.schema = wanted ? proposal.schema : undefined
    }
    return (await questions.confirm(`Write ${FILE}?`)) ? plan : undefined
  } finally {
    questions.close()
  }
}

async function askList(questions: Questions, question: string, proposal: readonly string[]): Promise<string[]> {
  const answer = await questions.ask(question, proposal.join(', '))
  return answer
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function toConfig({ audience, contentFiles, ownDomains, schema }: Plan): Config {
  return {
    $schema: SCHEMA,
    extends: audience === 'general' ? ['recommended'] : ['recommended', audience],
    ...(ownDomains.length > 0 ? { ownDomains } : {}),
    ...(contentFiles.length > 0 ? { contentFiles } : {}),
    ...(schema === undefined ? {} : { rules: { 'frontmatter-fields': ['error', { schemaFrom: schema }] } }),
  }
}
