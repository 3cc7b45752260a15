/** A real Chromium with the extension loaded unpacked (`CHROMIUM=/path`, default /usr/bin/chromium). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { buildExtension } from '../build-browser.mjs'

/** The prompt for a site cannot be answered without a screen: the test build is granted this machine from the start. */
const TEST_SITES = ['http://127.0.0.1/*']

/**
 * @returns the context, the id of the extension, every address asked for, every error of a page or of the extension; `close()` removes all
 */
export async function openBrowser({ colorScheme = 'light', testSites = TEST_SITES } = {}) {
  const work = mkdtempSync(path.join(tmpdir(), 'medlint-extension-'))
  const folder = await buildExtension('chrome', { folder: path.join(work, 'extension'), testSites })
  const context = await chromium.launchPersistentContext(path.join(work, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: { width: 1280, height: 800 },
    colorScheme,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--enable-unsafe-extension-debugging',
    ],
  })
  const requests = []
  const errors = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (error) => errors.push(error.error().message))
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  worker.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  const id = new URL(worker.url()).host
  // Scripts run on pages that are opened after they were registered, and a click counts once the worker listens.
  await worker.evaluate(async (isGranted) => {
    const isReady = async () =>
      chrome.action.onClicked.hasListeners() &&
      (!isGranted || (await chrome.scripting.getRegisteredContentScripts()).length === 2)
    while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 20))
  }, testSites.length > 0)
  return {
    context,
    id,
    folder,
    requests,
    errors,
    async close() {
      await context.close()
      rmSync(work, { recursive: true, force: true })
    },
  }
}
