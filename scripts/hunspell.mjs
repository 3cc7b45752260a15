/** Every form a Hunspell dictionary accepts. Enough of the format for SCOWL's English dictionaries: plain one-letter affixes with conditions. */

/** @returns {Set<string>} words as the dictionary writes them; possessives are left to the reader of the list */
export function expandDictionary(aff, dic) {
  const affixes = readAffixes(aff)
  const compoundOnly = /^ONLYINCOMPOUND (\S)/m.exec(aff)?.[1]
  const words = new Set()
  for (const line of dic.split('\n').slice(1)) {
    const [word, flags = ''] = line.trim().split(/\s/)[0].split('/')
    if (!word || (compoundOnly && flags.includes(compoundOnly))) continue
    words.add(word)
    const crossing = []
    for (const flag of flags) {
      const affix = affixes.get(flag)
      if (affix?.kind !== 'SFX' || flag === 'M') continue
      for (const form of suffixed(word, affix)) {
        words.add(form)
        if (affix.crosses) crossing.push(form)
      }
    }
    for (const flag of flags) {
      const affix = affixes.get(flag)
      if (affix?.kind !== 'PFX') continue
      for (const form of affix.crosses ? [word, ...crossing] : [word]) {
        for (const { strip, add, condition } of affix.entries) {
          if (condition.test(form)) words.add(add + form.slice(strip.length))
        }
      }
    }
  }
  return words
}

function suffixed(word, { entries }) {
  return entries
    .filter(({ strip, condition }) => word.endsWith(strip) && condition.test(word))
    .map(({ strip, add }) => word.slice(0, word.length - strip.length) + add)
}

function readAffixes(aff) {
  const affixes = new Map()
  for (const line of aff.split('\n')) {
    const [kind, flag, third, fourth, condition] = line.trim().split(/\s+/)
    if (kind !== 'PFX' && kind !== 'SFX') continue
    const affix = affixes.get(flag)
    if (!affix) {
      affixes.set(flag, { kind, crosses: third === 'Y', entries: [] })
      continue
    }
    affix.entries.push({
      strip: third === '0' ? '' : third,
      add: fourth === '0' ? '' : fourth.split('/')[0],
      condition: new RegExp(kind === 'SFX' ? `${condition}$` : `^${condition}`),
    })
  }
  return affixes
}
