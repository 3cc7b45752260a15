/** The publisher's own host name, from the configuration of common site generators. Read as text: nothing is run. */
export type ReadText = (path: string) => string | undefined

interface Source {
  files: string[]
  addressIn: (text: string) => string | undefined
}

const SCRIPTS = ['.js', '.ts', '.mjs', '.cjs', '.mts']
const COMMENT_LINE = /^\s*(?:\/\/|#|\*).*$/gm

/** `process.env.URL || ` and the like in front of the address itself. */
const FALLBACK = '(?:[^"\'`\\n]*(?:\\|\\||\\?\\?)\\s*)?'
const inScript = (key: string) => first(new RegExp(`\\b${key}\\s*:\\s*${FALLBACK}["'\`]([^"'\`]+)`))

const first = (pattern: RegExp) => (text: string) => pattern.exec(text.replace(COMMENT_LINE, ''))?.[1]

/** In the order they are looked at. */
const SOURCES: Source[] = [
  { files: SCRIPTS.map((end) => `gatsby-config${end}`), addressIn: inScript('siteUrl') },
  {
    files: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) => [
      `${name}.toml`,
      `${name}.yaml`,
      `${name}.yml`,
      `${name}.json`,
    ]),
    addressIn: first(/^[\s{]*["']?baseurl["']?[ \t]*[=:][ \t]*["']?([^"'\s,]+)/im),
  },
  { files: ['_config.yml', '_config.yaml'], addressIn: first(/^url[ \t]*:[ \t]*["']?([^"'\s#]+)/m) },
  { files: SCRIPTS.map((end) => `astro.config${end}`), addressIn: inScript('site') },
  { files: ['CNAME', 'static/CNAME', 'public/CNAME', 'src/CNAME'], addressIn: (text) => text.trim().split(/\s/)[0] },
  { files: ['package.json'], addressIn: homepageOf },
]

const NOT_OWN =
  /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|npmjs\.com|localhost|example\.(?:com|org|net)|gatsbyjs\.(?:com|org))$|^[\d.:[\]]+$/

/** Host names found beside a configuration; `only` limits it to one file. */
export function siteDomains(read: ReadText, only?: string): string[] {
  if (only !== undefined) {
    const text = read(only) ?? ''
    const name = only.slice(only.lastIndexOf('/') + 1)
    const source = SOURCES.find(({ files }) => files.includes(name))
    const host = (source ? [source] : SOURCES).map(({ addressIn }) => hostOf(addressIn(text))).find(Boolean)
    return host === undefined ? [] : [host]
  }
  for (const { files, addressIn } of SOURCES) {
    for (const file of files) {
      const text = read(file)
      const host = text === undefined ? undefined : hostOf(addressIn(text))
      if (host !== undefined) return [host]
    }
  }
  return []
}

/** Host name without `www.`; undefined for what is no public address of one's own. */
function hostOf(address: string | undefined): string | undefined {
  if (!address) return undefined
  try {
    const { hostname } = new URL(/^(?:https?:)?\/\//.test(address) ? address.replace(/^\/\//, 'https://') : `https://${address}`)
    const host = hostname.replace(/^www\./, '')
    return /^[a-z\d.-]+\.[a-z\d-]+$/.test(host) && !NOT_OWN.test(host) ? host : undefined
  } catch {
    return undefined
  }
}

function homepageOf(text: string): string | undefined {
  try {
    const { homepage } = JSON.parse(text) as { homepage?: unknown }
    return typeof homepage === 'string' ? homepage : undefined
  } catch {
    return undefined
  }
}
