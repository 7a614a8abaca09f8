/** Bytes of a file -> a clean text and the way to report about it. */
import { withoutUnwanted } from '../../src-library/model/controlcharacters.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { mayBeBroken, mendBroken } from './letters/broken.ts'
import { plainBlanks } from './letters/blanks.ts'
import { mendLigatures, withoutHidden } from './letters/signs.ts'
import { mendLetters } from './letters/twins.ts'
import { SourceText } from './text.ts'
import { decodeUtf8 } from './utf8.ts'

/** Of broken lines that are shown: they have one cause. */
const mostBroken = 50

/** A text with the way to report about it. */
export type OpenedText = { readonly text: SourceText; readonly report: Report }

/** The text of a file; null, after saying where it stops being one, if it is not UTF-8. */
export function openText(path: string, bytes: Uint8Array, diagnostics: Diagnostics): OpenedText | null {
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
      new SourceText(path, before + line).locationOf({ start: before.length, end: before.length + 1 }),
    )
    return null
  }
  return cleanText(path, decoded.text, diagnostics)
}

/**
 * The text as it is meant. Signs that can't be seen are taken out and joined letters taken apart first, so that places
 * are those of what can be seen; the rest is replaced one for one. Everything but invisible signs is said.
 */
function cleanText(path: string, original: string, diagnostics: Diagnostics): OpenedText {
  const broken = findBroken(original)
  const blanks = plainBlanks(original, path)
  const hidden = withoutHidden(blanks.text)
  const { text: harmless, first } = withoutUnwanted(
    mendLigatures(hidden.text).replace(/\u2028|\u2029/g, '\n'),
  )
  const { text: mendedText, mended } = mendLetters(harmless)
  const text = new SourceText(path, mendedText)
  const report = diagnostics.about(text)
  for (const { at, line, meant } of broken) {
    diagnostics.add(
      'letters-broken',
      path,
      'The letters of this line were broken by a wrong encoding before it was saved.',
      `Meant is probably: ${meant}`,
      new SourceText(path, original).locationOf({ start: at, end: at + line.length }),
    )
  }
  if (blanks.first !== null) {
    report(
      'blank-mended',
      { start: blanks.first, end: blanks.first + 1 },
      `A blank that doesn’t break stands here where a plain one is needed${times(blanks.count)}; it was read as one.`,
    )
  }
  if (hidden.first) {
    report(
      'signs-left-out',
      { start: hidden.first.offset, end: hidden.first.offset + 1 },
      `A sign that can’t be seen, ${hidden.first.name}, stands here${times(hidden.count)}; it was left out.`,
    )
  }
  if (first && broken.length === 0) {
    report(
      'control-character',
      { start: first.offset, end: first.offset + 1 },
      `There are control characters in this file, the first is ${first.name}; each was read as a blank.`,
    )
  }
  const lost = mendedText.indexOf('\ufffd')
  if (lost !== -1) {
    report(
      'letters-lost',
      { start: lost, end: lost + 1 },
      'A letter was lost here before this file was saved: \ufffd stands in its place.',
      'Look it up in the original.',
    )
  }
  for (const { at, from, to, script } of new Map(
    mended.toReversed().map((word) => [word.from, word]),
  ).values()) {
    const message =
      script === 'ə'
        ? `\`${from}\` has a turned e for ə; it was read as \`${to}\`.`
        : `\`${from}\` mixes Latin and Cyrillic letters; it was read as ${script} \`${to}\`.`
    report('letters-mixed', at, message)
  }
  return { text, report }
}

const times = (count: number): string => (count > 1 ? ` and in ${count - 1} more places` : '')

/** Lines whose letters were broken, with what they were; the first of each, as a file may hold thousands. */
function findBroken(
  text: string,
): readonly { readonly at: number; readonly line: string; readonly meant: string }[] {
  if (!mayBeBroken(text)) return []
  return Array.from(text.matchAll(/[^\r\n]+/g))
    .flatMap(({ 0: line, index: at }) => {
      const meant = mayBeBroken(line) ? mendBroken(line) : null
      return meant === null ? [] : [{ at, line, meant: meant.trim() }]
    })
    .slice(0, mostBroken)
}
