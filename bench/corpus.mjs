/** Temporary folders of posts: the English medical posts of the corpus, and many salted copies of them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(path.dirname(new URL(import.meta.url).pathname))
export const CORPUS = path.resolve(process.env.MEDLINT_CORPUS ?? path.join(root, '..', 'shared', 'corpus'))

export const hasCorpus = () => existsSync(path.join(CORPUS, 'INDEX.tsv'))

/** @returns {{name: string, text: Buffer}[]} */
export function medicalPosts() {
  const [head, ...rows] = readFileSync(path.join(CORPUS, 'INDEX.tsv'), 'utf8').trim().split('\n')
  const columns = head.split('\t')
  const cell = (row, column) => row.split('\t')[columns.indexOf(column)]
  return rows
    .filter((row) => cell(row, 'language') === 'en' && cell(row, 'medical') === 'yes')
    .map((row, index) => {
      const name = cell(row, 'path')
      return { name: plainName(name, index), text: readFileSync(path.join(CORPUS, name)) }
    })
}

/** One flat folder and plain names: no tool passes a file over for its folder, its characters or an ending it does not know (.qmd). */
function plainName(name, index) {
  const ending = name.endsWith('.mdx') ? '.mdx' : '.md'
  const stem = path.parse(name).name.replace(/[^A-Za-z0-9]+/g, '-')
  return `${String(index).padStart(4, '0')}-${stem}${ending}`
}

/** @returns {{folder: string, files: number, bytes: number}} */
export function writePosts(folder, posts) {
  mkdirSync(folder, { recursive: true })
  let files = 0
  let bytes = 0
  for (const { name, text } of posts) {
    writeFileSync(path.join(folder, name), text)
    files++
    bytes += text.length
  }
  return { folder, files, bytes }
}

/** As many posts as asked for; a sentence of its own at the end of each keeps any two from being equal. */
export function* saltedCopies(posts, count) {
  for (let copy = 0; copy < count; copy++) {
    const { name, text } = posts[copy % posts.length]
    const salt = `\n\nThe clinic filed this page as sheet ${copy} in drawer ${(copy * 7919) % 10_007}.\n`
    yield { name: `${String(copy).padStart(5, '0')}-${name}`, text: Buffer.concat([text, Buffer.from(salt)]) }
  }
}
