import { describe, expect, it } from 'vitest'
import { attempts } from '../../testing/effort.ts'
import { pictureSize } from './picturesize.ts'

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

/** With a segment of hidden data before its frame. */
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from(
    [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 17, 8].concat(
      [height >> 8, height & 255, width >> 8, width & 255],
      Array.from({ length: 20 }, () => 0),
    ),
  )

describe('the size of a picture', () => {
  it('is read from the head of a PNG', () => {
    expect(pictureSize(png(640, 320))).toEqual({ type: 'image/png', width: 640, height: 320 })
  })

  it('is read from the first frame of a JPEG', () => {
    expect(pictureSize(jpeg(1200, 800))).toEqual({ type: 'image/jpeg', width: 1200, height: 800 })
  })

  it('is read of a picture that would fill the memory, without decoding it', () => {
    expect(pictureSize(png(0x7fffffff, 0x7fffffff))?.width).toBe(0x7fffffff)
  })

  it('is not known of other files, of none, and of a picture without pixels', () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    expect([svg, new Uint8Array(), png(0, 10), jpeg(10, 0)].map(pictureSize)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('is read without a fault from any bytes, and from a part of a larger buffer', () => {
    const part = new Uint8Array([9, 9, 9, ...jpeg(30, 20)]).subarray(3)
    expect(pictureSize(part)).toMatchObject({ width: 30, height: 20 })
    for (let run = 0; run < attempts(300); run++) {
      const bytes = run % 2 ? jpeg(100, 100) : png(100, 100)
      for (let flips = 0; flips < 6; flips++) {
        bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256)
      }
      const size = pictureSize(bytes.subarray(0, Math.floor(Math.random() * (bytes.length + 1))))
      expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
    }
  })
})
