import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureImage } from './images.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )

const big32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const big16 = (n: number): number[] => [n >> 8, n & 255]
const small16 = (n: number): number[] => [n & 255, n >> 8]
const small24 = (n: number): number[] => [n & 255, (n >> 8) & 255, n >> 16]

const png = (width: number, height: number): Uint8Array =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', big32(width), big32(height), [8, 0, 0, 0, 0])
const jpeg = (width: number, height: number, frame = 0xc2): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF',
    [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc4, 0, 4, 1, 2],
    [0xff, 0xff, frame, 0, 17, 8],
    big16(height),
    big16(width),
    [3],
  )
const webp = (chunk: string, ...rest: number[][]): Uint8Array =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [0, 0, 0, 0], ...rest, new Array<number>(20).fill(0))

describe('the size of an image', () => {
  it.each([
    ['a.png', png(640, 480)],
    ['a.jpg', jpeg(640, 480)],
    ['a.jpeg', jpeg(640, 480, 0xc0)],
    ['lossy.webp', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a], small16(640), small16(480))],
    ['lossless.webp', webp('VP8L', [0x2f], [0x7f, 0xc2, 0x77, 0x00])],
    ['extended.webp', webp('VP8X', [0, 0, 0, 0], small24(639), small24(479))],
  ])('is read from the header of %s', (path, content) => {
    expect(measureImage(`figures/${path}`, content)).toEqual({ width: 640, height: 480 })
  })

  it.each([
    ['an empty file', 'a.png', bytes()],
    ['a text', 'a.png', bytes('hello')],
    ['an SVG called PNG', 'a.png', bytes('<?xml?><svg onload="x">')],
    ['a PNG called JPEG', 'a.jpg', png(1, 1)],
    ['a PNG of no width', 'a.png', png(0, 1)],
    ['a PNG that is cut off', 'a.png', png(640, 480).subarray(0, 20)],
    ['a PNG of 3,600 megapixels', 'a.png', png(60_000, 60_000)],
    ['a PNG longer than any screen', 'a.png', png(70_000, 1)],
    ['a JPEG without a frame', 'a.jpg', bytes([0xff, 0xd8, 0xff, 0xd9])],
    [
      'a JPEG whose segment has no length',
      'a.jpg',
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], new Array<number>(40).fill(0)),
    ],
    ['a WebP of an unknown sort', 'a.webp', webp('ABCD')],
  ])('is not read from %s', (_what, path, content) => {
    expect(measureImage(`figures/${path}`, content)).toHaveProperty('message')
  })

  it('is read or refused, and never throws, whatever the bytes', () => {
    const starts = fc.constantFrom(png(5, 5), jpeg(5, 5), webp('VP8 '), webp('VP8X'))
    fc.assert(
      fc.property(starts, fc.nat(60), fc.uint8Array({ maxLength: 60 }), (start, cut, rest) => {
        const content = Uint8Array.from([...start.subarray(0, cut), ...rest])
        for (const path of ['a.png', 'a.jpg', 'a.webp']) measureImage(path, content)
      }),
    )
  })
})
