/**
 * The columns of a long table, whose rows are grids of their own: an ordinary table is laid out from all its cells, so
 * each row that is added lays out all of them again.
 */

/** Rows that are looked at, taken evenly from the whole. */
const sampled = 200
/** Characters of the longest word that keeps a column from getting narrower, and of text that makes it wider. */
const longestWord = 24
const longestText = 60

/** A value of `grid-template-columns`, and the least width of the table. `rows` hold the text of each cell. */
export function columnsOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly template: string; readonly least: string } {
  const step = Math.max(1, Math.floor(rows.length / sampled))
  const looked = [head, ...rows.filter((_, at) => at % step === 0)]
  const columns = head.map((_, column) => {
    const texts = looked.map((row) => row[column] ?? '')
    const word = Math.max(2, ...texts.map(lengthOfWord))
    const text = Math.max(word, ...texts.map(({ length }) => length))
    return { word: Math.min(word, longestWord), text: Math.min(text, longestText) }
  })
  const padding = '1.1em'
  const least = columns.reduce((sum, { word }) => sum + word, 0)
  return {
    template: columns.map(({ word, text }) => `minmax(calc(${word}ch + ${padding}), ${text}fr)`).join(' '),
    least: `calc(${least}ch + ${columns.length} * ${padding})`,
  }
}

const lengthOfWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map(({ length }) => length))
