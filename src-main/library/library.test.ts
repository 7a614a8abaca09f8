import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeLibrary } from '../../src-library/format/library.ts'
import { packFormat } from '../../src-library/format/manifest.ts'
import { openLibrary, type Library } from './library.ts'
import { sampleFiles, withFolder, writeSamplePack } from '../testing/samplepack.ts'

const textOf = async (library: Library, name: string): Promise<string | null> => {
  const bytes = await (await library.find(name))?.read()
  return bytes ? new TextDecoder().decode(bytes) : null
}

describe('the library', () => {
  it('lists its packs and hands out their files', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await writeSamplePack(folder, 'archive')
      const library = openLibrary([folder])
      expect(await library.list()).toEqual([
        { state: 'ready', id: 'archive' },
        { state: 'ready', id: 'village' },
      ])
      expect(await textOf(library, 'village/pack.json')).toBe(sampleFiles['pack.json'])
      expect((await library.find('village/figures/plan.png'))?.mediaType).toBe('image/png')
    }))

  it('answers its listing as the page decodes it', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      const text = await textOf(openLibrary([folder]), 'library.json')
      expect(decodeLibrary(JSON.parse(text ?? ''))).toMatchObject({
        ok: true,
        value: { packs: [{ id: 'village' }] },
      })
    }))

  it('is empty where there is no folder', async () => {
    expect(await openLibrary(['no-such-folder']).list()).toEqual([])
  })

  it('takes a pack from the first folder that has it', () =>
    withFolder(async (folder) => {
      await writeSamplePack(join(folder, 'first'), 'village', { 'pack.json': 'first' })
      await writeSamplePack(join(folder, 'second'), 'village', { 'pack.json': 'second' })
      const library = openLibrary([join(folder, 'first'), join(folder, 'second')])
      expect(await textOf(library, 'village/pack.json')).toBe('first')
    }))

  it.each<[string, string, (pack: string) => Promise<unknown>]>([
    [
      'a byte of a file differs',
      'changed',
      (pack) => writeFile(join(pack, 'pack.json'), '{"id":"villagf"}\n'),
    ],
    ['a file is longer', 'changed', (pack) => writeFile(join(pack, 'pack.json'), 'x'.repeat(100_000))],
    ['a file is missing', 'missing', (pack) => rm(join(pack, 'search/index.bin'))],
    [
      'a folder stands in the place of a file',
      'changed',
      async (pack) => {
        await rm(join(pack, 'pack.json'))
        await mkdir(join(pack, 'pack.json'))
      },
    ],
    [
      'a link stands in the place of a file',
      'changed',
      async (pack) => {
        // As long as the file it replaces: only its kind gives it away.
        const elsewhere = 'x'.repeat(sampleFiles['pack.json']?.length ?? 0)
        await rename(join(pack, 'pack.json'), join(pack, elsewhere))
        await symlink(elsewhere, join(pack, 'pack.json'))
      },
    ],
    [
      'a file is larger than any should be',
      'too-large',
      async (pack) => {
        const manifest = await readFile(join(pack, 'manifest.json'), 'utf8')
        const bytes = 300 * 1024 * 1024
        await writeFile(
          join(pack, 'manifest.json'),
          manifest.replace(/("pack.json":{"bytes":)\d+/, `$1${bytes}`),
        )
        // Without content: only its length is that large.
        await truncate(join(pack, 'pack.json'), bytes)
      },
    ],
    ['the manifest is missing', 'no-manifest', (pack) => rm(join(pack, 'manifest.json'))],
    ['the manifest is cut off', 'bad-manifest', (pack) => writeFile(join(pack, 'manifest.json'), '{"for')],
    [
      'the manifest is of a newer format',
      'newer-format',
      (pack) => writeFile(join(pack, 'manifest.json'), '{"format":999}'),
    ],
    [
      'the manifest names a file outside the pack',
      'bad-manifest',
      (pack) =>
        writeFile(
          join(pack, 'manifest.json'),
          JSON.stringify({
            format: packFormat,
            id: 'village',
            title: 'x',
            edition: 'x',
            language: 'en',
            files: { '../archive/pack.json': { bytes: 1, sha256: '0'.repeat(64) } },
          }),
        ),
    ],
  ])('takes only the one pack out when %s', (_what, reason, damage) =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await writeSamplePack(folder, 'archive')
      await damage(join(folder, 'village'))
      const library = openLibrary([folder])
      expect(await library.list()).toEqual([
        { state: 'ready', id: 'archive' },
        { state: 'left-out', folder: 'village', reason },
      ])
      expect(await textOf(library, 'village/articles/reading-room.json')).toBeNull()
      expect(await textOf(library, 'archive/pack.json')).toBe(sampleFiles['pack.json'])
    }),
  )

  it.each(['town', 'village (1)', 'Village - Copy', 'Kənd'])('reads a pack in a folder named “%s”', (name) =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await rename(join(folder, 'village'), join(folder, name))
      const library = openLibrary([folder])
      expect(await library.list()).toEqual([{ state: 'ready', id: 'village' }])
      expect(await textOf(library, 'village/pack.json')).toBe(sampleFiles['pack.json'])
    }),
  )

  it('says which folder holds another edition of a pack, and nothing of a mere copy', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      for (const copy of ['village (1)', 'village (2)']) {
        await cp(join(folder, 'village'), join(folder, copy), { recursive: true })
      }
      const manifest = join(folder, 'village (2)', 'manifest.json')
      await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('2026-11', '2025-03'))
      expect(await openLibrary([folder]).list()).toEqual([
        { state: 'ready', id: 'village' },
        { state: 'left-out', folder: 'village (2)', reason: 'other-edition' },
      ])
    }))

  it('names the folder of a pack whose manifest can’t be read, whatever its name', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await rename(join(folder, 'village'), join(folder, 'Village 2'))
      await truncate(join(folder, 'Village 2', 'manifest.json'), 10)
      expect(await openLibrary([folder]).list()).toEqual([
        { state: 'left-out', folder: 'Village 2', reason: 'bad-manifest' },
      ])
    }))

  it('notices a file that is changed while the app runs', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      const library = openLibrary([folder])
      await library.list()
      await writeFile(join(folder, 'village/pack.json'), '{"id":"VILLAGE"}\n')
      expect(await textOf(library, 'village/pack.json')).toBeNull()
      expect(await library.list()).toEqual([{ state: 'left-out', folder: 'village', reason: 'changed' }])
    }))

  it('does not hand out what the manifest does not name, nor the manifest', () =>
    withFolder(async (folder) => {
      await writeSamplePack(folder, 'village')
      await writeFile(join(folder, 'village/figures/extra.png'), 'x')
      await writeFile(join(folder, 'secret.json'), 'x')
      const library = openLibrary([folder])
      for (const name of [
        'village/figures/extra.png',
        'village/manifest.json',
        'secret.json',
        'village',
        'village/',
        'village/../secret.json',
        '__proto__/pack.json',
        '',
      ]) {
        expect(await library.find(name), name).toBeNull()
      }
    }))

  it('ignores what is not a pack: files, and folders with other names and no manifest', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'readme'), 'x')
      await mkdir(join(folder, '.staging'))
      await mkdir(join(folder, 'Upper'))
      expect(await openLibrary([folder]).list()).toEqual([])
    }))
})
