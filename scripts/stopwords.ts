/** Takes the stop words of lunr-languages out of the build: Fieldshelf has its own and never reads these. */
import type { Plugin } from 'vite'

const stopWords = /(generateStopWordFilter\()'[^']*'\.split\(' '\)/

export const withoutStopWords: Plugin = {
  name: 'fieldshelf:without-stop-words',
  apply: 'build',
  transform: (code, id) =>
    /\/lunr-languages\/lunr\.\w+\.js$/.test(id) && stopWords.test(code)
      ? { code: code.replace(stopWords, '$1[]'), map: null }
      : null,
}
