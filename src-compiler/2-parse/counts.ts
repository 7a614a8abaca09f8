/**
 * How much of each thing a document may hold: far above what anybody reads, and below what takes the parser long. Counted
 * in the text before it is parsed, because it is the parsing that takes long.
 */

export type Excess = { readonly start: number; readonly message: string; readonly remedy: string }

type Limit = { readonly what: string; readonly most: number; readonly line: RegExp }

const divide = 'Make several articles of it.'

const limits: readonly Limit[] = [
  { what: 'headings', most: 2_000, line: /^ {0,3}(?:#{1,6}(?:[ \t]|\r?$)|=+[ \t]*\r?$|-+[ \t]*\r?$)/ },
  { what: 'notes', most: 5_000, line: /^ {0,3}\[\^[^\]\s]+\]:/ },
  {
    what: 'list items and quotations',
    most: 20_000,
    line: /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|\r?$))/,
  },
  { what: 'rows of tables', most: 20_000, line: /\|/ },
]

const mostParagraphs = 20_000
/** Tabs before the text of a line: each opens a column that every block around it is asked about. */
const mostTabs = 64
/** Signs of emphasis and brackets in the whole document; a paragraph has a limit of its own. */
const mostSigns = 200_000

/** The first thing a text has too much of; null when there is none. */
export function findExcess(text: string): Excess | null {
  const counts = limits.map(() => 0)
  let paragraphs = 0
  let signs = 0
  let wasEmpty = true
  let start = 0
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === ''
    if (wasEmpty && !isEmpty && ++paragraphs > mostParagraphs)
      return excess(start, `This document has more than ${mostParagraphs} blocks.`)
    wasEmpty = isEmpty
    const tabs = /^[ >]*(\t[\t ]*)/.exec(line)?.[1]?.replaceAll(' ', '').length ?? 0
    if (tabs > mostTabs)
      return {
        start,
        message: `This line begins with ${tabs} tabs; ${mostTabs} is the most.`,
        remedy: 'Take them out.',
      }
    for (const [i, { what, most, line: pattern }] of limits.entries()) {
      if (!pattern.test(line)) continue
      counts[i] = (counts[i] ?? 0) + 1
      if ((counts[i] ?? 0) > most) return excess(start, `This document has more than ${most} ${what}.`)
    }
    signs += line.match(/[[\]*_~]/g)?.length ?? 0
    if (signs > mostSigns)
      return excess(start, `This document has more than ${mostSigns} brackets and signs of emphasis.`)
    start += line.length + 1
  }
  return null
}

const excess = (start: number, message: string): Excess => ({ start, message, remedy: divide })
