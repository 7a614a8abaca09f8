import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfImage, measureImage } from './images.ts'

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

describe('the end of a picture in its file', () => {
  const chunk = (name: string, data: number[]): number[] => [
    ...big32(data.length),
    ...[...name].map((c) => c.charCodeAt(0)),
    ...data,
    ...[0, 0, 0, 0],
  ]
  const whole: readonly (readonly [string, Uint8Array])[] = [
    ['PNG', bytes('\x89PNG\r\n\x1a\n', chunk('IHDR', new Array<number>(13).fill(1)), chunk('IEND', []))],
    [
      'JPEG with a picture in its head',
      bytes(
        [0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 1, 2, 0xff, 0xd9],
        [0xff, 0xda, 0, 3, 0, 7, 0xff, 0, 9, 0xff, 0xd3, 5],
        [0xff, 0xd9],
      ),
    ],
    ['WebP', bytes('RIFF', small24(12), [0], 'WEBP', 'VP8 ', [0, 0, 0, 0])],
  ]

  it.each(whole)('is found in a %s, with and without a file behind it', (_what, picture) => {
    expect(endOfImage(picture)).toBe(picture.length)
    expect(endOfImage(bytes([...picture], 'PK\x03\x04 a program \xff\xd9'))).toBe(picture.length)
  })

  it.each(whole)('of a %s that is cut off is where its bytes end', (_what, picture) => {
    for (let length = 0; length < picture.length; length++)
      expect(endOfImage(picture.subarray(0, length))).toBe(length)
  })
})
