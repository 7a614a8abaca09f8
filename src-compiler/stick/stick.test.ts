import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeManifest, packFormat } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { entryOf } from '../4-emit/emit.ts'
import { libraryOnStick, type SoundPack } from './stick.ts'
import { writeStick } from './writestick.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function packOf(id: string): SoundPack {
  const own = new Map([['pack.json', bytesOf(`{"id":"${id}"}`)]])
  const manifest = {
    format: packFormat,
    id,
    title: id,
    edition: '1',
    language: 'en',
    files: new Map([...own].map(([path, bytes]) => [path, entryOf(bytes)])),
  } as const
  return { manifest, files: new Map([...own, [manifestPath, bytesOf(encodeManifest(manifest))]]) }
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-stick-'))
  await mkdir(join(folder, 'page/app'), { recursive: true })
  for (const name of ['Fieldshelf.html', 'READ ME.txt', 'app/window.js'])
    await writeFile(join(folder, 'page', name), name)
  await mkdir(join(folder, 'page/data'))
})
afterEach(() => rm(folder, { recursive: true }))

const out = (): string => join(folder, 'stick')
const make = (packs: readonly SoundPack[], packFiles: readonly string[] = []) =>
  writeStick({ page: join(folder, 'page'), data: libraryOnStick(packs), packFiles }, out())
const names = async (): Promise<string[]> =>
  (await readdir(out(), { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort()

describe('a USB edition', () => {
  test('has the page, a data file for each file of each pack, and the pack file beside them', async () => {
    await writeFile(join(folder, 'village.shelf'), 'signed')
    expect(await make([packOf('village'), packOf('town')], [join(folder, 'village.shelf')])).toEqual({
      ok: true,
      value: 9,
    })
    expect((await names()).filter((name) => name.includes('.'))).toEqual([
      'Fieldshelf.html',
      'READ ME.txt',
      'app/window.js',
      'data/library/library.json.js',
      'data/library/town/manifest.json.js',
      'data/library/town/pack.json.js',
      'data/library/village/manifest.json.js',
      'data/library/village/pack.json.js',
      'village.shelf',
    ])
  })

  test('takes the place of the one before, and leaves other files alone', async () => {
    await make([packOf('village')])
    await writeFile(join(out(), 'photos.txt'), 'mine')
    await make([packOf('town')])
    const there = await names()
    expect(there.filter((name) => name.includes('village'))).toEqual([])
    expect(await readFile(join(out(), 'photos.txt'), 'utf8')).toBe('mine')
    expect(there.filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('is not written over somebody’s own folder of a name that it needs', async () => {
    await mkdir(join(out(), 'data'), { recursive: true })
    await writeFile(join(out(), 'data/mine.txt'), 'mine')
    expect(await make([packOf('village')])).toEqual({
      ok: false,
      failure: { kind: 'in-the-way', name: 'data' },
    })
    expect(await names()).toEqual(['data', 'data/mine.txt'])
  })

  test('that could not be written leaves the one before whole', async () => {
    await make([packOf('village')])
    const before = await names()
    await expect(make([packOf('town')], [join(folder, 'none.shelf')])).rejects.toThrow('ENOENT')
    expect(await names()).toEqual(before)
  })

  test('has the same bytes for any order of its packs', () => {
    const [one, other] = [packOf('village'), packOf('town')]
    expect([...libraryOnStick([one, other])]).toEqual([...libraryOnStick([other, one])])
  })
})
