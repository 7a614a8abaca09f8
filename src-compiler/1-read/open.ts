/** Bytes of a file -> a clean text and the way to report about it. */
import { withoutUnwanted } from '../../src-library/model/controlcharacters.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { mendLetters } from './letters.ts'
import { SourceText } from './text.ts'
import { decodeUtf8 } from './utf8.ts'

/** A text with the way to report about it. */
export type Opened = { readonly text: SourceText; readonly report: Report }

/** The text of a file; null, after saying where it stops being one, if it is not UTF-8. */
export function openText(path: string, bytes: Uint8Array, diagnostics: Diagnostics): Opened | null {
  const decoded = decodeUtf8(bytes)
  if ('badByte' in decoded) {
    const { badByte } = decoded
    const before = new TextDecoder().decode(bytes.subarray(0, badByte))
    const line = new TextDecoder().decode(bytes.subarray(badByte, badByte + 60)).split(/[\r\n]/, 1)[0] ?? ''
    diagnostics.add(
      'not-utf8',
      path,
      `This file is not UTF-8: byte ${badByte} is 0x${(bytes[badByte] ?? 0).toString(16).padStart(2, '0')}.`,
      'Save it again with the encoding UTF-8.',
      new SourceText(path, before + line).placeOf({ start: before.length, end: before.length + 1 }),
    )
    return null
  }
  return cleanText(path, decoded.text, diagnostics)
}

/** Replaces one for one, so that offsets stay what they are in the file. */
function cleanText(path: string, original: string, diagnostics: Diagnostics): Opened {
  const { text: harmless, first } = withoutUnwanted(original)
  const { text: mendedText, mended } = mendLetters(harmless)
  const text = new SourceText(path, mendedText)
  const report = diagnostics.about(text)
  if (first) {
    report(
      'control-character',
      { start: first.offset, end: first.offset + 1 },
      `There are control characters in this file, the first is ${first.name}; each was read as a blank.`,
    )
  }
  for (const { at, from, to, script } of new Map(
    mended.toReversed().map((word) => [word.from, word]),
  ).values()) {
    report(
      'letters-mixed',
      at,
      `\`${from}\` mixes Latin and Cyrillic letters; it was read as ${script} \`${to}\`.`,
    )
  }
  return { text, report }
}
