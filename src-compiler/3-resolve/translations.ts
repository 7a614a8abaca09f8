/** Which article a document says again in another language. */
import type { Translation } from '../../src-library/model/article.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'

/** Null for a document that is no translation, or after reporting faults. */
export function resolveTranslation(document: ParsedDocument, around: Surroundings): Translation | null {
  const { source, frontMatter } = document
  if (!frontMatter.translation) return null
  const { of, reviewed } = frontMatter.translation
  if (!resolveAddress(of.value, source.id, around.places, of.at, source.report)) return null
  const original = around.documents.get(of.value)
  const fault = original && faultOf(document, original, around.settings.language)
  if (fault) source.report('bad-value', of.at, fault)
  return { of: of.value, reviewed }
}

function faultOf(document: ParsedDocument, original: ParsedDocument, packLanguage: string): string | null {
  const name = `\`${original.source.id}\``
  const languageOf = ({ frontMatter }: ParsedDocument): string => frontMatter.language ?? packLanguage
  if (original.frontMatter.translation)
    return `${name} is a translation itself: name the article it was made from.`
  if (original.source.kind !== document.source.kind) return `${name} is of another kind.`
  if (languageOf(original) === languageOf(document))
    return `${name} is in the same language: set \`language\`.`
  return null
}
