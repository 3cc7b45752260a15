/** Where two pictures of a page differ: an answer of the browser's own drawing to where words are. */

/**
 * @param page any page of the web, to decode the pictures in
 * @returns box of the differing pixels in CSS pixels, or `undefined`
 */
export function differenceOf(page, first, second) {
  return page.evaluate(
    async (pictures) => {
      const [before, after] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height)
        }),
      )
      let box
      for (let at = 0; at < before.data.length; at += 4) {
        const distance = [0, 1, 2].reduce(
          (sum, channel) => sum + Math.abs(before.data[at + channel] - after.data[at + channel]),
          0,
        )
        if (distance < 40) continue
        const x = (at / 4) % before.width
        const y = Math.floor(at / 4 / before.width)
        box ??= { left: x, right: x + 1, top: y, bottom: y + 1 }
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x + 1)
        box.bottom = y + 1
      }
      return box
    },
    [first.toString('base64'), second.toString('base64')],
  )
}
