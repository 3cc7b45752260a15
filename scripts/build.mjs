/** Builds dist/: code (esbuild, one module per shared piece), declarations (tsc), word lists, schemas. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildDecap } from './build-decap.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const inRoot = (...parts) => path.join(root, ...parts)
const packageJson = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
const define = { MEDLINT_VERSION: JSON.stringify(packageJson.version), MEDLINT_BUILD: JSON.stringify(hashOfSources()) }
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
}

/** Of all that results depend on: code, data and the packages of the word lists. */
function hashOfSources() {
  const hash = createHash('sha256')
  for (const folder of ['src', 'rules', 'presets', 'data', 'scripts/build-data']) {
    for (const entry of readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.join(each.parentPath ?? each.path, each.name))
      .sort())
      hash.update(path.relative(root, entry)).update(readFileSync(entry))
  }
  return hash
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

const names = (folder) =>
  readdirSync(inRoot(folder))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -3))

/** Rules and presets for Node: the pure module behind a line that lends it word lists and the clock. */
const withHost = {
  name: 'with-host',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^door:/ }, ({ path: name }) => ({ path: name.slice(5), namespace: 'door' }))
    onLoad({ filter: /.*/, namespace: 'door' }, ({ path: name }) => ({
      contents: `import './src/cli/register-host.ts'\nexport { default } from './${name}.ts'\n`,
      resolveDir: root,
      loader: 'ts',
    }))
  },
}

/** The script of satteri in one piece with ours, since thirty small files take longer to load than to run; its binary is found from where satteri is installed. */
const oneParser = {
  name: 'one-parser',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]satteri[\\/]index\.js$/ }, ({ path: name }) => {
      const source = readFileSync(name, 'utf8')
      const here = 'createRequire(import.meta.url)'
      if (source.split(here).length !== 2)
        throw new Error(`satteri finds its binary in another way than by ${here}: change scripts/build.mjs`)
      const there = "createRequire(createRequire(import.meta.url).resolve('satteri').replace(/dist.index\\.js$/, 'index.js'))"
      return { contents: source.replace(here, there), loader: 'js' }
    })
  },
}

/** Node 22 and later keep the compiled code of the last run; 20 has no such function. */
const CLI = `#!/usr/bin/env node
import module from 'node:module'
module.enableCompileCache?.()
await import('./cli/main.js')
`

async function buildCode(out) {
  const doors = [...names('rules').map((name) => `rules/${name}`), ...names('presets').map((name) => `presets/${name}`)]
  const entryPoints = {
    ...Object.fromEntries(doors.map((name) => [name, `door:${name}`])),
    index: 'src/index.ts',
    core: 'src/core.ts',
    remark: 'src/remark.ts',
    retext: 'src/retext.ts',
  }
  const outdir = path.join(out, '')
  await build({
    ...common,
    entryPoints,
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    plugins: [withHost],
  })
  const cli = { main: 'src/cli/main.ts' }
  const banner = {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  }
  await build({
    ...common,
    entryPoints: cli,
    outdir: path.join(out, 'cli'),
    splitting: true,
    plugins: [oneParser],
    banner,
    minifySyntax: true,
    minifyWhitespace: true,
  })
  writeFileSync(path.join(out, 'cli.js'), CLI)
  chmodSync(path.join(out, 'cli.js'), 0o755)
}

async function buildData(folder) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(inRoot('scripts/build-data')).sort()) {
    if (!name.endsWith('.mjs')) continue
    const module = await import(new URL(`./build-data/${name}`, import.meta.url).href)
    await module.build(folder)
  }
}

/** Builds beside and swaps at the end, so that a failed build leaves the old one whole. */
const out = inRoot('dist')
const next = inRoot('dist.next')
rmSync(next, { recursive: true, force: true })
mkdirSync(next, { recursive: true })
await Promise.all([buildCode(next), buildDecap(path.join(next, 'decap'), define), buildData(path.join(next, 'data'))])
cpSync(inRoot('schema'), path.join(next, 'schema'), { recursive: true })
if (!process.argv.includes('--no-types')) {
  for (const project of ['tsconfig.build.json', 'apps/decap/tsconfig.build.json']) {
    execFileSync(
      process.execPath,
      [inRoot('node_modules/typescript/bin/tsc'), '-p', project, '--outDir', path.join(next, 'types')],
      {
        cwd: root,
        stdio: 'inherit',
      },
    )
  }
}
const old = inRoot('dist.old')
rmSync(old, { recursive: true, force: true })
if (existsSync(out)) renameSync(out, old)
renameSync(next, out)
rmSync(old, { recursive: true, force: true })
