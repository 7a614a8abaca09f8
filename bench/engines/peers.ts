/**
 * The engines people would pick instead, each set up as its own guide advises for text like ours, with stemming where it has
 * it or takes it: languages.ts has what is not English.
 */
import { create, insertMultiple, load, save, search as searchOrama } from '@orama/orama'
import elasticlunr from 'elasticlunr'
import FlexSearch from 'flexsearch'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import MiniSearch, { type Options } from 'minisearch'
import bm25 from 'wink-bm25-text-search'
import nlp from 'wink-nlp-utils'
import type { Document } from '../collections.ts'
import type { Engine } from './engine.ts'
import { isStopWord, stem } from './languages.ts'
import { encodeJson, decodeJson, isTyping, wordsOnly } from './text.ts'

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const miniOptions = (language: string): Options<Document> => ({
  fields: ['title', 'body'],
  // Snowball's stemmers need the marks that folding takes.
  processTerm: (term) =>
    language === 'en'
      ? stem(fold(term), language)
      : !isStopWord(term.toLowerCase(), language) && fold(stem(term.toLowerCase(), language)),
  searchOptions: { boost: { title: 1.2 }, weights: { fuzzy: 0.3, prefix: 0.3 } },
})

export const miniSearch: Engine = {
  name: 'MiniSearch',
  build: async (documents, language) => {
    const index = new MiniSearch(miniOptions(language))
    index.addAll(documents)
    return encodeJson(index)
  },
  open: async (bytes, language) => {
    const index = MiniSearch.loadJSON(new TextDecoder().decode(bytes), miniOptions(language))
    return (query, limit) => {
      const typing = isTyping(query)
      const hits = index.search(query, {
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        prefix: (_, i, terms) => typing && i === terms.length - 1,
      })
      return hits.slice(0, limit).map((hit) => String(hit.id))
    }
  },
}

/** Its phonetic encoders know Latin letters only. */
const flexOptions = (language: string) =>
  ({
    tokenize: 'forward',
    encoder: language === 'ru' ? FlexSearch.Charset.Normalize : FlexSearch.Charset.LatinBalance,
    resolution: 9,
  }) as const

export const flexSearch: Engine = {
  name: 'FlexSearch',
  build: async (documents, language) => {
    const index = new FlexSearch.Index(flexOptions(language))
    documents.forEach((document, i) => index.add(i, `${document.title} ${document.body}`))
    const parts: [string, string][] = []
    await index.export((key: string, data: string) => void parts.push([key, data]))
    return encodeJson({ parts, ids: documents.map((document) => document.id) })
  },
  open: async (bytes, language) => {
    const { parts, ids } = decodeJson(bytes) as { parts: [string, string][]; ids: string[] }
    const index = new FlexSearch.Index(flexOptions(language))
    for (const [key, data] of parts) index.import(key, data)
    return (query, limit) =>
      (index.search(query, { limit, suggest: true }) as number[]).map((i) => ids[i] ?? '')
  },
}

const oramaSchema = { title: 'string', body: 'string' } as const
const oramaTokenizers: Readonly<Record<string, object>> = {
  ru: { language: 'russian', stemming: true, stemmer: russian },
  tr: { language: 'turkish', stemming: true, stemmer: turkish },
}
const newOrama = (language: string) =>
  create({
    schema: oramaSchema,
    components: { tokenizer: oramaTokenizers[language] ?? { language: 'english', stemming: true } },
  })

export const orama: Engine = {
  name: 'Orama',
  build: async (documents, language) => {
    const index = newOrama(language)
    await insertMultiple(
      index,
      documents.map(({ id, title, body }) => ({ id, title, body })),
      1000,
    )
    return encodeJson(save(index))
  },
  open: async (bytes, language) => {
    const index = newOrama(language)
    load(index, decodeJson(bytes) as never)
    return (query, limit) => {
      const found = searchOrama(index, { term: query, limit, threshold: 1, tolerance: 0 })
      if (found instanceof Promise) throw new Error('Orama answered later')
      return found.hits.map((hit) => hit.id)
    }
  },
}

/** Drops stop words, stems the rest, and trims signs beside letters and digits as its own trimmer does. */
for (const language of ['ru', 'tr'])
  elasticlunr.Pipeline.registerFunction(
    ((word: string) => {
      const [bare = ''] = wordsOnly(word)
      return isStopWord(bare, language) ? undefined : stem(bare, language)
    }) as never,
    `words-${language}`,
  )

export const elasticLunr: Engine = {
  name: 'elasticlunr',
  build: async (documents, language) => {
    const index = elasticlunr<{ id: string; title: string; body: string }>(function () {
      if (language !== 'en') {
        this.pipeline.reset()
        this.pipeline.add(elasticlunr.Pipeline.getRegisteredFunction(`words-${language}`))
      }
      this.setRef('id')
      this.addField('title')
      this.addField('body')
      this.saveDocument(false)
      for (const document of documents) this.addDoc(document)
    })
    return encodeJson(index)
  },
  open: async (bytes) => {
    const index = elasticlunr.Index.load<{ id: string }>(decodeJson(bytes) as never)
    return (query, limit) =>
      index
        .search(query, {
          fields: { title: { boost: 1.2 }, body: { boost: 1 } },
          expand: isTyping(query),
        } as never)
        .slice(0, limit)
        .map((hit) => hit.ref)
  },
}

const english = [
  nlp.string.lowerCase,
  nlp.string.removeExtraSpaces,
  nlp.string.tokenize0,
  nlp.tokens.removeWords,
  nlp.tokens.stem,
]
/** Its own steps know no letters beyond ASCII; it takes any others. */
const inAnyLanguage = (language: string) => [
  wordsOnly,
  (words: readonly string[]) => words.filter((word) => !isStopWord(word, language)),
  (words: readonly string[]) => words.map((word) => stem(word, language)),
]

function newWink(language: string) {
  const engine = bm25()
  engine.defineConfig({ fldWeights: { title: 1.2, body: 1 } })
  engine.definePrepTasks(language === 'en' ? english : inAnyLanguage(language))
  return engine
}

export const wink: Engine = {
  name: 'wink-bm25',
  build: async (documents, language) => {
    const engine = newWink(language)
    documents.forEach(({ title, body }, i) => engine.addDoc({ title, body }, i))
    engine.consolidate()
    return encodeJson({ index: engine.exportJSON(), ids: documents.map((document) => document.id) })
  },
  open: async (bytes, language) => {
    const { index, ids } = decodeJson(bytes) as { index: string; ids: string[] }
    const engine = newWink(language)
    engine.importJSON(index)
    return (query, limit) => {
      if (wordsOnly(query).length === 0) return []
      return engine.search(query, limit).map(([i]: [number, number]) => ids[i] ?? '')
    }
  },
}
