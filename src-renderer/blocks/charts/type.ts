/** The measures of a chart, in em: multiples of the size its letters are set in. */
import type { Words } from '../../messages/words.ts'
import type { Point } from './chart.ts'

export const lineHeight = 1.6

/** Of a bar. */
export const thickness = 0.65

/** How far down a line's middle is. */
export const middleOf = (line: number): number => (line + 0.5) * lineHeight

/** No less than the text takes: a digit of Noto Sans is 0.57 em wide, and its letters are no wider on average. */
export const widthOf = (text: string): number => text.length * 0.58

/** The words beside a value that is doubted; null beside one that is not. */
export const doubtText = ({ doubt }: Pick<Point, 'doubt'>, words: Words): string | null =>
  doubt === null ? null : words.confidence[doubt].name.toLocaleLowerCase(words.language)

/** The words at the end of a known value's bar. */
export const valueText = (point: Pick<Point, 'text' | 'doubt'>, words: Words): string =>
  [point.text, doubtText(point, words)].filter((text) => text !== null).join(' ')

/** Breaks a name between words into lines about as wide as its longest word. */
export function brokenName(name: string): readonly string[] {
  const words = name.split(/\s+/)
  const widest = Math.max(6, ...words.map((word) => word.length))
  return words.reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > widest) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}
