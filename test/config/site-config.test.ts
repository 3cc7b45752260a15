import { describe, expect, it } from 'vitest'
import { siteDomains } from '../../src/config/site-config.ts'

const domainsOf = (files: Record<string, string>, only?: string) => siteDomains((path) => files[path], only)

describe('siteDomains', () => {
  it.each([
    ['gatsby-config.js', "module.exports = { siteMetadata: { siteUrl: 'https://www.clinic.example/' } }"],
    ['gatsby-config.ts', 'const config = { siteMetadata: { siteUrl: process.env.URL || `https://clinic.example` } }'],
    ['hugo.toml', 'title = "Clinic"\nbaseURL = "https://clinic.example/en/"'],
    ['config.yaml', 'baseURL: https://clinic.example/'],
    ['config.json', '{"baseURL": "//clinic.example"}'],
    ['_config.yml', 'title: Clinic\nurl: "https://clinic.example" # the address'],
    [
      'astro.config.mjs',
      "export default defineConfig({\n  // site: 'https://old.example',\n  site: 'https://clinic.example',\n})",
    ],
    ['CNAME', 'clinic.example\n'],
    ['package.json', '{"homepage": "https://clinic.example/about"}'],
  ])('reads %s', (file, text) => {
    expect(domainsOf({ [file]: text })).toEqual(['clinic.example'])
  })

  it.each([
    ['hugo.toml', 'baseURL = "/"'],
    ['_config.yml', 'url:\nbaseurl: clinic.example'],
    ['_config.yml', 'url: http://localhost:4000'],
    ['_config.yml', 'url: https://example.com'],
    ['gatsby-config.js', 'siteUrl: `https://$' + '{name}.clinic.example`'],
    ['CNAME', ''],
    ['package.json', '{"homepage": "https://github.com/vogt/clinic"}'],
    ['package.json', '{"homepage": '],
  ])('finds no address of its own in %s: %j', (file, text) => {
    expect(domainsOf({ [file]: text })).toEqual([])
  })

  it('goes on to the next file, and to one file alone when told', () => {
    const files = { '_config.yml': 'title: x', CNAME: 'clinic.example', 'docs/hugo.toml': 'baseURL = "https://docs.example.eu"' }
    expect(domainsOf(files)).toEqual(['clinic.example'])
    expect(domainsOf(files, 'docs/hugo.toml')).toEqual(['docs.example.eu'])
    expect(domainsOf(files, 'missing.yml')).toEqual([])
  })
})
