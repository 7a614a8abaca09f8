/** The encodings that UTF-8 is read in by mistake: which byte each of their letters is. */

/** Code page 437, which no decoder of the platform knows, from 0x80: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

/**
 * windows-1252 from 0x80 to 0x9f, as the Encoding Standard has it: Node reads it as Latin-1, which has control
 * characters there. https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
const signs1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export type Misreading = {
  readonly name: string
  /** The byte of a letter, from 0x80. */
  readonly bytes: ReadonlyMap<string, number>
  /** Finds letters whose bytes would be UTF-8, or its beginning before a lost one. */
  readonly sequence: RegExp
  /** Whether its letters are Cyrillic, so that words of it are made of high bytes alone. */
  readonly isCyrillic: boolean
  /** Whether it has letters where Latin-1 and its kin have control characters. */
  readonly hasSigns: boolean
}

const highBytes = Array.from({ length: 128 }, (_, i) => i + 128)

function misreading(name: string, letters: readonly string[]): Misreading {
  const bytes = new Map(highBytes.map((byte) => [String.fromCharCode(byte), byte] as const).slice(0, 32))
  letters.forEach((letter, i) => bytes.set(letter, i + 128))
  bytes.delete('\ufffd')
  const between = (from: number, to: number): string =>
    `[${[...bytes].flatMap(([letter, byte]) => (byte >= from && byte <= to ? letter.replace(/[\]\\^-]/, '\\$&') : [])).join('')}]`
  const next = between(0x80, 0xbf).replace(/\]$/, '\ufffd]')
  const sequence = `${between(0xc2, 0xdf)}${next}|${between(0xe0, 0xef)}${next}(?:${next}|\\?)|${between(0xf0, 0xf4)}${next}{3}`
  return {
    name,
    bytes,
    sequence: new RegExp(sequence, 'u'),
    isCyrillic: bytes.has('ж'),
    hasSigns: !name.startsWith('iso-'),
  }
}

/** In the order in which they are tried: of two that explain a line equally well the first is taken. */
export const misreadings: readonly Misreading[] = [
  misreading('windows-1252', [...signs1252, ...highBytes.slice(32).map((byte) => String.fromCharCode(byte))]),
  ...['windows-1251', 'windows-1254', 'windows-1250', 'iso-8859-2', 'macintosh', 'ibm866', 'koi8-r'].map(
    (name) => {
      const decoder = new TextDecoder(name)
      return misreading(
        name,
        highBytes.map((byte) => decoder.decode(new Uint8Array([byte]))),
      )
    },
  ),
  misreading('cp437', [...codePage437]),
]

/** What windows-1252 has where Unicode has control characters, as `\x94` for ”; null where it has nothing. */
export function fromControl(letter: string): string | null {
  const code = letter.charCodeAt(0)
  if (code < 0x80 || code > 0x9f) return null
  const meant = signs1252[code - 0x80] ?? letter
  return meant === letter ? null : meant
}
