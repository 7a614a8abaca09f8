/** Warns of words in the texts that terms.yaml says to avoid, once a word and document. */
import type { Concept } from '../../src-library/model/concept.ts'
import { formKey } from '../../src-library/search/asking/synonyms.ts'
import { wordsIn, type Word } from '../../src-library/search/words/words.ts'
import type { TextRange } from '../1-read/text.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { ParsedBlock, ParsedHeading, ParsedInline } from '../2-parse/tree.ts'

type Avoided = {
  readonly word: string
  readonly keys: readonly string[]
  readonly why: string
  readonly term: string
}

type Rules = {
  readonly avoided: readonly Avoided[]
  /** Terms and their synonyms of several words: a word to avoid inside one of them is none. */
  readonly allowed: readonly (readonly string[])[]
}

export function warnOfAvoided(
  documents: Iterable<ParsedDocument>,
  concepts: readonly Concept[],
  packLanguage: string,
): void {
  for (const document of documents) {
    const rules = rulesFor(concepts, document.frontMatter.language ?? packLanguage)
    if (rules.avoided.length > 0) warnIn(document, rules)
  }
}

function rulesFor(concepts: readonly Concept[], language: string): Rules {
  const words = concepts.flatMap((concept) => concept.words.filter((one) => one.language === language))
  return {
    avoided: words.flatMap(({ avoid, term }) =>
      avoid.map(({ word, why }) => ({ word, keys: keysOf(wordsIn(word)), why, term })),
    ),
    allowed: words
      .flatMap(({ term, also }) => [term, ...also])
      .map((text) => keysOf(wordsIn(text)))
      .filter((keys) => keys.length > 1),
  }
}

const keysOf = (words: readonly Word[]): readonly string[] => words.map(({ raw }) => formKey(raw))

function warnIn({ source, body }: ParsedDocument, { avoided, allowed }: Rules): void {
  const seen = new Map<Avoided, { readonly at: TextRange; count: number }>()
  for (const { value, at } of textsIn(body.blocks)) {
    const words = wordsIn(value)
    const keys = keysOf(words)
    for (const one of avoided)
      for (const place of placesOf(one.keys, keys)) {
        if (allowed.some((phrase) => isInside(place, one.keys.length, phrase, keys))) continue
        const [first, last] = [words[place], words[place + one.keys.length - 1]]
        if (!first || !last) continue
        const known = seen.get(one)
        if (known) known.count++
        else seen.set(one, { at: source.text.find(value.slice(first.start, last.end), at), count: 1 })
      }
  }
  for (const [{ word, term, why }, { at, count }] of seen) {
    const more = count === 1 ? '' : ` It is in this document ${count} times.`
    source.report(
      'word-avoided',
      at,
      `terms.yaml says to avoid “${word}”: ${why}.${more}`,
      `Write “${term}”.`,
    )
  }
}

function placesOf(wanted: readonly string[], keys: readonly string[]): readonly number[] {
  if (wanted.length === 0) return []
  return keys.flatMap((_, at) => (wanted.every((key, i) => keys[at + i] === key) ? [at] : []))
}

const isInside = (
  place: number,
  length: number,
  phrase: readonly string[],
  keys: readonly string[],
): boolean => placesOf(phrase, keys).some((at) => at <= place && place + length <= at + phrase.length)

type Text = Extract<ParsedInline, { kind: 'text' }> | { readonly value: string; readonly at: TextRange }

/** The author's own words: no quotations, no code, nothing in another language. */
function textsIn(blocks: readonly (ParsedBlock | ParsedHeading)[]): readonly Text[] {
  return blocks.flatMap((block): readonly Text[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return textsOf(block.children)
      case 'list':
        return block.items.flatMap(textsIn)
      case 'table':
        return [block.caption ?? [], ...block.head, ...block.rows.flat()].flatMap(textsOf)
      case 'blockquote':
        return block.tone === 'quote' ? [] : textsIn(block.children)
      case 'definition':
        return [...textsOf(block.term), ...textsIn(block.children)]
      case 'figure':
        return textsOf(block.caption)
      default:
        return []
    }
  })
}

function textsOf(inlines: readonly ParsedInline[]): readonly Text[] {
  return inlines.flatMap((inline): readonly Text[] => {
    if (inline.kind === 'text') return [{ value: inline.value, at: inline.at }]
    return 'children' in inline && inline.kind !== 'foreign' ? textsOf(inline.children) : []
  })
}
