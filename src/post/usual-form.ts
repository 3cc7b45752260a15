/**
 * Things a page writes in two ways: those that are not written the `wanted` way, or, without one, not the way most are. When both are as
 * usual, `preferred` counts as the usual one, and without it the one that comes first.
 */
export function unusual<Item>(
  items: readonly Item[],
  formOf: (item: Item) => string,
  wanted: string | undefined,
  preferred?: string,
): Item[] {
  const counts = new Map<string, number>()
  if (wanted === undefined)
    for (const item of items) {
      const form = formOf(item)
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  const rank = ([form, count]: readonly [string, number]) => count + (form === preferred ? 0.5 : 0)
  const usual =
    wanted ?? [...counts].reduce<[string, number]>((best, each) => (rank(each) > rank(best) ? each : best), ['', 0])[0]
  return items.filter((item) => formOf(item) !== usual)
}
