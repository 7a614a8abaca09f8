/** Concepts of terms.yaml, with their meanings resolved, and the parts of a glossary that are made of them. */
import type { Block, TableCell } from '../../src-library/model/block.ts'
import type { Concept, ConceptWords } from '../../src-library/model/concept.ts'
import type { Inline } from '../../src-library/model/inline.ts'
import { alphabetical } from './alphabetical.ts'

export class Glossary {
  readonly concepts: readonly Concept[]
  readonly #unread: boolean

  /** `unread`: terms.yaml could not be read, so that a missing group may be in it. */
  constructor(concepts: readonly Concept[], unread: boolean) {
    this.concepts = concepts
    this.#unread = unread
  }

  /** Names of the groups, each once. */
  get groups(): readonly string[] {
    return [...new Set(this.concepts.map(({ group }) => group))].filter((group) => group !== '')
  }

  /**
   * A group as the article of one language shows it: concepts with a meaning in that language as definitions, with
   * their terms in the other languages below; those without one as rows of a table. Null for an unknown group.
   */
  blocks(group: string, language: string, caption: readonly Inline[]): readonly Block[] | null {
    const own = this.concepts.filter((concept) => concept.group === group)
    if (own.length === 0) return this.#unread ? [] : null
    const entries = own
      .flatMap((concept) => {
        const words = wordsIn(concept, language)
        return words ? [{ concept, words }] : []
      })
      .sort((a, b) => alphabetical(a.words.term, b.words.term, language))
    const rest = own.filter((concept) => !wordsIn(concept, language))
    const defined = entries.filter(({ words }) => words.means.length > 0)
    const listed = [
      ...entries.filter(({ words }) => words.means.length === 0).map(({ concept }) => concept),
      ...rest,
    ]
    return [
      ...defined.map(({ concept, words }) => definitionOf(concept, words)),
      ...(listed.length > 0 ? [this.#table(listed, language, caption)] : []),
    ]
  }

  #table(concepts: readonly Concept[], language: string, caption: readonly Inline[]): Block {
    const all = new Set(concepts.flatMap(({ words }) => words.map((one) => one.language)))
    const languages = [
      ...[language].filter((one) => all.has(one)),
      ...[...all].filter((one) => one !== language),
    ]
    return {
      kind: 'table',
      caption: caption.length > 0 ? caption : null,
      align: languages.map(() => null),
      head: languages.map((one) => inOwnLanguage(languageName(one), one, language)),
      rows: concepts.map((concept) =>
        languages.map((one): TableCell => {
          const words = wordsIn(concept, one)
          if (!words) return []
          const also = one === language && words.also.length > 0 ? ` (${words.also.join(', ')})` : ''
          return inOwnLanguage(words.term + also, one, language)
        }),
      ),
    }
  }
}

function definitionOf(concept: Concept, own: ConceptWords): Block {
  const others = concept.words.filter((words) => words !== own)
  const translations = others.flatMap((words, i): readonly Inline[] => [
    ...(i > 0 ? [{ kind: 'text' as const, value: ' · ' }] : []),
    { kind: 'foreign', language: words.language, children: [{ kind: 'text', value: words.term }] },
    { kind: 'text', value: ` (${words.language})` },
  ])
  return {
    kind: 'definition',
    term: [{ kind: 'text', value: own.term }],
    children: [
      { kind: 'paragraph', children: own.means },
      ...(translations.length > 0 ? [{ kind: 'paragraph' as const, children: translations }] : []),
    ],
  }
}

const wordsIn = (concept: Concept, language: string): ConceptWords | undefined =>
  concept.words.find((words) => words.language === language)

const inOwnLanguage = (value: string, own: string, around: string): readonly Inline[] =>
  own === around
    ? [{ kind: 'text', value }]
    : [{ kind: 'foreign', language: own, children: [{ kind: 'text', value }] }]

/** A language's own name; its tag if no pack has it yet. */
const languageName = (language: string): string => languageNames.get(language) ?? language

const languageNames: ReadonlyMap<string, string> = new Map([
  ['en', 'English'],
  ['az', 'Azərbaycanca'],
  ['ru', 'Русский'],
  ['tr', 'Türkçe'],
])
