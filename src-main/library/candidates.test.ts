/** Several folders with packs of one id: damaged copies, other editions, forgeries. */
import { packFormat } from '../../src-library/format/manifest.ts'
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ListedPack } from '../../src-library/format/library.ts'
import { openLibrary, type Library } from './library.ts'
import { sampleFiles, withFolder, writeSamplePack } from '../testing/samplepack.ts'

const textOf = async (library: Library, name: string): Promise<string | null> => {
  const bytes = await (await library.find(name))?.read()
  return bytes ? new TextDecoder().decode(bytes) : null
}

const ready: ListedPack = { state: 'ready', id: 'village' }
const without = (folder: string, reason: string): unknown => ({ state: 'left-out', folder, reason })

/** Each damages a pack's folder, and is what the listing then says of it. */
const damages: readonly (readonly [
  what: string,
  reason: string,
  damage: (pack: string) => Promise<unknown>,
])[] = [
  ['a byte differs', 'changed', (pack) => writeFile(join(pack, 'pack.json'), '{"id":"villagf"}\n')],
  ['a file is longer', 'changed', (pack) => writeFile(join(pack, 'pack.json'), 'x'.repeat(100_000))],
  ['a file is cut off', 'changed', (pack) => truncate(join(pack, 'pack.json'), 3)],
  ['a file is missing', 'missing', (pack) => rm(join(pack, 'search/index.bin'))],
  ['a folder is missing', 'missing', (pack) => rm(join(pack, 'search'), { recursive: true })],
  [
    'a folder is a link to elsewhere',
    'changed',
    async (pack) => {
      await rename(join(pack, 'articles'), `${pack} articles`)
      await symlink(`${pack} articles`, join(pack, 'articles'))
    },
  ],
  ['the manifest is missing', 'no-manifest', (pack) => rm(join(pack, 'manifest.json'))],
  ['the manifest is cut off', 'bad-manifest', (pack) => truncate(join(pack, 'manifest.json'), 40)],
  [
    'the manifest is of a newer format',
    'newer-format',
    (pack) => writeFile(join(pack, 'manifest.json'), '{"format":999}'),
  ],
]

describe('a damaged copy', () => {
  describe.each(damages)('in which %s', (_what, reason, damage) => {
    it.each(['Copy of village', 'zz village'])('in “%s” leaves the good pack shown', (name) =>
      withFolder(async (folder) => {
        await writeSamplePack(folder, 'village')
        await cp(join(folder, 'village'), join(folder, name), { recursive: true })
        await damage(join(folder, name))
        const library = openLibrary([folder])
        expect((await library.list())[0]).toEqual(ready)
        expect(await textOf(library, 'village/search/index.bin')).toBe(sampleFiles['search/index.bin'])
      }),
    )

    it('that has the good name is passed over for a whole one, and named', () =>
      withFolder(async (folder) => {
        await writeSamplePack(folder, 'village')
        await cp(join(folder, 'village'), join(folder, 'zz village'), { recursive: true })
        await damage(join(folder, 'village'))
        const library = openLibrary([folder])
        // A folder that is named as a pack, without a manifest, may be anything.
        expect(await library.list()).toEqual([ready, without('village', reason)])
        expect(await textOf(library, 'village/articles/reading-room.json')).toBe(
          sampleFiles['articles/reading-room.json'],
        )
      }))
  })

  it('in a folder is not taken by a package: it takes signed files alone', () =>
    withFolder(async (folder) => {
      await writeSamplePack(join(folder, 'first'), 'village')
      expect(await openLibrary([join(folder, 'first')], { unsigned: false }).list()).toEqual([])
      expect(await openLibrary([join(folder, 'first')]).list()).toEqual([ready])
    }))

  it('gives what the shown pack can’t give any more, while the app runs', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await cp(join(folder, 'village'), join(folder, 'zz village'), { recursive: true })
      const library = openLibrary([folder])
      await library.list()
      await writeFile(join(folder, 'village/pack.json'), '{"id":"VILLAGE"}\n')
      expect(await textOf(library, 'village/pack.json')).toBe(sampleFiles['pack.json'])
      expect(await library.list()).toEqual([ready, without('village', 'changed')])
      await rm(join(folder, 'zz village/pack.json'))
      expect(await textOf(library, 'village/pack.json')).toBeNull()
      expect((await library.list()).map(({ state }) => state)).toEqual(['left-out', 'left-out'])
    }))

  it('of another edition gives nothing to the edition that is open', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await writeSamplePack(join(folder, 'The other'), 'village', { 'pack.json': 'older' })
      await rename(join(folder, 'The other/village'), join(folder, 'zz'))
      await writeFile(
        join(folder, 'zz/manifest.json'),
        (await readFile(join(folder, 'zz/manifest.json'), 'utf8')).replace('2026-11', '2025-03'),
      )
      const library = openLibrary([folder])
      expect(await library.list()).toContainEqual(ready)
      await rm(join(folder, 'village/pack.json'))
      expect(await textOf(library, 'village/pack.json')).toBeNull()
    }))
})

describe('a pack that calls itself as another', () => {
  it.each(['aaa', 'zzz'])('in “%s” never takes its place, and is named', (name) =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      const files = { ...sampleFiles, 'pack.json': '{"id":"village","help":"+994 900"}\n' }
      await writeSamplePack(join(folder, 'Else where'), 'village', files)
      await rename(join(folder, 'Else where/village'), join(folder, name))
      const library = openLibrary([folder])
      expect(await library.list()).toEqual([ready, without(name, 'twin')])
      expect(await textOf(library, 'village/pack.json')).toBe(sampleFiles['pack.json'])
    }),
  )
})

describe('a pack that costs more than a pack can be worth', () => {
  const entry = { bytes: 0, sha256: createHash('sha256').digest('hex') }
  const manifest = (files: unknown): string =>
    JSON.stringify({ format: packFormat, id: 'village', title: 'x', edition: 'x', language: 'en', files })

  it.each([
    ['a manifest of nothing but brackets', 'bad-manifest', '['.repeat(4_000_000)],
    ['a manifest of empty lists', 'bad-manifest', `[${'[],'.repeat(1_300_000)}[]]`],
    ['a manifest of five megabytes', 'changed', ' '.repeat(5 * 1024 * 1024)],
    ['a file of 300 MB', 'too-large', manifest({ 'pack.json': { ...entry, bytes: 300 * 1024 ** 2 } })],
    [
      'more than a gigabyte of files',
      'too-large',
      manifest(
        Object.fromEntries(
          Array.from({ length: 5 }, (_, i) => [`figures/${i}.png`, { ...entry, bytes: 250 * 1024 ** 2 }]),
        ),
      ),
    ],
  ])('%s is left out unread', (_what, reason, text) =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'village'))
      await writeFile(join(folder, 'village/manifest.json'), text)
      const start = process.cpuUsage()
      expect(await openLibrary([folder]).list()).toEqual([without('village', reason)])
      const { user, system } = process.cpuUsage(start)
      expect((user + system) / 1e6).toBeLessThan(2)
    }),
  )

  it('is one of the first two hundred, or left out', () =>
    withFolder(async (folder) => {
      await Promise.all(Array.from({ length: 203 }, (_, i) => mkdir(join(folder, `p${1000 + i}`))))
      const listed = await openLibrary([folder]).list()
      const reasons = listed.map((pack) => pack.state === 'left-out' && pack.reason)
      expect(reasons.filter((reason) => reason === 'too-large')).toHaveLength(3)
    }))
})
