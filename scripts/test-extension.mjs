/**
 * The browser extension in a real Chromium (`CHROMIUM=/path`, default /usr/bin/chromium) over pages with real editors. Needs `npm run build`.
 * `--pictures FOLDER` keeps screenshots; names of parts run these alone.
 */
import assert from 'node:assert/strict'
import { servePages } from '../test/browser/serve.mjs'
import { openBrowser } from './extension/browser.mjs'
import { testDecap } from './extension/decap.mjs'
import { testEditors } from './extension/editors.mjs'
import { testFields } from './extension/fields.mjs'
import { testPages } from './extension/pages.mjs'
import { testPanel } from './extension/panel.mjs'
import { testStructure } from './extension/structure.mjs'
import { importTypeScript } from './run-typescript.mjs'

const parts = {
  fields: testFields,
  editors: testEditors,
  decap: testDecap,
  pages: testPages,
  structure: testStructure,
  panel: testPanel,
}

const at = process.argv.indexOf('--pictures')
const pictures = at < 0 ? undefined : process.argv[at + 1]
const named = process.argv.slice(2).filter((name) => name in parts)
const { asked, expectedOf } = await importTypeScript('scripts/extension/expected.ts')
const server = await servePages()
try {
  for (const name of named.length > 0 ? named : Object.keys(parts)) {
    const browser = await openBrowser()
    try {
      await parts[name](browser, { url: server.url, expectedOf, asked, pictures })
      const outside = browser.requests.filter(
        (url) => !/^(?:http:\/\/127\.0\.0\.1:|chrome-extension:|data:|blob:|about:)/.test(url),
      )
      assert.deepEqual(outside, [], 'no request leaves the machine')
      assert.deepEqual(browser.errors, [], 'no error')
      console.log(`${name}: passed`)
    } finally {
      await browser.close()
    }
  }
} finally {
  await server.close()
}
