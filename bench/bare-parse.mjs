/** The yardstick: reads the posts of a folder and parses them with mdast-util-from-markdown and GFM, nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const folder = process.argv[2]
let files = 0
for (const name of readdirSync(folder)) {
  fromMarkdown(readFileSync(path.join(folder, name), 'utf8'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  files++
}
process.stdout.write(`${files} files parsed\n`)
