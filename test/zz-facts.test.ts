import { readdirSync, readFileSync } from 'node:fs'
import { describe, it, expect } from 'vitest'
import { loadParser } from '/work/main/src/cli/parse.ts'
import { nodeResources } from '/work/main/src/cli/resources.ts'
import { parsePortable } from '/work/main/src/portable-parser.ts'
import { createPost } from '/work/main/src/post/post.ts'
import { expectExactFacts, factRanges } from '/work/main/test/fact-ranges.ts'
const parse = await loadParser()
const folder = '/work/main/fixtures'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => /\.mdx?$/.test(n)).sort()
describe.each(files)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  for (const [d, t] of [['plain', text], ['crlf', text.replaceAll('\n', '\r\n')], ['bom', '\uFEFF' + text]] as const)
    for (const [pn, p] of [['native', parse], ['portable', parsePortable]] as const)
      it(d + pn, () => { const post = createPost(t, { parse: p, path: name, resources: nodeResources }); expectExactFacts(post); })
  it('same', () => { const e = (p: any) => factRanges(createPost(text, { parse: p, path: name, resources: nodeResources })).map((x) => `${x.fact} ${x.start}-${x.end} ${x.shown ?? ''}`); expect(e(parsePortable)).toEqual(e(parse)) })
})
