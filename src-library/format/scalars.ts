/** Schemas of single values: ids, dates, language tags, numbers. */
import * as v from 'valibot'
import { confidences } from '../model/confidence.ts'
import type { PartialDate } from '../model/source.ts'
import { isAnchor, isArticleId, isImagePath, isPackId, isSourceId } from './paths.ts'

/** UTF-16 units of a title or a name. */
export const longestName = 1_000

/** A letter, digit or sign that is drawn: the Hangul filler U+3164, say, is a letter and is not. */
const visible = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether the text can be a title or a name: there is something to be seen in it, and it ends. */
export function isName(text: string): boolean {
  return text.length <= longestName && visible.test(text)
}

const named = (check: (text: string) => boolean, expected: string): v.GenericSchema<unknown, string> =>
  v.pipe(v.string(), v.check(check, expected))

export const packId = named(isPackId, 'a pack id of lower-case letters, digits and hyphens')
export const articleId = named(isArticleId, 'an article id of letters, digits, hyphens, underscores and dots')
export const anchor = named(isAnchor, 'an anchor of letters, digits, hyphens, underscores and dots')
export const sourceId = named(isSourceId, 'a source id of letters, digits, hyphens, underscores and dots')
export const imagePath = named(isImagePath, 'the path of a PNG, JPEG or WebP file in figures/')
export const languageTag = named(isLanguageTag, 'a language tag such as en, az or az-Cyrl')
export const sha256 = named((text) => /^[0-9a-f]{64}$/.test(text), 'a SHA-256 of 64 hexadecimal digits')
export const partialDate = named(isPartialDate, 'a date such as 2026-11-22, 2026-11 or 2026')
export const confidence = v.picklist(confidences)
/** Titles and names: so that they can be seen, and end. */
export const filled = named(isName, `a text to be seen, of at most ${longestName} characters`)

export const count = (least: number, most: number): v.GenericSchema<unknown, number> => {
  const expected = `a whole number from ${least} to ${most}`
  return v.pipe(
    v.number(),
    v.check((n) => Number.isInteger(n) && n >= least && n <= most, expected),
  )
}

/** Whether the text has the shape of a BCP 47 tag (RFC 5646, without private and grandfathered forms). */
export function isLanguageTag(text: string): boolean {
  return text.length <= 35 && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)
}

/** Whether the text is a day that exists, a month, or a year of four digits. */
export function isPartialDate(text: string): text is PartialDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month = '01', day = '01'] = match
  // The calendar decides: 31 April becomes 1 May and no longer says what was written.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}
