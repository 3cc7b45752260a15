/** Checks what `npm pack` would publish: publint, arethetypeswrong, and that nothing is in it that users do not need. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'medlint-pack-'))
try {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files, size, unpackedSize }] = JSON.parse(packed.slice(packed.indexOf('[')))
  const allowed =
    /^(?:dist\/|docs\/(?:rules\/|configuration\.md$|formats\.md$|command-line\.md$)|README\.md$|LICENSE$|THIRD-PARTY\.md$|package\.json$)/
  const odd = files.map((file) => file.path).filter((name) => !allowed.test(name))
  if (odd.length > 0) throw new Error(`the package holds files that users do not need: ${odd.join(', ')}`)
  const needed = ['dist/cli.js', 'dist/index.js', 'dist/types/src/index.d.ts', 'dist/data/words.txt', 'dist/schema/config.json']
  const missing = needed.filter((name) => !files.some((file) => file.path === name))
  if (missing.length > 0) throw new Error(`the package lacks ${missing.join(', ')}: run npm run build`)
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
