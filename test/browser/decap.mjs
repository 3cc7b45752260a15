/** `node test/browser/decap.mjs [--widget]` shows Decap CMS over a copy of the fixture posts; tests call `serveDecap()`. */
import { spawn } from 'node:child_process'
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { here, installEditors } from './install.mjs'
import { closed, listening } from './serve.mjs'

const POSTS = ['magnesium-and-migraine', 'stem-cell-exosome-treatment']
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.yml': 'text/yaml',
  '.wasm': 'application/wasm',
}
const PATIENCE_MS = 60_000

/** Fields as a clinic's blog has them. `body` is the name of the widget of the post's text. */
const configOf = (api, body) => `
backend:
  name: git-gateway
  branch: main
local_backend:
  url: ${api}
  allowed_hosts: ["127.0.0.1"]
media_folder: static/img
public_folder: /img
collections:
  - name: blog
    label: Blog
    folder: content/posts
    create: true
    fields:
      - {label: Template, name: templateKey, widget: hidden, default: blog-post}
      - {label: Path, name: path, widget: string, required: false}
      - {label: Title, name: title, widget: string}
      - {label: Date, name: date, widget: datetime}
      - {label: Description, name: description, widget: text}
      - label: Author
        name: author
        widget: object
        required: false
        fields:
          - {label: Name, name: name, widget: string, required: false}
          - {label: Credentials, name: credentials, widget: string, required: false}
      - {label: Reviewer, name: reviewedBy, widget: string, required: false}
      - {label: Tags, name: tags, widget: list, required: false}
      - {label: Body, name: body, widget: ${body}}
`

/**
 * Decap CMS (or, with `cms: 'netlify-cms'`, Netlify CMS 2) on the loopback address. `url` is the admin page with a slash at the end and
 * `folder` holds `content/posts`, which a save writes to. With `widget` the text of a post has medlint's widget, from its script or, when it is
 * `'module'`, its module; `options` are what the site gives to `register`. `'documented'` serves the page and the configuration of docs/decap.md
 * as they are. `close()` gives a promise and removes the folder.
 */
export async function serveDecap({ widget = false, options = {}, cms = 'decap-cms' } = {}) {
  installEditors()
  const folder = mkdtempSync(path.join(tmpdir(), 'medlint-cms-'))
  mkdirSync(path.join(folder, 'content/posts'), { recursive: true })
  mkdirSync(path.join(folder, 'static/img'), { recursive: true })
  for (const name of POSTS) {
    cpSync(path.join(here, `../../fixtures/posts/${name}.md`), path.join(folder, `content/posts/${name}.md`))
  }
  const backend = await startBackend(folder)
  const made =
    widget === 'documented'
      ? documented(backend.api)
      : {
          'index.html': pageOf(scriptsOf(cms, widget, options)),
          'config.yml': configOf(backend.api, widget ? 'medlint' : 'markdown'),
        }
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1) || 'index.html'
    const type = { 'content-type': `${TYPES[path.extname(name)] ?? 'text/plain'}; charset=utf-8` }
    const file = fileOf(name, cms)
    if (made[name]) response.writeHead(200, type).end(made[name])
    else if (statSync(file, { throwIfNoEntry: false })?.isFile()) createReadStream(file).pipe(response.writeHead(200, type))
    else response.writeHead(name === 'favicon.ico' ? 204 : 404).end()
  })
  await listening(server)
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    folder,
    async close() {
      await Promise.all([closed(server), backend.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a site has them that copied the CMS, `dist/decap` and, into it, `dist/data` with the shorter lists of `dist/data/browser`. */
function fileOf(name, cms) {
  const [, own] = /^medlint\/(.*)/.exec(name) ?? []
  if (own === undefined) return path.join(here, 'node_modules', cms, 'dist', name.replace(/^cms\//, ''))
  const dist = path.join(here, '../../dist')
  if (!own.startsWith('data/')) return path.join(dist, 'decap', own)
  const short = path.join(dist, own.replace('data/', 'data/browser/'))
  return existsSync(short) ? short : path.join(dist, own)
}

function scriptsOf(cms, widget, options) {
  const given = JSON.stringify(options)
  const start = `<script src="cms/${cms}.js"></script>`
  if (!widget) return start
  if (widget !== 'module') {
    return `${start}
<script src="medlint/medlint-decap.js"></script>
<script>medlintDecap.register(CMS, ${given})</script>`
  }
  return `<script>window.CMS_MANUAL_INIT = true</script>
${start}
<script type="module">
import { register } from './medlint/index.js'
register(CMS, { h: window.h, base: 'medlint', ...${given} })
CMS.init()
</script>`
}

function pageOf(scripts) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Content manager</title>
</head>
<body>
${scripts}
</body>
</html>
`
}

/** The examples of the page for site owners; only the address of the backend is another. */
function documented(api) {
  const page = readFileSync(path.join(here, '../../docs/decap.md'), 'utf8')
  const example = (language) => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(page)[1]
  return {
    'index.html': example('html'),
    'config.yml': example('yaml').replace('local_backend: true', `local_backend: {url: "${api}", allowed_hosts: ["127.0.0.1"]}`),
  }
}

async function startBackend(folder) {
  const port = await freePort()
  const api = `http://127.0.0.1:${port}/api/v1`
  const child = spawn(process.execPath, [path.join(here, 'node_modules/decap-server/dist/index.js')], {
    cwd: folder,
    env: {
      ...process.env,
      GIT_REPO_DIRECTORY: folder,
      PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MODE: 'fs',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = () => {
    child.kill()
    return ended
  }
  const until = Date.now() + PATIENCE_MS
  while (!(await answers(api))) {
    if (child.exitCode !== null || Date.now() > until) {
      stop()
      throw new Error(`decap-server did not start on ${api}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { api, stop }
}

async function answers(api) {
  const body = JSON.stringify({ action: 'info' })
  const response = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
    () => undefined,
  )
  return response?.ok ?? false
}

async function freePort() {
  const server = createServer()
  await listening(server)
  const { port } = server.address()
  await closed(server)
  return port
}

if (process.argv[1] === import.meta.filename) {
  const { url, folder, close } = await serveDecap({ widget: process.argv.includes('--widget') })
  console.log(`${url}\n${folder}`)
  process.once('SIGINT', close)
}
