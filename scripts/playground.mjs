/** `npm run playground`: builds the page and serves it to this machine only. `-- --port N`, default 4173. */
import { parseArgs } from 'node:util'
import { buildPlayground, folder } from './build-playground.mjs'
import { serveFolder } from './serve-folder.mjs'

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`Give --port a number up to 65535, not "${values.port}".`)
  const sizes = await buildPlayground()
  for (const [name, bytes] of Object.entries(sizes)) console.log(`${name}: ${Math.round(bytes / 1000)} kB gzip`)
  const server = await serveFolder(folder, port)
  console.log(`http://127.0.0.1:${server.address().port}/ (Ctrl+C ends it)`)
} catch (error) {
  console.error(error.code === 'EADDRINUSE' ? 'This port is taken: choose another with --port.' : error.message)
  process.exitCode = 1
}
