/** Files under a folder by any spelling of their case; each folder is listed once. */
import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Real path of a file or folder below `root`, with `/`: exactly as asked for when there is one, else one that differs in case. */
export function createFindFile(root: string): (name: string) => string | undefined {
  const listings = new Map<string, { exact: Set<string>; byLower: Map<string, string> }>()

  function listing(folder: string) {
    let known = listings.get(folder)
    if (!known) {
      const names = namesIn(path.join(root, folder))
      known = { exact: new Set(names), byLower: new Map(names.map((name) => [plain(name), name])) }
      listings.set(folder, known)
    }
    return known
  }

  return (name) => {
    let found = ''
    for (const part of name.split('/')) {
      if (part === '') continue
      const { exact, byLower } = listing(found)
      const real = exact.has(part) ? part : byLower.get(plain(part))
      if (real === undefined) return undefined
      found = found === '' ? real : `${found}/${real}`
    }
    return found
  }
}

/** Disks differ in case and in how they write accents. */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
