import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { compileMiniature } from '../samples/miniature.ts'
import { run } from './search.ts'

let folder: string
let out: string
let complaints: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-search-'))
  const { files } = await compileMiniature()
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(() => {
  out = ''
  complaints = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((complaints += String(text))))
  return () => void vi.restoreAllMocks()
})

describe('shelf search', () => {
  it('prints hits, best first, with where they are', async () => {
    expect(await run([folder, 'opening hours', '--top', '2'])).toBe(0)
    expect(out).toMatch(
      /^\d+ sections\n {2}1 .*village-library#hours {2}The village library › Opening hours\n/,
    )
    expect(out.trim().split('\n')).toHaveLength(3)
  })

  it('says what it searched in place of a word that occurs nowhere', async () => {
    expect(await run([folder, 'libary '])).toBe(0)
    expect(out).toContain('No section has “libary”. Showing “library”.')
  })

  it('prints JSON when asked', async () => {
    expect(await run([folder, 'opening hours', '--json', '--top', '1'])).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      text: 'opening hours',
      hits: [{ article: 'village-library', anchor: 'hours' }],
    })
  })

  it('prints direct answers and versions as JSON, in the language that was asked for', async () => {
    expect(await run([folder, 'opening hours', '--language', 'az', '--json'])).toBe(0)
    const { answers, hits } = JSON.parse(out) as { answers: unknown[]; hits: { versions: unknown[] }[] }
    expect(answers).toEqual([])
    expect(hits[0]?.versions).toEqual([
      { pack: 'miniature', article: 'village-library', anchor: 'hours', language: 'en' },
    ])
  })

  it('writes a run file, each article once', async () => {
    const queries = join(folder, 'queries.tsv')
    const runFile = join(folder, 'run')
    await writeFile(queries, 'q1\topening hours\r\n\nq2\tlibrary\n')
    expect(
      await run([folder, '--queries', queries, '--unit', 'article', '--top', '100', '--run', runFile]),
    ).toBe(0)
    const lines = (await readFile(runFile, 'utf8')).trim().split('\n')
    expect(lines[0]).toMatch(/^q1 Q0 village-library 1 \d+\.\d{6} fieldshelf$/)
    expect(new Set(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).size).toBe(lines.length)
    expect(lines.some((line) => line.startsWith('q2 '))).toBe(true)
  })

  it('reads queries behind a byte order mark, and refuses an id that would break the run', async () => {
    const queries = join(folder, 'marked.tsv')
    const runFile = join(folder, 'marked.run')
    await writeFile(queries, '\ufeffq1\topening\thours\n')
    expect(await run([folder, '--queries', queries, '--run', runFile])).toBe(0)
    expect(await readFile(runFile, 'utf8')).toMatch(/^q1 Q0 village-library#hours 1 /)
    await writeFile(queries, 'q1\thours\nq 2\thours\n')
    expect(await run([folder, '--queries', queries, '--run', runFile])).toBe(1)
    expect(complaints).toContain("marked.tsv:2: a query's id has no blanks: “q 2”.")
  })

  it('refuses a folder that is no compiled pack, and a damaged index', async () => {
    expect(await run([join(folder, 'articles'), 'hours'])).toBe(1)
    expect(complaints).toContain('is not a compiled pack')
    const broken = join(folder, 'broken')
    await mkdir(join(broken, 'search'), { recursive: true })
    await writeFile(join(broken, 'pack.json'), await readFile(join(folder, 'pack.json')))
    await writeFile(join(broken, 'search/index.bin'), 'not an index')
    expect(await run([broken, 'hours'])).toBe(1)
    expect(complaints).toContain('The search index is damaged. Compile the pack again.')
  })

  it.each([
    [[]],
    [['pack']],
    [['pack', 'a', '--top', '0']],
    [['pack', 'a', '--unit', 'page']],
    [['pack', '--queries', 'file']],
    [['pack', 'a', '--unknown']],
  ])('answers wrong usage %j with its help', async (args: string[]) => {
    expect(await run(args)).toBe(2)
    expect(complaints).toContain('Usage: shelf search')
  })
})
