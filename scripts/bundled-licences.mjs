/** The licences of the packages that bundles are made of, as one text: most ask that their notice goes with every copy. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** @param metafiles what esbuild returns for `metafile: true`, of builds whose working folder is `root` */
export function bundledLicences(metafiles, root) {
  const folders = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((file) => PACKAGE.exec(file)?.[1] ?? [])
    .map((folder) => path.join(root, folder))
  const texts = new Map(
    [...new Set(folders)].map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
      return [`${name} ${version} (${license})`, noticeIn(folder)]
    }),
  )
  const entries = [...texts].sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([title, notice]) => `${title}\n\n${notice.trim()}\n`).join(`\n${'-'.repeat(72)}\n\n`)
}

function noticeIn(folder) {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each))
  return name ? readFileSync(path.join(folder, name), 'utf8') : 'Licence named in its package.json.'
}
