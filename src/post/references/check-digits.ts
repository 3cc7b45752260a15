/** Check digits of ISBN (ISO 2108) and ISSN (ISO 3297). */

/** Digits of a valid ISBN-10 or ISBN-13 (`X` in upper case), else `undefined`. */
export function validIsbn(raw: string): string | undefined {
  const digits = raw.replace(/[^\dXx]/g, '').toUpperCase()
  if (/^\d{13}$/.test(digits)) return weighted(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0 ? digits : undefined
  if (/^\d{9}[\dX]$/.test(digits)) return weighted(digits, (index) => 10 - index) % 11 === 0 ? digits : undefined
  return undefined
}

/** `1234-567X` of a valid ISSN, else `undefined`. */
export function validIssn(raw: string): string | undefined {
  const digits = raw.replace(/[^\dXx]/g, '').toUpperCase()
  if (!/^\d{7}[\dX]$/.test(digits)) return undefined
  return weighted(digits, (index) => 8 - index) % 11 === 0 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : undefined
}

function weighted(digits: string, weight: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < digits.length; index++) sum += weight(index) * (digits[index] === 'X' ? 10 : Number(digits[index]))
  return sum
}
