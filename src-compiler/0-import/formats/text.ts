/**
 * Plain text. A line is a paragraph where lines are long or end like sentences; else lines are joined
 * until a blank one, because a program had broken them. Nothing in it is markup: tags are words.
 */
import type { Element, ElementContent } from 'hast'
import { success } from '../../../src-library/model/outcome.ts'
import { decode } from '../decode.ts'
import { emptyDraft, type Reader } from '../draft.ts'
import { plainText } from '../plain.ts'

export const readText: Reader = async (bytes, { encoding }) => {
  const decoded = decode(bytes, encoding)
  const all = paragraphsOf(decoded.text)
  const { title, paragraphs, remarks } = plainText(all)
  return Promise.resolve(
    success({
      ...emptyDraft,
      title,
      encoding: decoded.encoding,
      remarks: [...decoded.remarks, ...remarks],
      tree: { type: 'root', children: paragraphs.map(paragraph) },
      whole: { type: 'root', children: all.map(paragraph) },
    }),
  )
}

export const paragraph = (text: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value: text } satisfies ElementContent],
})

/** Lines wrapped by a program cluster at this length, in UTF-16 units. */
const wrapped = { least: 50, most: 84 }

/** The paragraphs of a text, without blank lines and without blanks around them. */
export function paragraphsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => line.trim())
  const full = lines.filter((line) => line !== '')
  if (!isWrapped(lines, full)) return full
  return text
    .split(/(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])/)
    .map((part) =>
      part
        .split(/\r\n|[\n\r\v\f]/)
        .map((line) => line.trim())
        .join(' ')
        .trim(),
    )
    .filter((part) => part !== '')
}

/** Whether a program broke the lines: most that another line follows end near the same width, in the midst of a sentence. */
function isWrapped(lines: readonly string[], full: readonly string[]): boolean {
  const followed = lines.filter((line, i) => line !== '' && (lines[i + 1] ?? '') !== '')
  if (followed.length < 3) return false
  const sorted = full.map(({ length }) => length).sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1] ?? 0
  if (median > wrapped.most) return false
  const broken = followed.filter((line) => line.length >= wrapped.least && !/[.!?:;…»”"]$/.test(line))
  return broken.length > followed.length * 0.5
}
