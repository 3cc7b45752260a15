/** The tools medlint is measured against: how each is called, and where its report says how much it found. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const here = path.dirname(new URL(import.meta.url).pathname)
const packageFolder = (name) => path.join(here, 'node_modules', name)
const version = (name) => JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')).version
/** Reports of vfile-reporter end with "12 messages (✖ 1 error, ⚠ 11 warnings)" or "⚠ 12 warnings". */
const LAST_LINE = /(?:^|\n)\D*(\d+)[^\n]*\n*$/
const numberAfter = (pattern) => (output) => Number(pattern.exec(output)?.[1] ?? Number.NaN)

/** `floor` and `goal`: how many times longer than medlint the tool takes at least (DESIGN.md, section 7). */
export const PEERS = [
  {
    name: 'remark-cli',
    with: 'remark-preset-lint-recommended, retext-readability, retext-spell',
    bin: 'cli.js',
    args: (posts) => [
      posts,
      '--ext',
      'md,mdx',
      '--rc-path',
      path.join(here, 'remark-config.mjs'),
      '--quiet',
      '--no-stdout',
      '--no-color',
    ],
    found: numberAfter(LAST_LINE),
    floor: 8,
    goal: 25,
  },
  {
    name: 'markdownlint-cli2',
    with: 'its default rules',
    bin: 'markdownlint-cli2-bin.mjs',
    args: (posts) => [`${posts}/**/*.{md,mdx}`],
    found: numberAfter(/^Summary: (\d+) error/m),
    floor: 1,
  },
  {
    name: 'cspell',
    with: 'its default dictionaries',
    bin: 'bin.mjs',
    args: (posts) => ['lint', '--no-progress', `${posts}/**`],
    found: numberAfter(/Issues found: (\d+)/),
    floor: 1,
  },
  {
    name: 'textlint',
    with: 'textlint-rule-terminology, textlint-rule-write-good',
    bin: 'bin/textlint.js',
    args: (posts) => ['--config', path.join(here, 'textlint.json'), `${posts}/**/*.{md,mdx}`],
    found: numberAfter(/✖ (\d+) problems?/),
    floor: 1,
  },
  {
    name: 'alex',
    with: 'its default rules',
    bin: 'cli.js',
    args: (posts) => ['--quiet', `${posts}/*.md`, `${posts}/*.mdx`],
    found: numberAfter(LAST_LINE),
    floor: 1,
  },
]

export const peerArgs = (peer, posts) => [path.join(packageFolder(peer.name), peer.bin), ...peer.args(posts)]
export const peerTitle = (peer) => `${peer.name} ${version(peer.name)} (${peer.with})`
