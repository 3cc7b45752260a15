import { execFileSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontmatter, readPost } from '../../src/cli/read-post.ts'
import { metadataOf } from '../../src/post/metadata-values.ts'
import { write } from './git-support.ts'
import { folderOf } from './support.ts'

describe('the frontmatter alone', () => {
  const folder = folderOf()
  const file = path.join(folder, 'a.md')
  const valuesOf = (read: typeof readPost) => {
    const content = read(file)
    return 'text' in content ? metadataOf(content.text, 'a.md', ['image', 'description']) : content
  }
  const part = fc.constantFrom('---', '+++', '----', '--- ', 'image: /é.jpg', 'description: |', '  text', '', 'Text.', '\uFEFF')

  it('tells the same values as the whole text', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, end, isPost) => {
        write(folder, { 'a.md': [...(isPost ? ['---'] : []), ...lines].join(end) })
        expect(valuesOf(readFrontmatter)).toEqual(valuesOf(readPost))
      }),
      { numRuns: 500 },
    )
  })

  it('may be long, may be missing, and a pipe keeps nobody waiting', () => {
    write(folder, { 'a.md': `---\nnote: ${'x'.repeat(40_000)}\nimage: /a.jpg\n---\n` })
    expect(valuesOf(readFrontmatter)).toEqual(valuesOf(readPost))
    write(folder, { 'a.md': '' })
    expect(readFrontmatter(file)).toEqual({ text: '' })
    expect(readFrontmatter(path.join(folder, 'none.md'))).toHaveProperty('problem')
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')])
    expect(readFrontmatter(path.join(folder, 'pipe.md'))).toHaveProperty('problem')
  })
})
