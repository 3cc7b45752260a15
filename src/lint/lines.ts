/** Lines and columns from 1, columns in UTF-16 code units; `\n`, `\r\n` and `\r` end a line. */
export interface Lines {
  pointAt(offset: number): { line: number; column: number }
}

export function lineIndex(text: string): Lines {
  const starts = [0]
  const ends = /\r\n?|\n/g
  for (let match = ends.exec(text); match; match = ends.exec(text)) starts.push(ends.lastIndex)
  return {
    pointAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - starts[low]! + 1 }
    },
  }
}
