/** Preloaded (`node --import`) into a measured process: writes what it used to $MEDLINT_BENCH_PROBE when it ends. */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.MEDLINT_BENCH_PROBE
if (isMainThread && file) {
  // A child process of the measured one must not write over its figures.
  delete process.env.MEDLINT_BENCH_PROBE
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakKb: peakOfThisProgram() ?? maxRSS }))
  })
}

/** VmHWM starts anew with the program; `maxRSS` may still hold the peak of the parent that started it. */
function peakOfThisProgram() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) || undefined
  } catch {
    return undefined
  }
}
