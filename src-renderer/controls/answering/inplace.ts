/** The content shown in place for a need or a number of the desk, in the reader's language. */
import type { Article, Section, SectionAddress } from '../../../src-library/model/article.ts'
import type { Table } from '../../../src-library/model/block.ts'
import type { DirectAnswer } from '../../../src-library/model/directanswer.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { Wording } from '../../../src-library/model/wording.ts'
import { inLanguage, sameLanguage, versionsOf } from '../../state/languages.ts'

/** A text in the reader's language, else in the first it has. */
export const wordingIn = (texts: Wording, language: string): { language: string; text: string } =>
  texts.find((one) => sameLanguage(one.language, language)) ?? texts[0] ?? { language: '', text: '' }

/** The section's version in the reader's language where it has the section, else the section itself. */
export function sectionInLanguage(pack: Pack, address: SectionAddress, language: string): SectionAddress {
  const [version] = inLanguage(versionsOf(pack, address.article), language)
  return version?.sections.some(({ anchor }) => anchor === address.anchor)
    ? { article: version.id, anchor: address.anchor }
    : address
}

/** The answers of a section, each in the reader's language where it has a version, as the authors ordered them. */
export function answersAt(pack: Pack, address: SectionAddress, language: string): readonly DirectAnswer[] {
  const versions = new Set(versionsOf(pack, address.article).map(({ id }) => id))
  const all = pack.answers.filter(
    ({ section }) => section.anchor === address.anchor && versions.has(section.article),
  )
  const ids = [...new Set(all.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const own = all.filter((one) => one.id === id)
    return (
      own.find((one) => sameLanguage(one.language, language)) ??
      own.find(({ section }) => section.article === address.article) ??
      own[0] ??
      []
    )
  })
}

/** A section's first table. */
export function tableIn(article: Article, anchor: string): { section: Section; table: Table } | null {
  const section = article.sections.find((one) => one.anchor === anchor)
  const table = section?.blocks.find((block) => block.kind === 'table')
  return section && table ? { section, table } : null
}

/** Every number to call of a pack, in the reader's language, those of the desk first. */
export function numbersOf(pack: Pack, language: string): readonly DirectAnswer[] {
  const first = pack.desk.numbers.flatMap((address) => answersAt(pack, address, language))
  const others = pack.answers.flatMap(({ section }) => answersAt(pack, section, language))
  const numbers = new Map<string, DirectAnswer>()
  for (const answer of [...first, ...others])
    if (answer.phone && !numbers.has(answer.phone.number)) numbers.set(answer.phone.number, answer)
  return [...numbers.values()]
}
