/** Links: where they lead and whether they can support a claim (RULES.md 2.6). */
import domains from '../../data/domains.json' with { type: 'json' }
import type { Ids, LinkKind } from './types.ts'

const LISTED = new Map<string, LinkKind>()
for (const [kind, hosts] of Object.entries(domains.entries)) for (const host of hosts) LISTED.set(host, kind as LinkKind)

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const MEDIA = /\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|mp3)(?:[?#]|$)/i
const GOVERNMENT = /(?:^|\.)(?:gov|gov\.[a-z]{2}|nhs\.uk|gob\.[a-z]{2}|gouv\.fr|mil)$/
const HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i

/** Host name of an absolute URL in lower case without `www.`, else ''. */
export function hostOf(url: string): string {
  const host = HOST.exec(url)?.[1]?.toLowerCase() ?? ''
  return host.startsWith('www.') ? host.slice(4) : host
}

/** True when `host` is one of `domains` or a subdomain of one. */
export function isOnDomain(host: string, ownDomains: readonly string[]): boolean {
  return ownDomains.some((domain) => {
    const bare = domain
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
      .replace(/\/.*$/, '')
    return bare !== '' && (host === bare || host.endsWith(`.${bare}`))
  })
}

export function classifyLink(url: string, ids: Ids, ownDomains: readonly string[]): LinkKind {
  const address = url.trim()
  if (address === '' || address.startsWith('#')) return 'anchor'
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase()
  if (scheme === 'mailto' || scheme === 'tel' || scheme === 'sms') return 'contact'
  const host = hostOf(address)
  if (host === '') return scheme && scheme !== 'http' && scheme !== 'https' ? 'other' : MEDIA.test(address) ? 'media' : 'own-site'
  if (isOnDomain(host, ownDomains)) return ids.doi ? 'scholarly' : 'own-site'
  if (ids.doi || ids.pmid || ids.pmcid || ids.nct) return 'scholarly'
  const listed = listedKind(host)
  if (listed) return listed
  if (GOVERNMENT.test(host)) return 'authority'
  return MEDIA.test(address) ? 'media' : 'other'
}

function listedKind(host: string): LinkKind | undefined {
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) {
    const kind = LISTED.get(host.slice(at))
    if (kind) return kind
  }
  return undefined
}
