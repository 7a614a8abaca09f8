/**
 * Bounds of an index. Its checksum shows damage but is no signature: a hostile index has a right one too. So every
 * number that is read when the index is opened has a bound here, and every offset is within its part and in order. The
 * code that reads postings and dictionary words at each search bounds them itself. The page ends a search that takes
 * too long (src-renderer/engine/client.ts).
 *
 * The bounds are far above what the compiler writes for a library of 100,000 sections.
 */
import { articleKinds } from '../../model/article.ts'
import type { IndexParts } from './layout.ts'
import type { Meta } from './meta.ts'
import { blocksOf } from './records.ts'
import type { SectionClass } from './sectionclass.ts'

/** Bytes of the part that is parsed as JSON. */
export const longestMeta = 8 * 1024 * 1024

const mostLanguages = 64
const mostSources = 100_000
/** Letters that dictionaries have codes for, and letters of spellings. */
const mostLetters = 256
const mostSpellingLetters = 10_000
/** Words of all concepts, and of one. */
const mostWords = 10_000
const mostWaysToSay = 200
/** UTF-16 units of a name: a language, a source, a word of a concept. */
const longestName = 1_000
/** Terms of a field. */
const longestAverage = 1e7
/** Bytes of what the table says of one section or article. */
const longestEntry = 16 * 1024
/** Levels of headings; the article's own is the first. */
const mostDepth = 7
const lastYear = 9999

/** Whether what an index says of itself is within bounds, and fits its parts. */
export function isMetaBounded(meta: Meta, parts: IndexParts): boolean {
  const words = meta.concepts.flat()
  return (
    areNames(meta.languages, mostLanguages) &&
    areNames(meta.sectionLanguages, mostLanguages) &&
    areNames(meta.sources, mostSources) &&
    areNames(
      words.flatMap(({ language, text }) => [language, text]),
      2 * mostWords,
    ) &&
    meta.concepts.every((concept) => concept.length <= mostWaysToSay) &&
    meta.alphabet.length <= mostLetters &&
    meta.letters.length <= mostSpellingLetters &&
    meta.averages.every((average) => average >= 0 && average <= longestAverage) &&
    isDictionary(meta.terms, parts.termBlocks, parts.termBytes) &&
    isDictionary(meta.surfaces, parts.surfaceBlocks, parts.surfaceBytes)
  )
}

const areNames = (names: readonly string[], most: number): boolean =>
  names.length <= most && names.every((name) => name.length <= longestName)

/** A word takes a byte at least, and a block of words begins after the one before. */
function isDictionary(size: number, blocks: Uint8Array, bytes: Uint8Array): boolean {
  return (
    size >= 0 && size <= bytes.length && blocks.length === blocksOf(size) * 4 && isOrdered(blocks, 1, bytes)
  )
}

/** Whether the section and article tables can be read: the offsets of both, and the sections that articles begin with. */
export function areTablesBounded(parts: IndexParts): boolean {
  const sections = parts.sectionStarts.length / 4
  const articles = parts.articleStarts.length / 8
  return (
    Number.isInteger(sections) &&
    Number.isInteger(articles) &&
    articles <= sections &&
    isOrdered(parts.sectionStarts, 1, parts.sectionBytes, longestEntry) &&
    isOrdered(parts.articleStarts, 2, parts.articleBytes, longestEntry) &&
    beginInOrder(parts.articleStarts, sections)
  )
}

/** The first article begins with the first section, and each later one with a later section. */
function beginInOrder(articleStarts: Uint8Array, sections: number): boolean {
  const starts = words(articleStarts)
  for (let at = 1; at < starts.length; at += 2) {
    const first = starts[at] as number
    const wanted = at === 1 ? 0 : (starts[at - 2] as number) + 1
    if (at === 1 ? first !== 0 : first < wanted) return false
    if (first >= sections) return false
  }
  return true
}

/** Whether every `step`-th number is an offset into the bytes, behind the one before by no more than `most`. */
function isOrdered(starts: Uint8Array, step: number, bytes: Uint8Array, most = Infinity): boolean {
  const offsets = words(starts)
  let before = 0
  for (let at = 0; at < offsets.length; at += step) {
    const offset = offsets[at] as number
    if (offset < before || offset - before > most) return false
    before = offset
  }
  return before <= bytes.length && (offsets.length === 0 || bytes.length - before <= most)
}

/** Whether a class names only what there is. */
export function isClassBounded(
  { language, kind, depth, year, sources }: SectionClass,
  meta: Pick<Meta, 'sectionLanguages' | 'sources'>,
): boolean {
  return (
    language < meta.sectionLanguages.length &&
    kind < articleKinds.length &&
    depth >= 1 &&
    depth <= mostDepth &&
    year <= lastYear &&
    sources.length <= meta.sources.length &&
    sources.every((source) => source < meta.sources.length)
  )
}

const words = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
