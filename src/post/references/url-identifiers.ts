/** Identifiers a link destination holds, found offline from the address alone. */
import type { Ids } from '../types.ts'
import { canonicalDoi, decoded, doiEnd } from './doi.ts'

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/)?([^/?#]*)([^?#]*)(\?[^#]*)?/i
const HAS_AUTHORITY = /^(?:https?:)?\/\//i
const BARE_HOST =
  /^(?:(?:dx\.|www\.)?doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov)\//i

export function idsOfUrl(url: string): Ids {
  const address = url.trim()
  if (/^doi:/i.test(address)) return doiIds(decoded(address.slice(4).trim()))
  if (!HAS_AUTHORITY.test(address) && !BARE_HOST.test(address)) return {}
  const match = ADDRESS.exec(address)
  if (!match) return {}
  const host = match[2]!
    .toLowerCase()
    .replace(/^[^@]*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
  const path = decoded(match[3]!)
  const query = match[4] ?? ''
  return { ...idsOfParts(host, path, query), url: `${host}${path.replace(/\/+$/, '')}${query}` }
}

function idsOfParts(host: string, path: string, query: string): Ids {
  if (host.endsWith('ncbi.nlm.nih.gov')) return ncbiIds(host, path, query)
  if (host.endsWith('europepmc.org')) return europePmcIds(path)
  if (host.endsWith('clinicaltrials.gov')) return upper('nct', /NCT\d{8}(?!\d)/i.exec(path + query)?.[0])
  if (host === 'arxiv.org') return arxivIds(path)
  const at = path.indexOf('10.')
  if (at >= 0 && (at === 0 || path[at - 1] === '/' || path[at - 1] === ':')) {
    const ids = doiIds(path.slice(at))
    if (ids.doi) return ids
  }
  const inQuery = /[?&](?:id|doi|uri)=(?:info%3Adoi%2F|info:doi\/)?(10(?:\.|%2E)[^&]+)/i.exec(query)?.[1]
  if (inQuery) return doiIds(decoded(inQuery))
  return derivedDoi(host, path)
}

/** Parts of a publisher's path behind the DOI. */
const VIEW =
  /(?:\/(?:full(?:text)?|abstract|abs|pdf|epdf|epub|meta|summary|references|html|tables|figures|suppl[a-z_]*|metrics|information|download)(?:\/.*)?|\.pdf|\.full(?:\.pdf|-text)?|\.short|\.abstract)$/i

function doiIds(text: string): Ids {
  const end = doiEnd(text, 0)
  if (end < 0) return {}
  let doi = canonicalDoi(text.slice(0, end)).replace(VIEW, '')
  if (doi.startsWith('10.1101/')) doi = doi.replace(/v\d{1,2}(?:\.(?:full|supplementary)[a-z.-]*)?$/, '')
  return { doi }
}

/** Publishers whose article addresses hold the suffix of the DOI, not the prefix. */
const DERIVED: { host: string; path: RegExp; doi: (match: RegExpExecArray) => string }[] = [
  { host: 'nature.com', path: /^\/articles\/([a-z][a-z0-9.-]{4,60}?)(?:\.pdf)?\/?$/i, doi: (match) => `10.1038/${match[1]}` },
  { host: 'elifesciences.org', path: /^\/articles\/(\d{5,6})/, doi: (match) => `10.7554/elife.${match[1]}` },
  {
    host: 'biomedcentral.com',
    path: /^\/(\d{4}-\d{3}[\dx])\/(\d{1,3})\/(\d{1,5})(?:\/|$)/i,
    doi: (match) => `10.1186/${match[1]}-${match[2]}-${match[3]}`,
  },
  {
    host: 'hindawi.com',
    path: /^\/journals\/[a-z]+\/(\d{4})\/(\d{6,8})(?:\/|$)/i,
    doi: (match) => `10.1155/${match[1]}/${match[2]}`,
  },
]

function derivedDoi(host: string, path: string): Ids {
  for (const rule of DERIVED) {
    if (host !== rule.host) continue
    const match = rule.path.exec(path)
    if (match) return { doi: rule.doi(match).toLowerCase() }
  }
  return {}
}

function ncbiIds(host: string, path: string, query: string): Ids {
  const pmcid = /\/articles\/(PMC\d{1,8})(?!\d)/i.exec(path)?.[1]
  if (pmcid) return upper('pmcid', pmcid)
  const viaPmc = /\/articles\/pmid\/(\d{1,8})(?!\d)/i.exec(path)?.[1]
  if (viaPmc) return { pmid: viaPmc }
  const pubmed = host.startsWith('pubmed.') || /^\/(?:m\/)?pubmed(?:\/|$)/i.test(path) || /^\/(?:entrez|sites)\//i.test(path)
  if (!pubmed) return {}
  const pmid = /^(?:\/m)?(?:\/pubmed)?\/(\d{1,8})(?:\/|\.|$)/i.exec(path)?.[1] ?? pmidOfQuery(query)
  return pmid ? { pmid } : {}
}

/** `?term=21515175` opens that record, so it is an identifier; shorter numbers may be years or page numbers. */
function pmidOfQuery(query: string): string | undefined {
  return /[?&](?:term|list_uids|uid)=(\d{5,8})(?:(?:%5B|\[)(?:uid|pmid)(?:%5D|\]))?(?:&|$)/i.exec(query)?.[1]
}

function europePmcIds(path: string): Ids {
  const pmid = /\/MED\/(\d{1,8})(?!\d)/i.exec(path)?.[1]
  return pmid ? { pmid } : upper('pmcid', /\/(PMC\d{1,8})(?!\d)/i.exec(path)?.[1])
}

function arxivIds(path: string): Ids {
  const id = /^\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i.exec(path)?.[1]
  return id ? { doi: `10.48550/arxiv.${id.toLowerCase()}` } : {}
}

function upper(kind: 'pmcid' | 'nct', value: string | undefined): Ids {
  return value ? { [kind]: value.toUpperCase() } : {}
}
