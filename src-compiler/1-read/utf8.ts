/** Bytes to text. */

/**
 * The text, without a byte order mark; or the offset of the first byte that is
 * not UTF-8 as RFC 3629 has it (no overlong forms, no surrogates, nothing above U+10FFFF).
 */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string } | { readonly badByte: number } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { badByte: firstBadByte(bytes) }
  }
}

/** Table 3-7 of the Unicode Standard: the bytes that may follow a first byte. */
const wellFormed: readonly (readonly [
  from: number,
  to: number,
  second: readonly [number, number],
  more: number,
])[] = [
  [0x00, 0x7f, [0, 0], 0],
  [0xc2, 0xdf, [0x80, 0xbf], 1],
  [0xe0, 0xe0, [0xa0, 0xbf], 2],
  [0xe1, 0xec, [0x80, 0xbf], 2],
  [0xed, 0xed, [0x80, 0x9f], 2],
  [0xee, 0xef, [0x80, 0xbf], 2],
  [0xf0, 0xf0, [0x90, 0xbf], 3],
  [0xf1, 0xf3, [0x80, 0xbf], 3],
  [0xf4, 0xf4, [0x80, 0x8f], 3],
]

/** Where the first ill-formed sequence begins; the length when there is none. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const row = wellFormed.find(([from, to]) => first >= from && first <= to)
  if (!row) return 0
  const [, , [least, most], more] = row
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i] ?? 0
    if (i === 1 ? byte < least || byte > most : byte < 0x80 || byte > 0xbf) return 0
  }
  return more + 1
}
