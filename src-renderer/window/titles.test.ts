import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { parseLocation } from '../state/location.ts'
import { wordsIn } from '../messages/catalogue.ts'
import { titleOf } from './titles.ts'

const hashes = [
  '#/',
  '#/contents',
  '#/numbers',
  '#/search?q=shelter',
  '#/list',
  '#/list/print',
  '#/settings',
  '#/kept',
  '#/about',
]
const deep = [
  '#/read/p/shelter/a?q=shelter',
  '#/beside/p/shelter/a/b/c',
  '#/print/p/shelter',
  '#/search/print?q=shelter',
]

test('A9: every place has a title of its own, in every language, and none says what is read', async () => {
  for (const language of interfaceLanguages) {
    const words = await wordsIn(language)
    const titles = [...hashes, ...deep, '#/nowhere'].map((hash) => titleOf(parseLocation(hash), words))
    for (const title of titles) {
      expect(title).toMatch(/\S – Fieldshelf$/)
      expect(title).not.toContain('shelter')
    }
    // The three previews are one place to the reader.
    expect(new Set(titles).size).toBe(titles.length - 2)
  }
})
