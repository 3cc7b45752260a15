/**
 * How house styles write units: the gap before a unit and before %, the letter for litre, the mark of thousands. After the AMA Manual of
 * Style 11, the NHS digital service manual and the SI brochure 9.
 */
export const HOUSE_STYLES = {
  consistent: { name: 'as on the rest of the page', gap: undefined, percentGap: undefined, litre: undefined, thousands: ',' },
  ama: { name: 'AMA', gap: ' ', percentGap: '', litre: 'L', thousands: ',' },
  nhs: { name: 'NHS', gap: '', percentGap: '', litre: 'l', thousands: ',' },
  si: { name: 'SI', gap: ' ', percentGap: ' ', litre: undefined, thousands: '\u202F' },
} as const
export type UnitStyle = (typeof HOUSE_STYLES)[keyof typeof HOUSE_STYLES]
