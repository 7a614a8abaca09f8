/** For `npm run dev`: Vite's server gives out the page, and with this the compiled library beside it. */
import type { Plugin } from 'vite'
import { openLibrary } from '../src-main/library/library.ts'
import { serve } from '../src-main/library/serve.ts'
import { shelfOf } from '../src-main/library/shelf.ts'

export function libraryInDevelopment(folder: string): Plugin {
  return {
    name: 'fieldshelf:library',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { method = '', url = '' } = request
        if (!url.startsWith('/library/')) return next()
        // Opened for each request: the library may have been compiled again.
        serve({ method, target: url }, shelfOf({ page: new Map(), library: openLibrary([folder]) }))
          .then(({ status, headers, body }) => response.writeHead(status, { ...headers }).end(body))
          .catch(next)
      })
    },
  }
}
