/**
 * Ranking, as people ask: `ranking.tsv` lists what a case worker, a hotline operator, a
 * trainer, a lawyer or an advocate would type, and the section they would want
 * first. Where the pack answers in two places, either will do.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../src-compiler/commands/folders.ts'
import { compile } from '../../src-compiler/compile.ts'
import { indexPath } from '../format/paths.ts'
import type { SearchedPack } from './asking/facets.ts'
import { loadIndex } from './index/load.ts'
import { search } from './search.ts'

const rows = readFileSync(join(import.meta.dirname, 'ranking.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [who: string, query: string, wanted: string])

let pack: SearchedPack

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../content/trafficking-azerbaijan')
  const files = await openFolder(folder)
  if (!files.ok) throw new Error(files.failure)
  const { compiled } = compile(files.value)
  const index = loadIndex(compiled?.files.get(indexPath) ?? new Uint8Array())
  if (!index.ok) throw new Error('The bundled pack does not compile')
  pack = { id: 'bundled', index: index.value, sourceTypes: new Map() }
}, 120_000)

describe('on the bundled pack', () => {
  it.each(rows)('a %s who asks for %j sees first: %s', (_, query, wanted) => {
    const [first] = search([pack], query, { limit: 1 }).hits
    expect(wanted.split(' ')).toContain(`${first?.article ?? ''}#${first?.anchor ?? ''}`)
  })
})
