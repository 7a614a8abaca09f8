/** For `npm run dev`: Vite's server gives out the page, and with this the compiled library beside it. */
import type { Plugin } from 'vite'
import { openLibrary } from '../src-main/library/library.ts'
import { guideFilesIn } from '../src-main/library/pagefiles.ts'
import { serve } from '../src-main/library/serve.ts'
import { shelfOf } from '../src-main/library/shelf.ts'

/** Gives out the packs of a folder, and the compiled guide. */
export function libraryInDevelopment(folder: string, guide: string): Plugin {
  return {
    name: 'fieldshelf:library',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { method = '', url = '' } = request
        if (!url.startsWith('/library/')) return next()
        // Opened for each request: the library may have been compiled again.
        guideFilesIn(guide)
          .then((guide) => shelfOf({ page: new Map(), library: openLibrary([folder]), guide }))
          .then((shelf) => serve({ method, target: url }, shelf))
          .then(({ status, headers, body }) => response.writeHead(status, { ...headers }).end(body))
          .catch(next)
      })
    },
  }
}
