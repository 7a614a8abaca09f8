import lunr from 'lunr'
import type { Engine } from './engine.ts'
import { plugins } from './languages.ts'
import { wordsOnly } from './text.ts'

/** lunr as its guide shows it: title and body, its own pipeline; lunr-languages for what is not English. */
export const stockLunr: Engine = {
  name: 'lunr',
  build: async (documents, language) => {
    const plugin = plugins[language]
    const index = lunr(function () {
      if (plugin) this.use(plugin)
      this.ref('id')
      this.field('title')
      this.field('body')
      for (const document of documents) this.add(document)
    })
    return new TextEncoder().encode(JSON.stringify(index))
  },
  open: async (bytes) => {
    const index = lunr.Index.load(JSON.parse(new TextDecoder().decode(bytes)) as object)
    return (query, limit) => {
      const typing = /\p{L}$/u.test(query)
      const words = wordsOnly(query)
      return index
        .query((builder) => {
          words.forEach((word, i) => {
            builder.term(word, { boost: 1 })
            // Its guide's recipe for search as you type.
            if (typing && i === words.length - 1)
              builder.term(word, { boost: 0.3, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING })
          })
        })
        .slice(0, limit)
        .map((hit) => hit.ref)
    }
  },
}
