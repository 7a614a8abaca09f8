/** Texts in several languages, decoded. */
import * as v from 'valibot'
import type { Wording } from '../model/wording.ts'
import { distinct } from './decode.ts'
import { filled, languageTag } from './scalars.ts'

const text = v.object({ language: languageTag, text: filled })

export const wording: v.GenericSchema<unknown, Wording> = v.pipe(
  distinct(text, ({ language }) => language.toLowerCase(), 'a list of texts whose languages all differ'),
  v.check((texts) => texts.length > 0, 'a text in at least one language'),
)

/** Phrases with their language; one language may have several. */
export const phrases = v.array(text)
