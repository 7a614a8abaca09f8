/**
 * Characters that no author means and no reader may be shown: controls, the
 * overrides, embeddings and isolates of the writing direction, by which a text
 * shows other than it is (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing), letters that draw nothing, and
 * tags, in which a text can hide (https://www.unicode.org/charts/PDF/UE0000.pdf) but for those that spell a flag.
 * A pack that holds any is refused. The compiler blanks them where a text is read, and again where an escape of Markdown
 * (`&#x202e;`), YAML or JSON (`"\u202e"`) writes one.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\p{Cs}|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu

export const hasUnwanted = (text: string): boolean => text.search(unwanted) !== -1

/** Replaces each control character by a space (same length). Also gives the first one with its offset, or null. */
export function withoutUnwanted(text: string): {
  readonly text: string
  readonly first: { readonly name: string; readonly offset: number } | null
} {
  const offset = text.search(unwanted)
  if (offset === -1) return { text, first: null }
  const name = `U+${(text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return { text: text.replace(unwanted, (sign) => ' '.repeat(sign.length)), first: { name, offset } }
}
