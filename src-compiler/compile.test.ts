import * as disk from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFolder, type SourceFiles } from './1-read/files.ts'
import { writePack } from './4-emit/write.ts'
import { compile } from './compile.ts'
import { compileMiniature, miniatureFolder } from './samples/miniature.ts'
import { verify } from './verify.ts'

const miniature = (): Promise<SourceFiles> => readFolder(miniatureFolder, disk)

describe('compiling', () => {
  it('makes the same bytes twice, in different folders', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldshelf-'))
    try {
      for (const name of ['one', 'two']) {
        const { files } = await compileMiniature()
        expect(await writePack(files, join(folder, name), disk)).toEqual({ ok: true, value: null })
      }
      const [one, two] = await Promise.all(['one', 'two'].map((name) => readFolder(join(folder, name), disk)))
      expect(one).toEqual(two)
      expect(one?.size).toBe(10)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('makes the same bytes whatever order the disk gives the files in', async () => {
    const files = await miniature()
    const reversed = new Map([...files].reverse())
    expect(compile(reversed).compiled?.files).toEqual(compile(files).compiled?.files)
  })

  it('makes nothing when there is any error', async () => {
    const files = new Map([...(await miniature()), ['news/broken.md', new Uint8Array()] as const])
    const { compiled, diagnostics } = compile(files)
    expect(compiled).toBeNull()
    expect(diagnostics.map(({ path, code }) => [path, code])).toEqual([['news/broken.md', 'empty-file']])
  })

  it('does not blame links into a document that could not be read', async () => {
    const files = new Map([
      ...(await miniature()),
      ['encyclopedia/lending.md', new TextEncoder().encode('x')] as const,
    ])
    const broken = compile(files).diagnostics.filter(({ code }) => code === 'link-to-nowhere')
    expect(broken).toEqual([])
  })

  it('lists every file of the pack in its manifest, as it is', async () => {
    const { files } = await compileMiniature()
    expect(verify(files).findings).toEqual([])
  })

  it('gets through a library of random Markdown', () => {
    const signs = [
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '|',
      '`',
      '#',
      '>',
      '-',
      '~',
      '!',
      '^',
      ':',
      '{',
      '\n',
      ' ',
      'a',
      '1',
    ]
    let seed = 1
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647)
    const files = new Map<string, Uint8Array>([
      ['pack.json', new TextEncoder().encode('{"id":"x","title":"X","edition":"1"}')],
    ])
    for (let i = 0; i < 300; i++) {
      const body = Array.from({ length: 200 }, () => signs[next() % signs.length]).join('')
      files.set(`encyclopedia/${i}.md`, new TextEncoder().encode(`---\ntitle: "${i}"\n---\n${body}\n`))
    }
    const { diagnostics } = compile(files)
    const fatal = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))
    const known = [
      'raw-html',
      'link-to-nowhere',
      'note-without-text',
      'level-skipped',
      'unsafe-address',
      'figure-in-text',
    ]
    expect([...fatal].filter((code) => !known.includes(code))).toEqual([])
  })
})

describe('a damaged pack', () => {
  const damaged = async (change: (files: Map<string, Uint8Array>) => void): Promise<readonly string[]> => {
    const files = new Map((await compileMiniature()).files)
    change(files)
    return verify(files).findings.map(({ path, message }) => `${path}: ${message}`)
  }
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)

  it('is found when a file is changed, missing or added', async () => {
    expect(
      await damaged((files) => {
        files.set('pack.json', Uint8Array.from([...(files.get('pack.json') ?? []), 32]))
        files.delete('search/index.bin')
        files.set('articles/more.json', text('{}'))
      }),
    ).toEqual([
      'articles/more.json: It is not listed in the manifest.',
      'pack.json: It is not the file the manifest lists.',
      'search/index.bin: It is missing.',
    ])
  })

  it('is found when its manifest is gone or written for another edition of the app', async () => {
    expect(await damaged((files) => files.delete('manifest.json'))).toEqual([
      'manifest.json: It is missing: this is no compiled pack.',
    ])
    expect(await damaged((files) => files.set('manifest.json', text('{"format": 9}')))).toEqual([
      'manifest.json: It is written in pack format 9; this program reads format 2.',
    ])
  })
})
