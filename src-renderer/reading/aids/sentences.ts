/** A line of text in sentences, as they are read aloud. */
import type { Range } from '../../../src-library/search/result.ts'

/** A full stop after one of these, or after an initial, ends no sentence. */
const abbreviated =
  /(?:^|[\s(«“"])(?:\p{L}|No|Nos|Art|Arts|Dr|Mr|Mrs|Ms|St|e\.g|i\.e|cf|vs|ст|п|пп|г|гг|т\.\s?е|т\.\s?д|см|ред|mad|bax)\.\s*$/iu

/** Ranges of the line, in order, without spaces around them; none for a line without letters or digits. */
export function sentencesOf(line: string, language: string): readonly Range[] {
  const ends = [...endsOf(line, language), line.length]
  const ranges: Range[] = []
  let start = 0
  for (const end of ends) {
    if (end <= start) continue
    const said = line.slice(start, end)
    if (end < line.length && abbreviated.test(said)) continue
    const from = start + (said.length - said.trimStart().length)
    const to = start + said.trimEnd().length
    if (/[\p{L}\p{N}]/u.test(said)) ranges.push({ start: from, end: to })
    start = end
  }
  return ranges
}

/** Where sentences may end. Firefox before version 125 has no segmenter. */
function endsOf(line: string, language: string): readonly number[] {
  const { Segmenter } = Intl as Partial<Pick<typeof Intl, 'Segmenter'>>
  return Segmenter
    ? [...new Segmenter(language, { granularity: 'sentence' }).segment(line)].map(({ index }) => index)
    : [...line.matchAll(/[.!?…]["”»)]?\s+(?=["“«(]?[\p{Lu}\p{N}])/gu)].map(
        ({ index, 0: end }) => index + end.length,
      )
}
