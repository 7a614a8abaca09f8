/** Text -> mdast, refusing first what the parser could not get through in reasonable time. */
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { SourceDocument } from '../1-read/documents.ts'
import { findExcess } from './counts.ts'
import { packSyntax, withoutBareAddresses } from './syntax.ts'

const parser = () =>
  unified()
    .use(remarkParse)
    // A single tilde means "about", as in ~1,850: it strikes nothing out.
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter, ['yaml'])
    .use(packSyntax)

const processor = parser().freeze()
/** Bare addresses are looked for at each letter: a third of the time, and most documents hold none. */
const processorWithoutAddresses = parser().use(withoutBareAddresses).freeze()
/** `&` may begin an @ that is written as a character reference. */
const mayHoldAddress = /[@&]|www|http/i

/** UTF-16 units. */
const longestLine = 100_000
const longestDocument = 4_000_000
/**
 * Brackets and signs of * _ ~ in one run of lines without a blank one. The parser
 * tries each closing one against the opening ones: twice as many take four times as long.
 */
const mostSigns = 8_000

export const deepestNesting = 32

/** The tree, or null after reporting why there is none. */
export function parseMarkdown({ text, report }: Pick<SourceDocument, 'text' | 'report'>): Root | null {
  const refusal = refuse(text.text)
  if (refusal) {
    report(refusal.code, { start: refusal.start, end: refusal.start + 1 }, refusal.message, refusal.remedy)
    return null
  }
  try {
    return (mayHoldAddress.test(text.text) ? processor : processorWithoutAddresses).parse(text.text)
  } catch (error) {
    // Nesting that the check above doesn't see, such as emphasis in emphasis, exhausts the parser's stack.
    if (!(error instanceof RangeError)) throw error
    report('nested-too-deep', null, `Something here is nested deeper than ${deepestNesting} levels.`)
    return null
  }
}

type Refusal = {
  readonly code: 'text-too-long' | 'nested-too-deep' | 'too-much'
  readonly start: number
  readonly message: string
  readonly remedy: string
}

function refuse(text: string): Refusal | null {
  let start = 0
  let signs = 0
  for (const line of text.split('\n')) {
    if (line.length > longestLine) {
      const message = `This line has ${line.length} characters; ${longestLine} is the most.`
      return { code: 'text-too-long', start, message, remedy: 'Break it into paragraphs.' }
    }
    if ((nests.test(line) && !isRule.test(line)) || nestsByIndent.test(line)) {
      const message = `This line opens more than ${deepestNesting} lists or quotations inside one another.`
      return {
        code: 'nested-too-deep',
        start,
        message,
        remedy: 'Write a \\ before the first sign if it is text.',
      }
    }
    signs = line.trim() === '' ? 0 : signs + (isRule.test(line) ? 0 : (line.match(sign)?.length ?? 0))
    if (signs > mostSigns) {
      const message = `This paragraph has more than ${mostSigns} brackets and signs of emphasis.`
      return { code: 'text-too-long', start, message, remedy: 'Break it into paragraphs.' }
    }
    start += line.length + 1
  }
  if (text.length > longestDocument) {
    const message = `This document has ${text.length} characters; ${longestDocument} is the most.`
    return { code: 'text-too-long', start: 0, message, remedy: 'Make several articles of it.' }
  }
  const excess = findExcess(text)
  return excess && { code: 'too-much', ...excess }
}

/** Block quote and list markers one after the other. */
const nests = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){33}/
/** A list item so far to the right that as many could be open around it, at two columns each: the parser asks each on each line. */
const nestsByIndent = /^[ \t>]*[ \t]{66}[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|\r?$)/
/** `- - - -` is a thematic break however long. */
const isRule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*\r?$/

/** Each of a run counts, as `****` opens two; but not a line to write on, `____`, which opens nothing. */
const sign = /(?<!\S)_+(?!\S)|[[\]*_~]/g
