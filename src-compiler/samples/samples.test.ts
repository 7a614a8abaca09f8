/**
 * One folder per behaviour: what an author might hand in, and beside it what
 * the compiler says (`expected.txt`) and makes of it (`expected.json`).
 * `UPDATE_SAMPLES=1 npx vitest run src-compiler/samples` writes what it says
 * and makes now; read the difference before committing it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeArticle } from '../../src-library/format/article.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { decodeTerms } from '../../src-library/format/terms.ts'
import { articlePath, packPath, termsPath } from '../../src-library/format/paths.ts'
import { readFolder, type SourceFiles } from '../1-read/files.ts'
import type { CompiledPack } from '../4-emit/emit.ts'
import { compile } from '../compile.ts'
import { renderDiagnostics } from '../render.ts'

const update = process.env['UPDATE_SAMPLES'] === '1'
const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** A sample that is not about pack.json has this one. */
const packJson = '{ "id": "sample", "title": "Sample", "edition": "1" }'

async function readSample(name: string): Promise<SourceFiles> {
  const files = new Map(await readFolder(join(import.meta.dirname, name), disk))
  files.delete('expected.txt')
  files.delete('expected.json')
  if (!files.has('pack.json') && name !== 'no-pack-json')
    files.set('pack.json', new TextEncoder().encode(packJson))
  return files
}

/** What a sample shows of a pack: its texts, and ids where pack.json repeats them. */
function shownOf({ pack, articles, concepts }: CompiledPack): string {
  const { contents, news, help, answers, desk, sets, moved } = pack
  const shown = {
    help,
    ...(answers.length > 0 && { answers }),
    ...(Object.values(desk).flat().length > 0 && { desk }),
    ...(sets.length > 0 && { sets }),
    ...(moved.length > 0 && { moved }),
    ...(concepts.length > 0 && { concepts }),
    contents: contents.map(({ title, titles, articles }) => [
      titles.length > 0 ? { title, titles } : title,
      ...articles.map(({ id }) => id),
    ]),
    news: news.map(({ id }) => id),
    articles: articles.map((article) => ({ ...article, provenance: undefined })),
  }
  return `${JSON.stringify(shown, null, 2)}\n`
}

function expectFile(path: string, actual: string | null): void {
  if (update) {
    if (actual === null) rmSync(path, { force: true })
    else writeFileSync(path, actual)
  }
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null)
}

describe.each(names)('the sample %s', (name) => {
  it('is compiled, or refused, as expected', async () => {
    const { diagnostics, compiled } = compile(await readSample(name))
    const said = renderDiagnostics(diagnostics)
    expectFile(join(import.meta.dirname, name, 'expected.txt'), said === '' ? null : said)
    expectFile(join(import.meta.dirname, name, 'expected.json'), compiled && shownOf(compiled))
  })

  it('decodes as it was compiled', async () => {
    const { compiled } = compile(await readSample(name))
    if (!compiled) return
    const read = (path: string): unknown => {
      const parsed = parseJson(new TextDecoder().decode(compiled.files.get(path)))
      return parsed.ok ? parsed.value : parsed.failure
    }
    expect(decodePack(read(packPath))).toEqual({ ok: true, value: compiled.pack })
    expect(decodeTerms(read(termsPath))).toEqual({ ok: true, value: compiled.concepts })
    for (const article of compiled.articles) {
      expect(decodeArticle(read(articlePath(article.id)))).toEqual({ ok: true, value: article })
    }
  })
})
