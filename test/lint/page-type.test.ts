import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint/lint.ts'
import { isPublication } from '../../src/lint/page-names.ts'
import { defaultConfig } from '../../src/lint/unified-plugin.ts'
import { post } from '../support.ts'

function pageTypeOf(text: string, path?: string, content = isPublication(path ?? '')) {
  const config = { ...defaultConfig({}, '2026-06-01'), content }
  return lint(post(text, path === undefined ? {} : { path }), config).settings.pageType
}

describe('pages of policy', () => {
  it.each([
    'Privacy policy',
    'Privacy',
    'Terms & Conditions',
    'Terms and privacy',
    'Medical Disclaimer',
    'Disclaimer | Elm Street Clinic',
    'Website disclaimer and terms of use',
    'Legal notice',
    'Code of Conduct',
  ])('are found by the title: %s', (title) => {
    expect(pageTypeOf(`# ${title}\n\nText.`)).toBe('policy')
    expect(pageTypeOf(`---\ntitle: "${title}"\n---\n\nText.`)).toBe('policy')
  })

  it.each(['about/disclaimer.md', 'privacy/index.md', 'medical-disclaimer.mdx', 'terms-of-use.md', 'cookie-policy.en.md'])(
    'are found by the file: %s',
    (path) => expect(pageTypeOf('# About this site\n\nText.', path)).toBe('policy'),
  )

  it.each(['Privacy in the ward', 'Medical terms', 'Conditions', 'Cookies without sugar', 'What a disclaimer on a label means'])(
    'are not: %s',
    (title) => expect(pageTypeOf(`# ${title}\n\nText.`)).toBe('article'),
  )

  it('are also the files that every repository has, unless they are named as content', () => {
    for (const path of ['README.md', 'docs/README_de.md', 'LICENSE.md', 'CHANGELOG.md']) {
      expect(pageTypeOf('# Knees\n\nText.', path)).toBe('policy')
      expect(pageTypeOf('# Knees\n\nText.', path, true)).toBe('article')
    }
    expect(pageTypeOf('# Knees\n\nText.', 'knees.md', false)).toBe('article')
  })

  it('yield to the type in the frontmatter', () => {
    expect(pageTypeOf('---\ntype: treatment\n---\n\n# Disclaimer\n\nText.')).toBe('treatment')
  })
})
