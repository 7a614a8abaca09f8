/**
 * Bytes -> text. In this order: what the person says, the byte order mark, strict UTF-8, UTF-16 by
 * its zero bytes, what the file itself declares if it decodes without control signs, and last a guess.
 *
 * `TextDecoder` knows the encodings of the Encoding Standard. jschardet guesses among those that
 * documents of this region are in.
 */
import { detect } from 'jschardet'
import { mayBeBroken, mendBroken } from '../1-read/letters/broken.ts'
import type { Remark } from './draft.ts'

export type DecodedText = {
  readonly text: string
  readonly encoding: string
  readonly remarks: readonly Remark[]
}

/** The possible guesses: by jschardet's names, with the label that TextDecoder knows. */
const guesses: Readonly<Record<string, string>> = {
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1254': 'windows-1254',
  'iso-8859-1': 'windows-1252',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-9': 'windows-1254',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  ibm866: 'ibm866',
  maccyrillic: 'x-mac-cyrillic',
  'x-mac-cyrillic': 'x-mac-cyrillic',
  ascii: 'utf-8',
  'utf-8': 'utf-8',
}

/** Below this, the report asks a person to check the guess. jschardet's figures for one-byte sets are low. */
const surely = 0.4

/** The text with its letters mended. `declared` is what the file says of itself, by any name. */
export function decode(
  bytes: Uint8Array,
  wanted: string | null,
  declared: string | null = null,
): DecodedText {
  const decoded = decodeBytes(bytes, wanted, declared)
  const { text, mended } = mendLetters(decoded.text)
  if (mended === 0) return { ...decoded, text }
  const remark: Remark = {
    code: 'letters-mended',
    text: `Letters that a program broke were mended in ${mended} ${mended === 1 ? 'line' : 'lines'}.`,
  }
  return { ...decoded, text, remarks: [...decoded.remarks, remark] }
}

/**
 * Lines whose letters are broken are read back, invisible signs go, and accents join their letters. A soft hyphen may be
 * half of a broken letter: it goes last.
 */
function mendLetters(text: string): { readonly text: string; readonly mended: number } {
  if (!mayBeBroken(text)) return { text: withoutUnseen(text), mended: 0 }
  let mended = 0
  const lines = text.split('\n').map((line) => {
    const better = mayBeBroken(line) ? mendBroken(line) : null
    if (better === null) return line
    mended++
    return better
  })
  return { text: withoutUnseen(lines.join('\n')), mended }
}

/** Soft hyphens and blanks of no width are no letters; accents join theirs. */
export const withoutUnseen = (text: string): string =>
  text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').normalize('NFC')

function decodeBytes(bytes: Uint8Array, wanted: string | null, declared: string | null): DecodedText {
  if (wanted !== null) return { text: textOf(bytes, wanted), encoding: wanted, remarks: [] }
  const marked = byMark(bytes)
  if (marked !== null) return { text: textOf(bytes, marked), encoding: marked, remarks: [] }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8', remarks: [] }
  const wide = byZeros(bytes)
  if (wide !== null) return { text: textOf(bytes, wide), encoding: wide, remarks: [guessed(wide)] }

  const label = declared === null ? null : labelOf(declared)
  const asDeclared = label === null ? null : strictly(bytes, label)
  if (label !== null && asDeclared !== null && !hasControls(asDeclared))
    return { text: asDeclared, encoding: label, remarks: [] }
  const wrong: Remark[] =
    declared === null
      ? []
      : [
          {
            code: 'encoding-declared-wrong',
            text: `The file says that it is in ${declared.slice(0, 40)}, and it is not.`,
          },
        ]
  const { encoding, confidence } = guess(bytes)
  return {
    text: textOf(bytes, encoding),
    encoding,
    remarks: [...wrong, guessed(encoding, confidence < surely)],
  }
}

const guessed = (encoding: string, unsure = false): Remark => ({
  code: 'encoding-guessed',
  text: unsure
    ? `The letters were read as ${encoding}, which is a guess. Look at the text; --encoding names another.`
    : `The letters were read as ${encoding}.`,
})

/** Whether TextDecoder knows the name. */
export function labelOf(name: string): string | null {
  try {
    return new TextDecoder(name.trim()).encoding
  } catch {
    return null
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Latin text in UTF-16 has a zero in every second byte; other scripts have it at each blank and line end. */
function byZeros(bytes: Uint8Array): string | null {
  const part = bytes.subarray(0, 20_000)
  const zeros = [0, 0]
  const high: [Map<number, number>, Map<number, number>] = [new Map(), new Map()]
  for (const [i, byte] of part.entries()) {
    const side = i & 1
    if (byte === 0) zeros[side] = (zeros[side] ?? 0) + 1
    const counts = side === 0 ? high[0] : high[1]
    counts.set(byte, (counts.get(byte) ?? 0) + 1)
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd < part.length / 200) return null
  if (odd > 4 * even) return 'utf-16le'
  if (even > 4 * odd) return 'utf-16be'
  // The side with fewer different bytes holds the upper halves.
  return high[1].size < high[0].size ? 'utf-16le' : 'utf-16be'
}

function guess(bytes: Uint8Array): { readonly encoding: string; readonly confidence: number } {
  const found = detect(Buffer.from(bytes.subarray(0, 200_000)), { detectEncodings: Object.keys(guesses) })
  const encoding = guesses[(found.encoding as string | null)?.toLowerCase() ?? '']
  return encoding === undefined || encoding === 'utf-8'
    ? { encoding: 'windows-1252', confidence: 0 }
    : { encoding, confidence: found.confidence }
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const textOf = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

/** C1 signs: no text has them; they show that the bytes are in another encoding. */
const hasControls = (text: string): boolean => /[\u0080-\u009f]/.test(text)
