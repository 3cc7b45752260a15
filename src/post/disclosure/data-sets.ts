/** Dated sets of what regulators decided (RULES.md 7.3): shipped ones are small; a site brings its own through the configuration. */

export interface DataSet<Entry> {
  /** `YYYY-MM-DD`: the day the whole set was last checked. */
  asOf: string
  source: string
  /** True when whatever is not listed is not authorised. */
  complete?: boolean
  entries: readonly Entry[]
}

/** Health claims a food may make (Regulation (EC) No 1924/2006, Art. 13 and 14): words compared in lower case, without hyphens. */
export interface AuthorisedClaim {
  nutrients: readonly string[]
  effects: readonly string[]
  regions: readonly string[]
}

/** What a regulator decided on a class of products for conditions; without conditions, for all. */
export interface Approval {
  products: readonly string[]
  conditions?: readonly string[]
  region: string
  status: 'approved' | 'investigational' | 'not-approved'
  source: string
  /** `YYYY-MM-DD` of the notice or list. */
  date: string
}

export interface DataSets {
  approvals?: DataSet<Approval>
  'authorised-claims'?: DataSet<AuthorisedClaim>
}
