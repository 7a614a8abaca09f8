/** The engines people would pick instead, each set up as its own guide advises for text like ours, with stemming where it has it. */
import { create, insertMultiple, load, save, search as searchOrama } from '@orama/orama'
import elasticlunr from 'elasticlunr'
import FlexSearch from 'flexsearch'
import MiniSearch from 'minisearch'
import lunr from 'lunr'
import bm25 from 'wink-bm25-text-search'
import nlp from 'wink-nlp-utils'
import type { Engine } from './engine.ts'
import { encodeJson, decodeJson, isTyping, wordsOnly } from './text.ts'

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const porter = (word: string): string =>
  (lunr.stemmer as unknown as (token: lunr.Token) => lunr.Token)(new lunr.Token(word, {})).toString()

const miniOptions = {
  fields: ['title', 'body'],
  processTerm: (term: string) => porter(fold(term)),
  searchOptions: { boost: { title: 1.2 }, weights: { fuzzy: 0.3, prefix: 0.3 } },
}

export const miniSearch: Engine = {
  name: 'MiniSearch',
  build: async (documents) => {
    const index = new MiniSearch(miniOptions)
    index.addAll(documents)
    return encodeJson(index)
  },
  open: async (bytes) => {
    const index = MiniSearch.loadJSON(new TextDecoder().decode(bytes), miniOptions)
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

const flexOptions = { tokenize: 'forward', encoder: FlexSearch.Charset.LatinBalance, resolution: 9 } as const

export const flexSearch: Engine = {
  name: 'FlexSearch',
  build: async (documents) => {
    const index = new FlexSearch.Index(flexOptions)
    documents.forEach((document, i) => index.add(i, `${document.title} ${document.body}`))
    const parts: [string, string][] = []
    await index.export((key: string, data: string) => void parts.push([key, data]))
    return encodeJson({ parts, ids: documents.map((document) => document.id) })
  },
  open: async (bytes) => {
    const { parts, ids } = decodeJson(bytes) as { parts: [string, string][]; ids: string[] }
    const index = new FlexSearch.Index(flexOptions)
    for (const [key, data] of parts) index.import(key, data)
    return (query, limit) =>
      (index.search(query, { limit, suggest: true }) as number[]).map((i) => ids[i] ?? '')
  },
}

const oramaSchema = { title: 'string', body: 'string' } as const
const newOrama = () =>
  create({ schema: oramaSchema, components: { tokenizer: { language: 'english', stemming: true } } })

export const orama: Engine = {
  name: 'Orama',
  build: async (documents) => {
    const index = newOrama()
    await insertMultiple(
      index,
      documents.map(({ id, title, body }) => ({ id, title, body })),
      1000,
    )
    return encodeJson(save(index))
  },
  open: async (bytes) => {
    const index = newOrama()
    load(index, decodeJson(bytes) as never)
    return (query, limit) => {
      const found = searchOrama(index, { term: query, limit, threshold: 1, tolerance: 0 })
      if (found instanceof Promise) throw new Error('Orama answered later')
      return found.hits.map((hit) => hit.id)
    }
  },
}

export const elasticLunr: Engine = {
  name: 'elasticlunr',
  build: async (documents) => {
    const index = elasticlunr<{ id: string; title: string; body: string }>(function () {
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

function newWink() {
  const engine = bm25()
  engine.defineConfig({ fldWeights: { title: 1.2, body: 1 } })
  engine.definePrepTasks([
    nlp.string.lowerCase,
    nlp.string.removeExtraSpaces,
    nlp.string.tokenize0,
    nlp.tokens.removeWords,
    nlp.tokens.stem,
  ])
  return engine
}

export const wink: Engine = {
  name: 'wink-bm25',
  build: async (documents) => {
    const engine = newWink()
    documents.forEach(({ title, body }, i) => engine.addDoc({ title, body }, i))
    engine.consolidate()
    return encodeJson({ index: engine.exportJSON(), ids: documents.map((document) => document.id) })
  },
  open: async (bytes) => {
    const { index, ids } = decodeJson(bytes) as { index: string; ids: string[] }
    const engine = newWink()
    engine.importJSON(index)
    return (query, limit) => {
      if (wordsOnly(query).length === 0) return []
      return engine.search(query, limit).map(([i]: [number, number]) => ids[i] ?? '')
    }
  },
}
