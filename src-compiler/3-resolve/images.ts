/**
 * Images, by their first bytes. The name of a file says what it should be and
 * its bytes what it is; a picture is taken only when they agree, because the
 * app serves it by its name. SVG is a program, and refused whatever its name.
 */
import { mostPixels } from '../../src-library/format/figures.ts'

export type ImageSize = { readonly width: number; readonly height: number }
type ImageType = 'png' | 'jpeg' | 'webp'

export type ImageFault = { readonly message: string; readonly remedy: string }

/** Width and height of an image in pixels, from its header; or its fault. */
export function measureImage(path: string, bytes: Uint8Array): ImageSize | ImageFault {
  const type = typeOf(bytes)
  const remedy = 'Export it again as PNG, JPEG or WebP.'
  if (!type) {
    const isSvg = /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2000)))
    return {
      message: isSvg ? 'This is an SVG; packs hold no programs.' : 'This is no PNG, JPEG or WebP image.',
      remedy,
    }
  }
  if (extensionType(path) !== type) {
    return {
      message: `This file holds a ${type.toUpperCase()} image.`,
      remedy: `Give it the extension .${type}.`,
    }
  }
  const size = sizes[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!size || size.width < 1 || size.height < 1)
    return { message: 'The size of this image can’t be read.', remedy }
  if (size.width * size.height > mostPixels || Math.max(size.width, size.height) > 65_535) {
    return {
      message: `This image has ${size.width} × ${size.height} pixels; 40 million is the most.`,
      remedy: 'Make it smaller: 2,000 pixels across fill a page.',
    }
  }
  return size
}

/**
 * Where the picture ends in its file. Bytes behind it may be another file, a program for instance, that travels with
 * the picture. The whole length if no end is found.
 */
export function endOfImage(bytes: Uint8Array): number {
  const type = typeOf(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = type ? ends[type](view) : null
  return end === null ? bytes.length : Math.min(end, bytes.length)
}

const ends: Readonly<Record<ImageType, (view: DataView) => number | null>> = {
  png: (view) => {
    for (let at = 8; at + 12 <= view.byteLength;) {
      const next = at + 12 + view.getUint32(at)
      if (view.getUint32(at + 4) === 0x49454e44) return next
      at = next
    }
    return null
  },
  // A scan holds no FF but with 00 or the number of a restart behind it.
  jpeg: (view) => {
    for (let at = 2; at + 4 <= view.byteLength;) {
      const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0
      const isInScan = marker === 0 || (marker >= 0xd0 && marker <= 0xd7)
      if (isInScan || marker === 0xff) at += 1
      else if (marker === 0xd9) return at + 2
      else at += 2 + view.getUint16(at + 2)
    }
    const last = view.byteLength - 2
    return last >= 2 && view.getUint16(last) === 0xffd9 ? view.byteLength : null
  },
  webp: (view) => (view.byteLength < 12 ? null : 8 + view.getUint32(4, true) + (view.getUint32(4, true) % 2)),
}

const extensionType = (path: string): string => (/\.([a-z]+)$/.exec(path)?.[1] ?? '').replace(/^jpg$/, 'jpeg')

function typeOf(bytes: Uint8Array): ImageType | null {
  const starts = (at: number, text: string): boolean =>
    [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0))
  if (starts(0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (starts(0, '\xff\xd8\xff')) return 'jpeg'
  if (starts(0, 'RIFF') && starts(8, 'WEBP')) return 'webp'
  return null
}

const sizes: Readonly<Record<ImageType, (view: DataView) => ImageSize | null>> = {
  // https://www.w3.org/TR/png-3/#11IHDR
  png: (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),

  // Segments up to the first start of frame, SOF0 to SOF15 without DHT, JPG and DAC: https://www.w3.org/Graphics/JPEG/itu-t81.pdf
  jpeg: (view) => {
    let at = 2
    while (at + 9 <= view.byteLength) {
      if (view.getUint8(at) !== 0xff) return null
      const marker = view.getUint8(at + 1)
      if (marker === 0xff) at++
      else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      } else at += 2 + view.getUint16(at + 2)
    }
    return null
  },

  // https://developers.google.com/speed/webp/docs/riff_container
  webp: (view) => {
    if (view.byteLength < 30) return null
    const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
    if (chunk === 'VP8 ')
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    if (chunk === 'VP8L') {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    if (chunk !== 'VP8X') return null
    const threeBytes = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
    return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
  },
}
