/** `node test/browser/serve.mjs` shows the pages in a browser; tests call `servePages()`. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { build } from 'esbuild'
import { here, installEditors } from './install.mjs'
import { documentOf, pages } from './pages.mjs'

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' }

/**
 * Serves every page of `pages.mjs` as `url + name` on a free port of the loopback address; `url` ends with a slash, `close()` gives a promise.
 * Each page has `window.editorText()` and `window.setEditorText(markdown)`: the text of the editor's own model (see pages/page.ts).
 */
export async function servePages() {
  installEditors()
  const files = await bundled()
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1)
    const file = files.get(name)
    if (file) {
      response.writeHead(200, { 'content-type': `${TYPES[path.extname(name)]}; charset=utf-8` }).end(file)
    } else if (name === '' || Object.hasOwn(pages, name)) {
      const policy = pages[name]?.policy
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(policy ? { 'content-security-policy': policy } : {}),
      })
      response.end(name === '' ? index() : documentOf(name, files.has(`${pages[name].script}.css`)))
    } else {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end()
    }
  })
  await listening(server)
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => closed(server) }
}

/** Scripts and style sheets by file name. */
async function bundled() {
  const scripts = new Set(Object.values(pages).map(({ script }) => script))
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: [...scripts].map((script) => `pages/${script}.ts`),
    outdir: path.join(here, 'dist'),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), Buffer.from(file.contents)]))
  return files.set('pages.css', readFileSync(path.join(here, 'pages/pages.css')))
}

function index() {
  const items = Object.keys(pages).map((name) => `<li><a href="${name}">${name}</a></li>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editors</title><h1>Editors</h1><ul>${items.join('')}</ul></html>`
}

export function listening(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

export function closed(server) {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
}

if (process.argv[1] === import.meta.filename) console.log((await servePages()).url)
