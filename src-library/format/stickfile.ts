/**
 * A data file of the USB edition, and of the search of an exported site. A page that is opened as a file can't read its
 * neighbours, but it can run them: so each file is a script that hands its bytes to the page, deflated and in base 91, with
 * the SHA-256 of the bytes. Base 91 takes 16 letters for 13 bytes, and base 64 takes 17.3.
 */

/** The object on `globalThis` that the scripts hand their bytes to. */
export const stickGlobal = 'fieldshelfStick'

/** What a data file calls. `deflated`: raw deflate (RFC 1951) in base 91. `sha256`: of the bytes, hexadecimal, lower case. */
export type TakeFile = (path: string, deflated: string, sha256: string) => void

/** Where the data file of a path lies, beside `Fieldshelf.html`. */
export const stickFilePath = (path: string): string => `data/${path}.js`

/** The text of the script. Paths and base 91 are ASCII without quotes and backslashes: nothing needs escaping. */
export const stickFileText = (path: string, deflated: string, sha256: string): string =>
  `${stickGlobal}.put(${[path, deflated, sha256].map((text) => JSON.stringify(text)).join(',')})\n`

/** The digits: letters of ASCII from `!` to `~`, but for both quotes and the backslash. */
const digits = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((letter) => !/["'\\]/.test(letter))
  .join('')
const base = digits.length
const bitsOfTwo = 13
const bitsOfOne = 6

/** Each 13 bits as two digits, the lowest bits and the lower digit first; the last ones are filled with zeros, and are one digit if that is enough. */
export function toBase91(bytes: Uint8Array): string {
  const text: string[] = []
  let waiting = 0
  let size = 0
  const put = (value: number): void => {
    text.push((digits[value % base] ?? '') + (digits[Math.floor(value / base)] ?? ''))
  }
  for (const byte of bytes) {
    waiting |= byte << size
    size += 8
    if (size < bitsOfTwo) continue
    put(waiting & 8191)
    waiting >>>= bitsOfTwo
    size -= bitsOfTwo
  }
  if (size > bitsOfOne) put(waiting)
  else if (size > 0) text.push(digits[waiting] ?? '')
  return text.join('')
}

/** The bytes of a text in base 91. Another text gives other bytes: the SHA-256 shows it. */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const values = new Map(Array.from(digits, (letter, value) => [letter, value]))
  const bits = (text.length >> 1) * bitsOfTwo + (text.length % 2) * bitsOfOne
  const bytes = new Uint8Array(Math.floor(bits / 8))
  let to = 0
  let waiting = 0
  let size = 0
  for (let at = 0; at < text.length; at += 2) {
    const low = values.get(text.charAt(at)) ?? 0
    waiting |= (low + base * (values.get(text.charAt(at + 1)) ?? 0)) << size
    for (size += bitsOfTwo; size >= 8; size -= 8) {
      if (to < bytes.length) bytes[to++] = waiting & 255
      waiting >>>= 8
    }
  }
  return bytes
}
