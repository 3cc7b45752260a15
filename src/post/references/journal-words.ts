/** Names of journals as words: what they are compared by, and the abbreviation that follows from a title. */

/** Words an NLM abbreviation leaves out. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  'the of and for in on a an at to by from with & de la le les des du et el los las y und der die das fur für della dei di e da do dos'.split(
    ' ',
  ),
)

/** The words of a title that its abbreviation keeps. */
export function keptWords(title: string): string[] {
  return (title.match(/[\p{L}\p{N}'&-]+/gu) ?? []).filter((word) => !LEFT_OUT.has(word.toLowerCase()))
}

/** The abbreviation that follows from the words of a title; it holds no marks, apostrophes or hyphens. */
export function abbreviate(title: string, usual: ReadonlyMap<string, string>): string {
  const plain = withoutMarks(title).replace(APOSTROPHE, '')
  let abbreviation = ''
  for (const word of plain.match(ASCII.test(plain) ? ASCII_WORD : WORD) ?? []) {
    const lower = word.toLowerCase()
    if (LEFT_OUT.has(lower)) continue
    const short = usual.get(lower) ?? word
    abbreviation += `${abbreviation && ' '}${short[0]!.toUpperCase()}${short.slice(1)}`
  }
  return abbreviation
}

const APOSTROPHE = /['’]/g
const ASCII_WORD = /[A-Za-z0-9&]+/g
const WORD = /[\p{L}\p{N}&]+/gu

/** What names are compared by: lower case, no marks, no leading article, `&` as `and`. */
export function journalKey(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
}

const ASCII = /^[ -~]*$/
/** Marks over and under letters, and the signs that stand for letters in transliterated names. */
const MARK = /[\p{M}ʹʻʼ]/gu
const OTHER_LETTER: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ı: 'i', đ: 'd', ß: 'ss' }

function withoutMarks(name: string): string {
  if (ASCII.test(name)) return name
  return name
    .normalize('NFKD')
    .replace(MARK, '')
    .replace(/[æœøłıđß]/g, (letter) => OTHER_LETTER[letter]!)
}
