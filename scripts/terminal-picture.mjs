/**
 * `node scripts/terminal-picture.mjs out.svg -- command args`: runs a command at 80 columns and draws what it printed, colours included.
 * Used for the picture in the README.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const [out, , command, ...args] = process.argv.slice(2)
const title = ['medlint', ...args.slice(1)].join(' ')
const { stdout } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '80' } })

const COLOURS = {
  30: '#7f8c98',
  31: '#ff6b68',
  32: '#7fd88f',
  33: '#f0c674',
  34: '#7aa6ff',
  35: '#d7a2f0',
  36: '#6fd3d3',
  90: '#7f8c98',
  39: '#dfe4ea',
}
const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function spans(line) {
  let colour = COLOURS[39]
  let style = ''
  let column = 0
  let result = ''
  for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
    const codes = /^\x1b\[([\d;]*)m$/.exec(part)
    if (!codes) {
      if (part) result += `<tspan x="${20 + column * 8.43}" fill="${colour}"${style}>${escapeHtml(part)}</tspan>`
      column += [...part].length
      continue
    }
    for (const code of codes[1].split(';').map(Number)) {
      if (COLOURS[code]) colour = COLOURS[code]
      else if (code === 1) style = ' font-weight="bold"'
      else if (code === 4) style = ' text-decoration="underline"'
      else if (code === 2) colour = COLOURS[90]
      else if (code === 0) [colour, style] = [COLOURS[39], '']
      else if (code === 22 || code === 24) style = ''
    }
  }
  return result
}

const lines = [`\x1b[32m$\x1b[39m ${title}`, ...stdout.trimEnd().split('\n')]
const height = 56 + lines.length * 19
const rows = lines.map((line, index) => `<text y="${58 + index * 19}" xml:space="preserve">${spans(line)}</text>`).join('\n')
writeFileSync(
  out,
  `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="${height}" viewBox="0 0 760 ${height}" font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="14">
<title>${escapeHtml(title)}</title>
<rect width="760" height="${height}" rx="10" fill="#1b1f27"/>
<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>
${rows}
</svg>
`,
)
