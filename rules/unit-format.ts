import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { type Change, reworded, rewordings } from '../src/post/changes.ts'
import { HOUSE_STYLES as STYLES, type UnitStyle as Style } from '../src/post/house-styles.ts'
import {
  LITRE,
  type NumberRange,
  type Quantity,
  quantitiesOf,
  RIGHT_SYMBOLS,
  rangesOf,
  signsFirst,
} from '../src/post/quantities.ts'
import { unusual } from '../src/post/usual-form.ts'

interface Options {
  style: 'consistent' | 'ama' | 'nhs' | 'si'
  range: 'consistent' | 'to' | 'en-dash' | 'hyphen'
  percent: boolean
}

const ANY_STYLE = 'in every style'
/** So many digits are miscounted without a mark between them. */
const UNMARKED = /^\d{5,}$/
const DOSED = /^(?:mg|mcg|[µμ]g|units|IU|m[lL])(?:$|\/(?:kg|day|week)$)/
const DASHES = { consistent: undefined, to: ' to ', 'en-dash': '–', hyphen: '-' } as const

export default defineRule<Options>({
  id: 'unit-format',
  family: 'notation',
  purpose: 'numbers and units in one house style',
  type: 'suggestion',
  severity: 'info',
  fix: 'safe',
  wave: 2,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'SI', status: 'to-verify' },
    { key: 'AMA', status: 'partly' },
    { key: 'NHS', status: 'checked' },
    { key: 'ISMP', status: 'checked' },
  ],
  messages: { form: { text: 'Write "{form}" ({style}).' } },
  schema: {
    type: 'object',
    properties: {
      style: {
        enum: ['consistent', 'ama', 'nhs', 'si'],
        description: 'House style; "consistent" takes what most of the page has.',
      },
      range: { enum: ['consistent', 'to', 'en-dash', 'hyphen'], description: 'How ranges of numbers are written.' },
      percent: { type: 'boolean', description: 'Check the per cent sign.' },
    },
  },
  defaultOptions: { style: 'consistent', range: 'consistent', percent: true },
  check(post, { options, report }) {
    const style = STYLES[options.style]
    const quantities = post.prose.flatMap(quantitiesOf)
    const units = new Set(quantities.map(({ unit }) => unit))
    const percents = quantities.filter(({ unit }) => unit === '%')
    units.delete('%')
    const findings = [
      ...quantities.flatMap(slip),
      ...quantities.flatMap((quantity) => withThousands(quantity, style)),
      ...litres(quantities, style),
      ...[...units].flatMap((unit) =>
        spacing(
          quantities.filter((one) => one.unit === unit),
          style.gap,
          ' ',
          style,
        ),
      ),
      ...ranges(post.prose.flatMap(rangesOf), options.range),
    ]
    if (options.percent) {
      findings.push(...spacing(percents, style.percentGap, '', style))
      for (const { number, ...place } of post.prose.flatMap(signsFirst))
        findings.push(rewritten(place, ANY_STYLE, [[{ ...place, text: `${number}%` }]]))
    }
    const places = new Set<number>()
    for (const finding of findings) {
      if (!places.has(finding.at.start)) report(finding)
      places.add(finding.at.start)
    }
  },
})

/** The message shows the first of `ways`. */
function rewritten(place: Parameters<typeof reworded>[0], style: string, ways: readonly Change[][]): Finding {
  const at = place.block.rangeOf(place.textStart, place.textEnd)
  return { at, message: 'form', data: { form: reworded(place, ways[0]!), style }, suggestions: rewordings(place, ways) }
}

function spacing(quantities: readonly Quantity[], wanted: string | undefined, preferred: string, style: Style): Finding[] {
  const gapOf = ({ numberEnd, unitStart }: Quantity) => (unitStart > numberEnd ? ' ' : '')
  return unusual(quantities, gapOf, wanted, preferred).map((quantity) => {
    const { numberEnd, unitStart } = quantity
    const change = { textStart: numberEnd, textEnd: unitStart, text: gapOf(quantity) === '' ? ' ' : '' }
    const { suggestions = [], ...found } = rewritten(quantity, style.name, [[change]])
    return suggestions[0] ? { ...found, fix: suggestions[0].edits } : found
  })
}

function withUnit(quantity: Quantity, unit: string, style: string): Finding {
  return rewritten(quantity, style, [[{ textStart: quantity.unitStart, textEnd: quantity.textEnd, text: unit }]])
}

function slip(quantity: Quantity): Finding[] {
  const [symbol = '', ...below] = quantity.unit.split('/')
  const right = RIGHT_SYMBOLS[symbol]
  return right === undefined ? [] : [withUnit(quantity, [right, ...below].join('/'), ANY_STYLE)]
}

function litres(quantities: readonly Quantity[], style: Style): Finding[] {
  const letterOf = ({ unit }: Quantity) => LITRE.exec(unit)?.[2] ?? ''
  const found = quantities.filter((quantity) => letterOf(quantity) !== '')
  return unusual(found, letterOf, style.litre, 'L').map((quantity) => {
    const letter = letterOf(quantity) === 'l' ? 'L' : 'l'
    return withUnit(quantity, quantity.unit.replace(LITRE, `$1${letter}`), style.name)
  })
}

function withThousands(quantity: Quantity, { thousands }: Style): Finding[] {
  const { block, textStart, numberEnd, unit } = quantity
  const number = block.text.slice(textStart, numberEnd)
  if (!UNMARKED.test(number) || !DOSED.test(unit)) return []
  const text = number.replace(/\B(?=(?:\d{3})+$)/g, thousands)
  return [rewritten(quantity, ANY_STYLE, [[{ textStart, textEnd: numberEnd, text }]])]
}

function ranges(found: readonly NumberRange[], wanted: Options['range']): Finding[] {
  const plain = found.filter(({ lead }) => lead === undefined)
  const others = unusual(plain, ({ dash }) => dash, DASHES[wanted], '–')
  return [
    ...found.filter(({ lead }) => lead !== undefined).map((range) => rewritten(range, ANY_STYLE, withoutDash(range))),
    ...others.map((range) => {
      const text = wanted === 'to' ? ' to ' : range.dash === '-' ? '–' : '-'
      const style = wanted === 'consistent' ? STYLES.consistent.name : 'house style'
      return rewritten(range, style, [[{ textStart: range.markStart, textEnd: range.markEnd, text }]])
    }),
  ]
}

/** "between 5-7" is "between 5 and 7"; "up to 5-7" is "up to 7", or "5 to 7". */
function withoutDash({ textStart, firstStart, markStart, markEnd, lead }: NumberRange): Change[][] {
  const to = { textStart: markStart, textEnd: markEnd, text: lead === 'between' ? ' and ' : ' to ' }
  if (lead !== 'up to') return [[to]]
  return [[{ textStart: firstStart, textEnd: markEnd, text: '' }], [{ textStart, textEnd: firstStart, text: '' }, to]]
}
