/** Runs programs one after the other and says what they took. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const PROBE = new URL('probe.mjs', import.meta.url).href
const LEFT_OUT = /^(MEDLINT_|NODE_OPTIONS$|FORCE_COLOR$|npm_)/
const running = new Set()

/** Ends the measured process when the bench itself is ended. */
export function stopRunning() {
  for (const child of running) child.kill('SIGKILL')
}

/**
 * Runs `node ...args` to its end; the exit status is given, not judged.
 * Output goes to files, because a pipe that nobody empties would slow the writer.
 * `probe: false` leaves out the preload, which costs some milliseconds, where start-up is what is measured.
 * @returns {Promise<{wallMs: number, cpuMs?: number, peakKb?: number, status: number | string, outputFile: string}>} milliseconds and kilobytes
 */
export async function runNode(args, { cwd, scratch, probe = true }) {
  const outputFile = path.join(scratch, 'output.txt')
  const probeFile = path.join(scratch, 'probe.json')
  rmSync(probeFile, { force: true })
  const output = openSync(outputFile, 'w')
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name)))
  const env = { ...kept, NO_COLOR: '1', ...(probe && { MEDLINT_BENCH_PROBE: probeFile }) }
  const started = performance.now()
  const child = spawn(process.execPath, [...(probe ? ['--import', PROBE] : []), ...args], {
    cwd,
    env,
    stdio: ['ignore', output, output],
  })
  running.add(child)
  try {
    const status = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => resolve(code ?? signal))
    })
    const wallMs = performance.now() - started
    const used = existsSync(probeFile) ? JSON.parse(readFileSync(probeFile, 'utf8')) : {}
    return { wallMs, ...used, status, outputFile }
  } finally {
    running.delete(child)
    closeSync(output)
  }
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median wall time and processor time of several runs, with the spread of the wall time (longest by shortest). */
export function summary(runs) {
  const walls = runs.map((run) => run.wallMs)
  return {
    wall: median(walls),
    cpu: median(runs.map((run) => run.cpuMs ?? Number.NaN)),
    spread: Math.max(...walls) / Math.min(...walls),
    runs: runs.length,
  }
}
