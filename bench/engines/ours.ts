import { buildIndex } from '../../src-library/search/index/build.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { articleOf } from '../../src-library/search/testing/samples.ts'
import { search } from '../../src-library/search/search.ts'
import type { Engine } from './engine.ts'

/** One section a document, as the other engines have it; the text as it would be typed, without a space after it. */
export const ours: Engine = {
  name: 'fieldshelf',
  build: async (documents, language) =>
    buildIndex(
      documents.map(({ id, title, body }) =>
        articleOf({ id, title: title || id, language, sections: [{ text: body }] }),
      ),
      { language, concepts: [] },
    ),
  open: async (bytes) => {
    const index = loadIndex(bytes)
    if (!index.ok) throw new Error(index.failure.kind)
    const pack = { id: 'bench', index: index.value, sourceTypes: new Map() }
    return (query, limit) => search([pack], query, { limit }).hits.map((hit) => hit.article)
  },
}
