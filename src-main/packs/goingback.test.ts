/** Installed editions give way to others and come back, and a damaged or lost one is mended. */
import { readdir, rm, writeFile } from 'node:fs/promises'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editionShown, install, onStick, shelfBytes, startShelf, flipBit } from '../testing/shelfpack.ts'
import { withFolder, writeSamplePack } from '../testing/samplepack.ts'

/** Every file of the profile by its path. */
async function profileOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'profile'), { recursive: true }).catch(() => [])
  return names.filter((name) => /\.(?:json|bak|shelf)$|[0-9a-f]{16}$/.test(name)).sort()
}

describe('an edition that was installed', () => {
  it('gives way to the one before by one click, and comes back by the next', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      for (const sequence of [1, 2, 3]) await install(shelf, await onStick(folder, { sequence }))
      expect(await shelf.installer.list()).toMatchObject({
        packs: [{ edition: 'edition 3', previous: { edition: 'edition 2', isOlder: true } }],
      })
      expect((await profileOf(folder)).filter((name) => name.endsWith('.shelf'))).toHaveLength(2)
      expect(await shelf.installer.goBack('village')).toMatchObject({ ok: true })
      expect(await editionShown(shelf)).toBe('edition 2')
      expect(await editionShown(await startShelf(folder))).toBe('edition 2')
      expect(await shelf.installer.goBack('village')).toMatchObject({ ok: true })
      expect(await editionShown(shelf)).toBe('edition 3')
    }))

  it('takes the place of the one that came with Fieldshelf, and gives it back', () =>
    withFolder(async (folder) => {
      await writeSamplePack(join(folder, 'library'), 'hotline')
      const shelf = await startShelf(folder)
      expect(await install(shelf, await onStick(folder, { id: 'hotline', keys: ['product'] }))).toBeNull()
      expect(await shelf.library.list()).toEqual([
        { state: 'ready', id: 'hotline', signed: { publisher: 'Village Library', standing: 'shipped' } },
      ])
      await shelf.installer.goBack('hotline')
      expect(await editionShown(shelf, 'hotline')).toBe('2026-11')
      await shelf.installer.goBack('hotline')
      await shelf.installer.remove('hotline')
      expect(await editionShown(shelf, 'hotline')).toBe('2026-11')
      expect((await profileOf(folder)).filter((name) => name.endsWith('.shelf'))).toEqual([])
    }))

  it('gives way to a newer one that a release of Fieldshelf brings, unless the reader went back from it', () =>
    withFolder(async (folder) => {
      await nodeFiles.mkdir(join(folder, 'library'))
      const bundle = (sequence: number): Promise<void> =>
        writeFile(
          join(folder, 'library/hotline.shelf'),
          shelfBytes({ id: 'hotline', keys: ['product'], sequence }),
        )
      await bundle(1)
      await install(
        await startShelf(folder),
        await onStick(folder, { id: 'hotline', keys: ['product'], sequence: 2 }),
      )
      expect(await editionShown(await startShelf(folder), 'hotline')).toBe('edition 2')
      await bundle(3)
      expect(await editionShown(await startShelf(folder), 'hotline')).toBe('edition 3')
    }))

  it('whose file is damaged is said, is checked on demand, and is mended by the same file once more', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const stick = await onStick(folder)
      await install(shelf, stick)
      const [name = ''] = (await profileOf(folder)).filter((each) => each.endsWith('.shelf'))
      await flipBit(join(folder, 'profile', name), -20)
      expect(await shelf.installer.check('village')).toBe('damaged')
      expect(await install(shelf, stick)).toBeNull()
      expect(await shelf.installer.check('village')).toBe('sound')
      await flipBit(join(folder, 'profile', name), 40)
      const again = await startShelf(folder)
      expect(await again.library.list()).toEqual([
        { state: 'left-out', folder: 'village', reason: 'changed' },
      ])
      expect((await again.installer.list()).packs).toMatchObject([{ id: 'village', isDamaged: true }])
    }))

  it('is found again where the list of packs was lost, and the same publisher may follow it', () =>
    withFolder(async (folder) => {
      await install(await startShelf(folder), await onStick(folder))
      for (const name of ['packs.json', 'packs.json.bak'])
        await rm(join(folder, 'profile', name), { force: true })
      const shelf = await startShelf(folder)
      expect(await editionShown(shelf)).toBe('edition 1')
      expect((await shelf.installer.list()).state).toBe('recovered')
      expect(await install(shelf, await onStick(folder, { sequence: 2, keys: ['stranger'] }))).toBe(
        'other-key',
      )
      expect(await install(shelf, await onStick(folder, { sequence: 2 }))).toBeNull()
    }))

  it('and the one before can be read by the page, with their manifests', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      for (const sequence of [1, 2]) await install(shelf, await onStick(folder, { sequence }))
      await shelf.installer.examine(await onStick(folder, { sequence: 3 }))
      const read = async (name: string): Promise<string> =>
        new TextDecoder().decode(
          (await (await shelf.installer.editions.find(name))?.read()) ?? new Uint8Array(),
        )
      expect(await read('earlier/village/articles/well.json')).toContain('mill 1')
      expect(await read('shown/village/articles/well.json')).toContain('mill 2')
      expect(await read('offered/village/articles/well.json')).toContain('mill 3')
      expect(JSON.parse(await read('offered/village/manifest.json'))).toMatchObject({ edition: 'edition 3' })
      expect(await shelf.installer.editions.find('offered/other/pack.json')).toBeNull()
      expect(await shelf.installer.editions.find('earlier/village/../pack.json')).toBeNull()
    }))
})
