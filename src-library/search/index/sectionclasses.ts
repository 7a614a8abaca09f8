/**
 * Classes of sections: those alike in everything that a filter or a facet asks (kind, year,
 * language, sources) in depth, and in whether they are lists of words. A pack has few, so a match is counted by adding one to its
 * class, and filters are asked of classes instead of sections.
 *
 *   sectionClasses   each section's class, in two bytes, or four where there are more
 *   classes          how many; for each: language, kind, depth, year, 1 for a list of words, how many sources, sources
 */
import { isClassBounded } from './bounds.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Meta } from './meta.ts'
import type { SectionClass } from './sectionclass.ts'

/** More classes than this take four bytes a section. */
const mostInTwoBytes = 0x10000

export function packClasses(all: readonly SectionClass[]): {
  sectionClasses: Uint8Array
  classes: Uint8Array
} {
  const numbers = new Map<string, number>()
  const writer = new ByteWriter()
  const numbersOf = all.map(({ language, kind, depth, year, isWordList, sources }) => {
    const own = [language, kind, depth, year, isWordList ? 1 : 0]
    const key = [...own, ...sources].join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    for (const value of [...own, sources.length, ...sources]) writer.varint(value)
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
  const classes = new ByteWriter()
  classes.varint(numbers.size)
  classes.append(writer.take())
  const array = numbers.size > mostInTwoBytes ? Uint32Array.from(numbersOf) : Uint16Array.from(numbersOf)
  return { sectionClasses: new Uint8Array(array.buffer), classes: classes.take() }
}

export type Classes = {
  /** By section. */
  readonly of: Uint16Array | Uint32Array
  readonly all: readonly SectionClass[]
}

/** Null where the parts contradict each other: the file was made by somebody else. */
export function readClasses(
  sectionClasses: Uint8Array,
  classes: Uint8Array,
  sections: number,
  tables: Pick<Meta, 'sectionLanguages' | 'sources'>,
): Classes | null {
  const reader = new ByteReader(classes)
  const count = reader.varint()
  const width = count > mostInTwoBytes ? 4 : 2
  if (sectionClasses.length !== sections * width || count > sections) return null
  const { buffer, byteOffset } = sectionClasses
  const of =
    width === 4
      ? new Uint32Array(buffer, byteOffset, sections)
      : new Uint16Array(buffer, byteOffset, sections)
  const all: SectionClass[] = []
  for (let i = 0; i < count; i++) {
    const [language, kind, depth, year] = [reader.varint(), reader.varint(), reader.varint(), reader.varint()]
    const isWordList = reader.varint() === 1
    const howMany = reader.varint()
    // Looked at before as many numbers are made.
    if (howMany > tables.sources.length) return null
    const sources = Array.from({ length: howMany }, () => reader.varint())
    const own = { language, kind, depth, year, isWordList, sources }
    if (!isClassBounded(own, tables)) return null
    all.push(own)
  }
  return of.every((each) => each < count) ? { of, all } : null
}
