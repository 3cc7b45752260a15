/** Checks what `npm pack` would publish: publint, arethetypeswrong, and that nothing is in it that users do not need. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Relative links of a page to files that are not packed. */
function lostLinks(page, names) {
  const prose = readFileSync(page, 'utf8')
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !names.has(path.posix.join(path.posix.dirname(page), target)))
    .map((target) => `${page}: ${target}`)
}

const folder = mkdtempSync(path.join(tmpdir(), 'medlint-pack-'))
try {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files, size, unpackedSize }] = JSON.parse(packed.slice(packed.indexOf('[')))
  const allowed = /^(?:dist\/|docs\/(?:rules\/|images\/|[a-z-]+\.md$)|README\.md$|LICENSE$|THIRD-PARTY\.md$|package\.json$)/
  const odd = files.map((file) => file.path).filter((name) => !allowed.test(name))
  if (odd.length > 0) throw new Error(`the package holds files that users do not need: ${odd.join(', ')}`)
  const needed = ['dist/cli.js', 'dist/index.js', 'dist/types/src/index.d.ts', 'dist/data/words.txt', 'dist/schema/config.json']
  const missing = needed.filter((name) => !files.some((file) => file.path === name))
  if (missing.length > 0) throw new Error(`the package lacks ${missing.join(', ')}: run npm run build`)
  const names = new Set(files.map((file) => file.path))
  const lost = [...names].filter((name) => name.endsWith('.md')).flatMap((page) => lostLinks(page, names))
  if (lost.length > 0) throw new Error(`links of packed pages lead out of the package: ${lost.join(', ')}`)
  const tarball = path.join(folder, filename)
  const bin = (name) => path.join('node_modules', '.bin', name)
  execFileSync(bin('publint'), ['run', tarball, '--strict'], { stdio: 'inherit' })
  execFileSync(
    bin('attw'),
    [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--exclude-entrypoints', './schema/*'],
    { stdio: 'inherit' },
  )
  console.log(
    `package: ${files.length} files, ${Math.round(size / 1024)} kB packed, ${Math.round(unpackedSize / 1024)} kB unpacked`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
