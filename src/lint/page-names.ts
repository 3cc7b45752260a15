/** What the names of pages and files tell: files that every repository has, pages of policy. */

/** Also in a translation (`README_de.md`, `README.zh-CN.md`) or by licence and year (`LICENSE-CC0.md`, `CHANGELOG-2024.md`). */
const NOT_CONTENT =
  /(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|LICEN[CS]E|CODE[-_]OF[-_]CONDUCT)(?:[-_.](?:[a-z\d]{2,3}|hans|hant|apache|markdown|[\d.]+))*$/i

/** The default of `contentFiles`: everything but the files that every repository has. */
export function isPublication(path: string): boolean {
  return !NOT_CONTENT.test(path.replaceAll('\\', '/'))
}

const POLICY =
  /\b(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|(?:and|&) conditions)|imprint|impressum|cookie policy|legal notice)\b/
const TOPIC =
  '(?:(?:(?:medical|legal|health|general|website|site|affiliate) )*disclaimers?|privacy|terms|conditions of use|legal|code of conduct)'
/** The whole name: "Medical disclaimer", "Terms & privacy", but not "Privacy in the ward" or "Medical terms". */
const POLICY_NAME = new RegExp(`^${TOPIC}(?:(?: and| &|,) (?:${TOPIC}|conditions|cookies))*$`)

/** `name`: the title of a page, or the name of its file. */
export function isPolicyName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[_\s]+|(?<=\w)-(?=\w)/g, ' ')
  return POLICY.test(plain) || POLICY_NAME.test(plain.split(/[|:\u2013\u2014]| - /)[0]!.trim())
}
