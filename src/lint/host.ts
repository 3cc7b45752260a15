/**
 * What a host lends to plugins that are loaded without one (a rule named in a `.remarkrc`). Node's entry files register it; the core
 * itself reads neither files nor the clock.
 */
import type { Resources } from '../post/types.ts'

export interface Host {
  resources: Resources
  /** Today as `YYYY-MM-DD`. */
  today(): string
}

let current: Host | undefined

export function registerHost(host: Host): void {
  current = host
}

export function currentHost(): Host | undefined {
  return current
}
