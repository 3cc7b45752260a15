/** Shows the findings of a session on the page and tells which of them is at a point. */

import type { Message } from '../../../src/lint/types.ts'
import { FieldMarks } from '../editors/field-marks.ts'
import { showHighlights } from '../editors/highlights.ts'
import type { Place, Reading } from '../editors/types.ts'

/** More are not told apart on a page; the panel lists them all. */
const MOST_MARKS = 500

export class Marks {
  readonly #fields = new FieldMarks()
  #places: { message: Message; place: Place }[] = []

  show(findings: readonly Message[], reading: Reading | undefined): void {
    this.#places = reading ? findings.slice(0, MOST_MARKS).flatMap((message) => placed(message, reading)) : []
    showHighlights(
      this.#places.flatMap(({ message, place }) =>
        'range' in place ? [{ range: place.range, severity: message.severity }] : [],
      ),
    )
    this.#fields.show(
      this.#places.flatMap(({ message, place }) => ('field' in place ? [{ ...place, severity: message.severity }] : [])),
    )
  }

  /** After a scroll or a change of layout. */
  draw(): void {
    this.#fields.draw()
  }

  /** The finding at a point of the viewport; the shortest where several overlap. */
  at(x: number, y: number): Message | undefined {
    const hits = this.#places.filter(({ place }) =>
      this.#rectsOf(place).some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom),
    )
    hits.sort((a, b) => lengthOf(a.message) - lengthOf(b.message))
    return hits[0]?.message
  }

  /** Boxes of a finding in viewport pixels; none when it is out of sight. */
  rectsOf(message: Message): DOMRect[] {
    const found = this.#places.find((each) => each.message === message)
    return found ? this.#rectsOf(found.place) : []
  }

  placeOf(message: Message): Place | undefined {
    return this.#places.find((each) => each.message === message)?.place
  }

  #rectsOf(place: Place): DOMRect[] {
    return 'range' in place ? [...place.range.getClientRects()] : this.#fields.rectsOf(place.field, place.start, place.end)
  }
}

function lengthOf({ start, end }: Message): number {
  return end - start
}

/** A finding between two characters is shown at the one behind it, or before it. */
function placed(message: Message, reading: Reading): { message: Message; place: Place }[] {
  const { start, end } = message
  const place =
    start < end
      ? reading.placeOf(start, end)
      : (reading.placeOf(start, start + 1) ?? reading.placeOf(Math.max(0, start - 1), start))
  return place ? [{ message, place }] : []
}
