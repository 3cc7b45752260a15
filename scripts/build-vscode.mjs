/**
 * `npm run build:vscode`: the extension for VS Code as apps/vscode/dist/medlint-<version>.vsix: client, the command of `npm run build` as its
 * language server, word lists and pages of the rules. Installs what it needs into apps/vscode on the first run.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundledLicences } from './bundled-licences.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const app = path.join(root, 'apps/vscode')
const out = path.join(app, 'dist')
const staged = path.join(out, 'extension')
/** Of the manifest: nothing that an editor reads. */
const FOR_DEVELOPERS = ['private', 'dependencies', 'devDependencies']

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
if (!existsSync(path.join(root, 'dist/cli.js'))) {
  console.error('The command is not built yet: run npm run build.')
  process.exit(1)
}
if (!existsSync(path.join(app, 'node_modules'))) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], app)
run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', app], root)

rmSync(out, { recursive: true, force: true })
mkdirSync(path.join(staged, 'server'), { recursive: true })
const common = { absWorkingDir: root, bundle: true, platform: 'node', logLevel: 'warning', metafile: true }
const client = await build({
  ...common,
  entryPoints: { client: 'apps/vscode/extension.ts' },
  outdir: staged,
  outExtension: { '.js': '.cjs' },
  minify: true,
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  legalComments: 'none',
})
// The server is built already: this only says what is in it.
const server = await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outdir: out,
  splitting: true,
  format: 'esm',
  external: ['satteri'],
  write: false,
})
writeFileSync(path.join(staged, 'LICENCES.txt'), bundledLicences([client.metafile, server.metafile], root))
for (const name of ['cli.js', 'cli', 'data', 'schema'])
  cpSync(path.join(root, 'dist', name), path.join(staged, 'server', name), { recursive: true })
cpSync(path.join(root, 'docs/rules'), path.join(staged, 'docs/rules'), { recursive: true })
for (const name of ['README.md', 'CHANGELOG.md', 'icon.png']) cpSync(path.join(app, name), path.join(staged, name))
for (const name of ['LICENSE', 'THIRD-PARTY.md']) cpSync(path.join(root, name), path.join(staged, name))
const manifest = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8'))
for (const name of FOR_DEVELOPERS) delete manifest[name]
writeFileSync(path.join(staged, 'package.json'), `${JSON.stringify({ ...manifest, version, files: ['**'] }, null, 2)}\n`)

const file = path.join(out, `medlint-${version}.vsix`)
const vsce = path.join(app, 'node_modules/@vscode/vsce/vsce')
run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file], staged)
console.log(`${path.relative(root, file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB`)

function run(command, words, cwd) {
  execFileSync(command, words, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
}
