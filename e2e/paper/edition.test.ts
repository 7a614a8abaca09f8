import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeArticle } from '../../src-library/format/article.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { indexPath } from '../../src-library/format/paths.ts'
import { readParts } from '../../src-library/search/index/layout.ts'
import { editionFile, openEdition } from './edition.ts'

describe('edition 2026-11 of the bundled pack', () => {
  it('is read with the formats of today, and is small', async () => {
    expect(statSync(editionFile).size).toBeLessThan(600_000)
    const files = await openEdition()
    const index = files.get(`trafficking-azerbaijan/${indexPath}`) as Uint8Array
    expect(readParts(index).ok, 'Make it again: npx tsx e2e/paper/makeedition.ts').toBe(true)
    const read = (path: string): unknown =>
      JSON.parse(new TextDecoder().decode(files.get(`trafficking-azerbaijan/${path}`) as Uint8Array))
    const pack = decodePack(read('pack.json'))
    expect(pack).toMatchObject({ ok: true, value: { edition: '2026-11' } })
    const articles = pack.ok ? pack.value.contents.flatMap((chapter) => chapter.articles) : []
    expect(articles.length).toBeGreaterThan(20)
    for (const { id } of articles) expect(decodeArticle(read(`articles/${id}.json`)).ok, id).toBe(true)
  })
})
