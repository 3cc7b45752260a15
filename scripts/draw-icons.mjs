/** Draws the icons of the browser extension, `apps/browser/icons/*.png`, from the playground's icon (`CHROMIUM=/path`, default /usr/bin/chromium). */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = fileURLToPath(new URL('../apps/browser/icons', import.meta.url))
const drawing = readFileSync(new URL('../apps/playground/favicon.svg', import.meta.url), 'utf8')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
  await page.screenshot({ path: path.join(folder, `${size}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
