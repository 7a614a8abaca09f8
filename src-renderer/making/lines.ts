/** Where a line of a text begins and ends; lines count from 1, and one beyond the end is the last. */
export function lineRange(text: string, line: number): readonly [number, number] {
  let start = 0
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', start)
    if (next === -1) break
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  return [start, end === -1 ? text.length : end]
}
