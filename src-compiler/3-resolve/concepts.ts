/** Settings of terms.yaml -> concepts, each meaning resolved as the text of an article is. */
import type { Concept } from '../../src-library/model/concept.ts'
import type { TermSettings } from '../1-read/terms.ts'
import { SourceText } from '../1-read/text.ts'
import { paragraphOf, parseMeaning } from '../2-parse/meanings.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import { BlockResolver } from './blocks.ts'
import { checkNumbers } from './numbers.ts'
import type { Surroundings } from './surroundings.ts'

export function resolveConcepts(
  { concepts, text, report }: TermSettings,
  around: Surroundings,
): readonly Concept[] {
  const document = standIn(text ?? new SourceText('terms.yaml', ''), report)
  return concepts.map(({ id, words, group, note, telling }) => ({
    id,
    group,
    note,
    telling,
    words: words.map(({ language, term, also, typed, avoid, means }) => {
      const parsed = means ? parseMeaning(means, document.source.text.path, report) : []
      if (means && around.settings.requireSources)
        checkNumbers([paragraphOf(parsed, means.at)], document.source)
      return {
        language,
        term: term.value,
        also: also.map(({ value }) => value),
        ...(typed.length > 0 && { typed: typed.map(({ value }) => value) }),
        avoid: avoid.map(({ word, why }) => ({ word: word.value, why })),
        means: new BlockResolver(document, [], around).inlines(parsed),
      }
    }),
  }))
}

/** terms.yaml as a document: what the resolver reports is about this file. */
const standIn = (text: SourceText, report: TermSettings['report']): ParsedDocument => ({
  source: { id: '', kind: 'encyclopedia', text, report, sha256: '' },
  frontMatter: {
    title: '',
    summary: '',
    language: null,
    factsAsOf: null,
    confidence: null,
    sources: [],
    related: [],
    answers: [],
    translation: null,
    news: null,
  },
  body: { blocks: [], notes: [] },
})
