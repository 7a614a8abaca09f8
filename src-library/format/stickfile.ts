/**
 * A data file of the USB edition, and of the search of an exported site. A page that is opened as a file can't read its
 * neighbours, but it can run them: so each file is a script that hands its bytes to the page, deflated and in base 85, with
 * the SHA-256 of the bytes. Base 85 takes 15 letters for 12 bytes, and base 64 takes 16.
 */

/** The object on `globalThis` that the scripts hand their bytes to. */
export const stickGlobal = 'fieldshelfStick'

/** What a data file calls. `deflated`: raw deflate (RFC 1951) in base 85. `sha256`: of the bytes, hexadecimal, lower case. */
export type TakeFile = (path: string, deflated: string, sha256: string) => void

/** Where the data file of a path lies, beside `Fieldshelf.html`. */
export const stickFilePath = (path: string): string => `data/${path}.js`

/** The text of the script. Paths and base 85 are ASCII without quotes and backslashes: nothing needs escaping. */
export const stickFileText = (path: string, deflated: string, sha256: string): string =>
  `${stickGlobal}.put(${[path, deflated, sha256].map((text) => JSON.stringify(text)).join(',')})\n`

/** Digits of base 85 are the letters from here on. `!` takes the place of the backslash among them. */
const firstDigit = 35
const backslash = 92
const forBackslash = 33
const mostDigit = 84

/** Groups of 4 bytes as 5 digits, the highest first. A last group of n bytes has n + 1 digits. */
export function toBase85(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const size = Math.min(4, bytes.length - at)
    let value = 0
    for (let i = 0; i < 4; i++) value = value * 256 + (bytes[at + i] ?? 0)
    let group = ''
    for (let i = 0; i < 5; i++) {
      const code = (value % 85) + firstDigit
      group = String.fromCharCode(code === backslash ? forBackslash : code) + group
      value = Math.floor(value / 85)
    }
    text += group.slice(0, size + 1)
  }
  return text
}

/** The bytes of a text in base 85. Another text gives other bytes: the SHA-256 shows it. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5))
  for (let at = 0, to = 0; at < text.length; at += 5) {
    let value = 0
    for (let i = at; i < at + 5; i++) {
      const code = i < text.length ? text.charCodeAt(i) : firstDigit + mostDigit
      value = value * 85 + (code === forBackslash ? backslash : code) - firstDigit
    }
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = value / 2 ** shift
  }
  return bytes
}
