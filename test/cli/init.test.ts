import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectSite } from '../../src/cli/init/detect.ts'
import { folderOf, medlint, read } from './support.ts'

const SCHEMA = './node_modules/medlint/dist/schema/config.json'

const CMS = `
backend: {name: git-gateway}
collections:
  - {name: blog, folder: src/pages/blog, fields: [{name: title}]}
`

describe('what a site is made with', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'Decap CMS on Gatsby',
      {
        'gatsby-config.js': 'module.exports = {siteMetadata: {siteUrl: `https://www.clinic.example/`}}',
        'static/admin/config.yml': CMS,
        'src/pages/blog/a.md': '',
        'content/other/b.mdx': '',
      },
      {
        systems: ['Gatsby', 'Decap CMS'],
        contentFiles: ['content/**', 'src/pages/**'],
        schema: 'static/admin/config.yml',
        ownDomains: ['clinic.example'],
      },
    ],
    [
      'Netlify CMS on Hugo',
      {
        'config.toml': 'baseURL = "https://clinic.example/"\n',
        'content/posts/a.md': '',
        'static/admin/config.yml': CMS,
        'static/admin/index.html': '<script src="https://unpkg.com/netlify-cms@2/dist/netlify-cms.js"></script>',
      },
      { systems: ['Hugo', 'Netlify CMS'], contentFiles: ['content/**'], ownDomains: ['clinic.example'] },
    ],
    [
      'Hugo',
      { 'hugo.yaml': 'baseURL: https://clinic.example\n', 'content/a.md': '' },
      { systems: ['Hugo'], ownDomains: ['clinic.example'] },
    ],
    [
      'Astro',
      { 'astro.config.mjs': "export default defineConfig({ site: 'https://clinic.example' })", 'src/content/blog/a.mdx': '' },
      { systems: ['Astro'], contentFiles: ['src/content/**'], ownDomains: ['clinic.example'] },
    ],
    [
      'Jekyll',
      { '_config.yml': 'title: x\nurl: "https://clinic.example" # no slash\n', '_posts/2026-01-01-a.markdown': '' },
      { systems: ['Jekyll'], contentFiles: ['_posts/**'], ownDomains: ['clinic.example'] },
    ],
    [
      'Eleventy',
      { 'eleventy.config.js': '', 'src/posts/a.md': '', 'src/b.md': '' },
      { systems: ['Eleventy'], contentFiles: ['src/**'] },
    ],
    [
      'Next',
      { 'next.config.ts': '', 'posts/a.md': '', 'pages/': '' },
      { systems: ['Next'], contentFiles: ['posts/**'], ownDomains: [] },
    ],
    ['nothing known', { 'a.md': '' }, { systems: [], contentFiles: [], schema: undefined, ownDomains: [] }],
    ['a schema that does not parse', { 'admin/config.yml': 'collections: {' }, { systems: ['Decap CMS'], schema: undefined }],
  ])('%s', (_, files, expected) => {
    const folder = folderOf({ ...files, 'node_modules/x/content/a.md': '' })
    symlinkSync('..', path.join(folder, 'loop'))
    expect(detectSite(folder)).toMatchObject(expected)
  })
})

describe('--init', () => {
  it('--yes writes what was found, and it works', async () => {
    const folder = folderOf({
      'gatsby-config.ts': "export default {siteMetadata: {siteUrl: 'https://clinic.example'}}",
      'static/admin/config.yml': CMS,
      'src/pages/blog/a.md': '---\ntitel: a\n---\n\nText.\n',
    })
    const { stdout, status } = await medlint(['--init', '--yes'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('Found Gatsby and Decap CMS.')
    expect(stdout).toContain('Add "audience"')
    expect(stdout).toContain('Check "ownDomains"')
    expect(JSON.parse(read(folder, '.medlintrc.json'))).toEqual({
      $schema: SCHEMA,
      extends: ['recommended'],
      ownDomains: ['clinic.example'],
      contentFiles: ['src/pages/**'],
      rules: { 'frontmatter-fields': ['error', { schemaFrom: 'static/admin/config.yml' }] },
    })
    const printed = await medlint(['--print-config', 'src/pages/blog/a.md'], { cwd: folder })
    expect(JSON.parse(printed.stdout)).toMatchObject({
      configFile: '.medlintrc.json',
      ownDomains: ['clinic.example'],
      cmsSchema: 'static/admin/config.yml',
      content: true,
    })
  })

  it('asks, and takes answers in lines', async () => {
    const folder = folderOf({ 'hugo.toml': 'baseURL = "https://clinic.example/"', 'content/a.md': '' })
    const input = 'nobody\npatient\n\nclinic.example, shop.example\nmaybe\ny\n'
    const { stdout, status } = await medlint(['--init'], { cwd: folder, input })
    expect(status).toBe(0)
    expect(stdout).toContain('Who reads the posts? (general, patient, clinician) [general]')
    expect(stdout).not.toContain('Then complete')
    expect(JSON.parse(read(folder, '.medlintrc.json'))).toEqual({
      $schema: SCHEMA,
      extends: ['recommended', 'patient'],
      ownDomains: ['clinic.example', 'shop.example'],
      contentFiles: ['content/**'],
    })
  })

  it('writes nothing on "no", or when nobody answers', async () => {
    const folder = folderOf()
    expect(await medlint(['--init'], { cwd: folder, input: '\n\n\nno\n' })).toMatchObject({ status: 0 })
    const unanswered = await medlint(['--init'], { cwd: folder, input: 'patient\n' })
    expect(unanswered.status).toBe(2)
    expect(unanswered.stderr).toContain('take all proposals with --yes')
    expect(() => read(folder, '.medlintrc.json')).toThrow()
  })

  it.each([['.medlintrc'], ['.medlintrc.json'], ['.medlintrc.yml'], ['.medlintrc.mjs'], ['package.json']])(
    'never overwrites %s',
    async (name) => {
      const text = name === 'package.json' ? '{"medlint": {}}' : '// mine'
      const folder = folderOf({ [name]: text })
      const { status, stderr } = await medlint(['--init', '--yes'], { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toContain(`Edit or remove ${name}`)
      expect(read(folder, name)).toBe(text)
      if (name !== '.medlintrc.json') expect(() => read(folder, '.medlintrc.json')).toThrow()
    },
  )

  it('names the JSON Schema as the documentation does, and asks for domains where it found none', async () => {
    const folder = folderOf()
    const { stdout } = await medlint(['--init', '--yes'], { cwd: folder })
    expect(stdout).toContain('Add "ownDomains"')
    expect(JSON.parse(read(folder, '.medlintrc.json'))).toMatchObject({ $schema: SCHEMA })
    expect(readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')).toContain(`"$schema": "${SCHEMA}"`)
  })
})
