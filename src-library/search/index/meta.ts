/** The few things about an index that are no array: read once, as JSON. */
import { hasUnwanted } from '../../model/controlcharacters.ts'

/** A word or phrase of a concept. `language` is a BCP 47 tag; the first of its language is the term. */
export type IndexedWord = { readonly language: string; readonly text: string }

export type Meta = {
  /** Languages its sections were analysed in, without regions. */
  readonly languages: readonly string[]
  /** BCP 47 tags of its sections, by the number sections hold. */
  readonly sectionLanguages: readonly string[]
  /** Source ids, by the number sections hold. */
  readonly sources: readonly string[]
  /** How many terms and surface forms its dictionaries hold. */
  readonly terms: number
  readonly surfaces: number
  /** The dictionaries' characters, in order of their codes. */
  readonly alphabet: string
  /** Letters of the spellings, by their numbers: see spellings.ts. */
  readonly letters: string
  /** Mean length of each field. */
  readonly averages: readonly number[]
  /** What concepts are called in every language: each concept a list of its words and phrases. */
  readonly concepts: readonly (readonly IndexedWord[])[]
}

/** Null when it is not what the builder writes. */
export function decodeMeta(bytes: Uint8Array): Meta | null {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  return isMeta(value) ? value : null
}

function isMeta(value: unknown): value is Meta {
  if (typeof value !== 'object' || value === null) return false
  const meta = value as Readonly<Record<string, unknown>>
  return (
    ['languages', 'sectionLanguages', 'sources'].every((key) => isStrings(meta[key])) &&
    ['terms', 'surfaces'].every((key) => Number.isSafeInteger(meta[key])) &&
    typeof meta.alphabet === 'string' &&
    isText(meta.letters) &&
    // Letters of two halves are in it half by half.
    isText(meta.alphabet.replace(/[\ud800-\udfff]/g, '')) &&
    isListOf(meta.averages, Number.isFinite) &&
    isListOf(meta.concepts, (words) => isListOf(words, isIndexedWord))
  )
}

const isListOf = (value: unknown, is: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is)
const isIndexedWord = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'language' in value &&
  'text' in value &&
  isText(value.language) &&
  isText(value.text)
const isStrings = (value: unknown): boolean => isListOf(value, isText)
/** All of it may be shown: words are made of the alphabet. */
const isText = (value: unknown): boolean => typeof value === 'string' && !hasUnwanted(value)
