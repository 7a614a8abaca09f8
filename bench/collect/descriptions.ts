/**
 * Debian's translated package descriptions, as apt keeps them: the short one says what a package is for, the long
 * one describes it. https://wiki.debian.org/RepositoryFormat#Translations
 */
import type { KnownItem } from './knownitems.ts'

/** Reads a `Translation-…` file, unpacked. Packages that were described twice keep their last description. */
export function readDescriptions(file: string, language: string): KnownItem[] {
  const items = new Map<string, KnownItem>()
  for (const stanza of file.split(/\n{2,}/)) {
    const name = /^Package: (.+)$/m.exec(stanza)?.[1]
    const [, short, long] =
      new RegExp(`^Description-${language}: (.+)\\n((?: .*\\n?)+)`, 'm').exec(stanza) ?? []
    if (name === undefined || short === undefined || long === undefined) continue
    items.set(name, { id: name, title: name, body: paragraphs(long), subjects: [short.trim()] })
  }
  return [...items.values()]
}

/** Every line begins with a blank; one with only a point parts paragraphs. */
const paragraphs = (long: string): string =>
  long
    .split(/^ \.\s*$/m)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n')
