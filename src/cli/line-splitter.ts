/** Lines of a stream of bytes, one after the other, without keeping more than the longest allowed. */
export interface Line {
  /** From 1. */
  number: number
  /** Bytes before it. */
  offset: number
  /** Without the line end; undefined for a line longer than allowed. */
  bytes: Buffer | undefined
}

const NEWLINE = 0x0a
const RETURN = 0x0d

export interface LineSplitter {
  push(part: Buffer): Line[]
  /** The last line, when nothing ends it. */
  end(): Line[]
}

/** `longest`: bytes. */
export function createLineSplitter(longest: number): LineSplitter {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  let offset = 0

  function keep(part: Buffer): void {
    length += part.length
    if (length > longest) parts = []
    else if (part.length > 0) parts.push(part)
  }

  function take(): Line {
    const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const bytes = length > longest ? undefined : whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole
    const line = { number, offset, bytes }
    parts = []
    offset += length + 1
    length = 0
    number++
    return line
  }

  return {
    push(part) {
      const lines: Line[] = []
      let start = 0
      for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, start)) {
        keep(part.subarray(start, at))
        lines.push(take())
        start = at + 1
      }
      keep(part.subarray(start))
      return lines
    },
    end: () => (length > 0 ? [take()] : []),
  }
}
