/** What formats that are written piece by piece share. */

/** Text that comes once, before all else. */
export function once(text: string): () => string {
  let left = text
  return () => {
    const given = left
    left = ''
    return given
  }
}

export interface JsonList {
  item(value: object): string
  /** The end of the list, and `tail` behind its bracket. */
  end(tail: string): string
}

/** A JSON array, an item a line. `head` ends with its opening bracket. */
export function createJsonList(head: string): JsonList {
  const start = once(head)
  let between = '\n'
  return {
    item(value) {
      const text = `${start()}${between}${JSON.stringify(value)}`
      between = ',\n'
      return text
    },
    end: (tail) => `${start()}${between === '\n' ? '' : '\n'}]${tail}`,
  }
}
