/** The picture of 48 × 48 pixels that Kiwix shows for a ZIM file: three books on a shelf, as a PNG. */
import { crc32 } from 'node:zlib'
import { deflate } from 'pako'

const size = 48
type Colour = readonly [red: number, green: number, blue: number]
const paper: Colour = [253, 252, 247]
const shelf: Colour = [11, 79, 156]
const books: readonly {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly colour: Colour
}[] = [
  { from: 9, to: 18, top: 10, colour: [11, 79, 156] },
  { from: 20, to: 28, top: 15, colour: [242, 177, 52] },
  { from: 30, to: 39, top: 8, colour: [60, 60, 60] },
]

function colourAt(x: number, y: number): Colour {
  if (y >= 38 && y < 42 && x >= 5 && x < 43) return shelf
  return books.find(({ from, to, top }) => x >= from && x < to && y >= top && y < 38)?.colour ?? paper
}

/** https://www.w3.org/TR/png-3/ */
export function illustration(): Uint8Array {
  const rows = Array.from({ length: size }, (_row, y) => [
    0, // no filter
    ...Array.from({ length: size }, (_pixel, x) => colourAt(x, y)).flat(),
  ]).flat()
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  head.set([8, 2, 0, 0, 0], 8) // 8 bits, red, green and blue
  const signature = [137, 80, 78, 71, 13, 10, 26, 10]
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', head),
    ...chunk('IDAT', deflate(Uint8Array.from(rows))),
    ...chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}
