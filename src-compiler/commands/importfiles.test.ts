import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from './importfiles.ts'

const choices = { encoding: null, format: null, pages: [] }
let folder = ''
let files: readonly string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'importfiles-'))
  files = ['a.txt', 'b.pdf', 'c.txt'].map((name) => join(folder, name))
  for (const file of files) await writeFile(file, `Words of ${basename(file)}.`)
})
afterAll(() => rm(folder, { recursive: true }))

describe('files that are brought in together', () => {
  it('are told in their order, and one that can’t be read stops no other', async () => {
    const told: string[] = []
    await importFiles(files, choices, ({ file, document }) => {
      told.push(`${basename(file)}: ${document.ok ? document.value.markdown.trim() : document.failure}`)
    })
    expect(told).toEqual([
      'a.txt: Words of a.txt.',
      expect.stringContaining('The PDF is damaged.'),
      'c.txt: Words of c.txt.',
    ])
  })

  it('are told no more when a person stops the work', async () => {
    const stop = new AbortController()
    const told: string[] = []
    await importFiles(
      files,
      choices,
      ({ file }) => {
        told.push(basename(file))
        stop.abort()
      },
      stop.signal,
    )
    expect(told).toEqual(['a.txt'])
  })
})
