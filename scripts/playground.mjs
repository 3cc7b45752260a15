/** `npm run playground`: builds the page and serves it to this machine only. `--port N`, default 4173. */
import { buildPlayground, folder } from './build-playground.mjs'
import { serveFolder } from './serve-folder.mjs'

const at = process.argv.indexOf('--port')
const port = at < 0 ? 4173 : Number(process.argv[at + 1])
const sizes = await buildPlayground()
for (const [name, bytes] of Object.entries(sizes)) console.log(`${name}: ${Math.round(bytes / 1000)} kB gzip`)
const server = await serveFolder(folder, port)
console.log(`http://127.0.0.1:${server.address().port}/`)
