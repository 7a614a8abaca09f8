/** Packs from a stick are installed or refused; a refused one changes nothing. */
import { cp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import * as nodeFiles from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failure } from '../../src-library/model/outcome.ts'
import { packFormat } from '../../src-library/format/manifest.ts'
import { makePackFile } from '../../src-packs/make.ts'
import { seedOf, tinyEdition } from '../../src-packs/testing/tinypack.ts'
import {
  editionShown,
  install,
  keyOf,
  onStick,
  shelfBytes,
  smallPack,
  startShelf,
} from '../testing/shelfpack.ts'
import { withFolder, writeSamplePack } from '../testing/samplepack.ts'
import { decodeFiles } from './decodefiles.ts'
import type { PackFiles } from './files.ts'

/** Every file of the profile by its path. */
async function profileOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'profile'), { recursive: true }).catch(() => [])
  return names.filter((name) => /\.(?:json|bak|shelf)$|[0-9a-f]{16}$/.test(name)).sort()
}

describe('a pack file', () => {
  it('is copied, checked, offered, and installed by one answer', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const offered = await shelf.installer.examine(await onStick(folder))
      expect(offered).toMatchObject({
        ok: true,
        value: {
          id: 'village',
          title: 'The village',
          edition: 'edition 1',
          asks: 'publisher',
          standing: 'unknown',
          publisher: { name: 'Village Library', place: 'Upper Village' },
          made: '2026-11-30',
          here: null,
        },
      })
      if (!offered.ok) return
      expect(offered.value.checkNumber).toMatch(/^\d{5}( \d{5}){5}$/)
      expect(await editionShown(shelf)).toBeNull()
      expect(await shelf.installer.install(offered.value.token)).toEqual({ ok: true, value: null })
      expect(await editionShown(shelf)).toBe('edition 1')
      expect(await shelf.library.list()).toEqual([
        { state: 'ready', id: 'village', signed: { publisher: 'Village Library', standing: 'accepted' } },
      ])
      const article = await (await shelf.library.find('village/articles/well.json'))?.read()
      expect(new TextDecoder().decode(article ?? new Uint8Array())).toContain('It is by mill 1.')
      expect(shelf.told.map(({ step }) => step)).toEqual([
        'copying',
        ...shelf.told.slice(1).map(({ step }) => step),
      ])
      expect(shelf.told.at(-1)).toMatchObject({ step: 'reading' })
    }))

  it('is there after the next start, and nothing of the staging is', () =>
    withFolder(async (folder) => {
      await install(await startShelf(folder), await onStick(folder))
      const again = await startShelf(folder)
      expect(await editionShown(again)).toBe('edition 1')
      expect((await profileOf(folder)).filter((name) => name.includes('.staging'))).toEqual([])
    }))

  it('of a publisher who was accepted asks for nothing the second time', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder))
      const offered = await shelf.installer.examine(await onStick(folder, { sequence: 2 }))
      expect(offered).toMatchObject({
        value: { asks: 'nothing', standing: 'accepted', here: { edition: 'edition 1' } },
      })
    }))

  it.each<[string, string, (path: string) => Promise<unknown>]>([
    ['is of another kind', 'not-a-pack', (path) => writeFile(path, 'PK\u0003\u0004 a zip file')],
    ['is empty', 'not-a-pack', (path) => writeFile(path, '')],
    ['is cut', 'damaged', (path) => truncate(path, 900)],
    ['has a changed byte in its head', 'damaged', (path) => change(path, 40)],
    ['has a changed byte in its last file', 'damaged', (path) => change(path, -20)],
    [
      'is longer',
      'damaged',
      async (path) => writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(9)])),
    ],
    ['is gone', 'gone', (path) => rm(path)],
    [
      'is a link',
      'not-a-pack',
      async (path) => {
        await cp(path, `${path}.real`)
        await rm(path)
        await symlink(`${path}.real`, path)
      },
    ],
  ])('that %s is refused, and nothing changed', (_what, kind, spoil) =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder))
      const before = await profileOf(folder)
      const next = await onStick(folder, { sequence: 2 }, 'next.shelf')
      await spoil(next)
      expect(await install(shelf, next)).toBe(kind)
      expect(await editionShown(shelf)).toBe('edition 1')
      expect(await profileOf(folder)).toEqual(before)
    }),
  )

  it('that needs a later Fieldshelf is refused with the version it needs', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const path = await onStick(folder, { minimum: '0.10' })
      expect(await shelf.installer.examine(path)).toMatchObject({
        failure: { kind: 'newer', needs: '0.10', title: 'The village' },
      })
      expect(await install(shelf, await onStick(folder, { minimum: '0.3' }))).toBeNull()
    }))

  it.each([
    [packFormat + 1, 'newer'],
    [packFormat - 1, 'outdated'],
  ])('whose manifest is of format %i is refused as %s', (format, kind) =>
    withFolder(async (folder) => {
      const { manifest, files } = smallPack('village', 'x', 'x')
      const shelf = await startShelf(folder)
      const path = await onStick(folder)
      const bytes = makePackFile({ ...manifest, format } as never, files, tinyEdition, [seedOf('village')])
      await writeFile(path, bytes)
      expect(await install(shelf, path)).toBe(kind)
    }),
  )

  it('whose content can’t be read is refused, though it is rightly signed', () =>
    withFolder(async (folder) => {
      const { manifest, files } = smallPack('village', 'x', 'x')
      const spoilt = new Map([...files, ['articles/well.json', new TextEncoder().encode('{"id":"mill"}')]])
      const entries = new Map(
        [...manifest.files].map(([path, entry]) => [
          path,
          path === 'articles/well.json' ? sumOf('{"id":"mill"}') : entry,
        ]),
      )
      const path = await onStick(folder)
      await writeFile(
        path,
        makePackFile({ ...manifest, files: entries }, spoilt, tinyEdition, [seedOf('village')]),
      )
      expect(await install(await startShelf(folder), path)).toBe('unreadable-content')
    }))

  it('that takes too long or too much memory to read is refused', () =>
    withFolder(async (folder) => {
      const isolated = {
        run: () => Promise.resolve(failure({ kind: 'deadline', milliseconds: 12_000 } as const)),
      }
      const shelf = await startShelf(folder, { isolated })
      expect(await install(shelf, await onStick(folder))).toBe('too-much')
      expect(await profileOf(folder)).toEqual([])
    }))

  it('that is dropped comes in pieces, and is checked as any other', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const bytes = shelfBytes()
      const send = async (size: number): Promise<unknown> => {
        await shelf.installer.begin(size)
        for (let at = 0; at < bytes.length; at += 700) await shelf.installer.add(bytes.subarray(at, at + 700))
        return shelf.installer.received()
      }
      expect(await send(bytes.length)).toMatchObject({ ok: true, value: { id: 'village' } })
      expect(await send(bytes.length + 1)).toMatchObject({ failure: { kind: 'damaged' } })
      expect(await send(bytes.length - 1)).toMatchObject({ failure: { kind: 'damaged' } })
      expect(await shelf.installer.add(bytes)).toMatchObject({ failure: { kind: 'cancelled' } })
    }))

  it('is given up by Cancel, and its token is good for nothing then', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const offered = await shelf.installer.examine(await onStick(folder))
      await shelf.installer.cancel()
      expect(await profileOf(folder)).toEqual([])
      if (offered.ok)
        expect(await shelf.installer.install(offered.value.token)).toEqual({
          ok: false,
          failure: { kind: 'expired' },
        })
    }))

  it('is cancelled while it is copied', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const examining = shelf.installer.examine(await onStick(folder))
      await shelf.installer.cancel()
      expect(await examining).toEqual({ ok: false, failure: { kind: 'cancelled' } })
      expect(await profileOf(folder)).toEqual([])
    }))

  it('is not copied where there is too little room, and the reader hears how much is needed', () =>
    withFolder(async (folder) => {
      const files = {
        ...nodeFiles,
        statfs: () => Promise.resolve({ bavail: 2, bsize: 512 }),
      } as unknown as PackFiles
      const shelf = await startShelf(folder, { files })
      const size = shelfBytes().length
      expect(await shelf.installer.examine(await onStick(folder))).toEqual({
        ok: false,
        failure: { kind: 'no-room', needed: Math.ceil(size * 1.2), free: 1024 },
      })
    }))

  it('that answers a second read with other bytes is installed as it was first read: the stick is read once', () =>
    withFolder(async (folder) => {
      const path = await onStick(folder)
      let reads = 0
      const open: PackFiles['open'] = async (...given) => {
        const handle = await nodeFiles.open(...given)
        if (given[0] !== path) return handle
        const read = handle.read.bind(handle) as (...given: unknown[]) => Promise<{ buffer: Uint8Array }>
        return Object.assign(handle, {
          read: async (...asked: unknown[]) => {
            const answer = await read(...asked)
            if (reads++ > 0) answer.buffer.fill(7)
            return answer
          },
        })
      }
      const shelf = await startShelf(folder, { files: { ...nodeFiles, open } })
      expect(await install(shelf, path)).toBeNull()
      expect(await shelf.installer.check('village')).toBe('sound')
    }))

  it.each([0, 0.5, 0.99])('on a stick that is pulled out at %f of it changes nothing', (share) =>
    withFolder(async (folder) => {
      const path = await onStick(folder)
      const pulled = Math.floor(shelfBytes().length * share)
      const open: PackFiles['open'] = async (...given) => {
        const handle = await nodeFiles.open(...given)
        if (given[0] !== path) return handle
        let done = 0
        const read = handle.read.bind(handle) as (...given: unknown[]) => Promise<{ bytesRead: number }>
        return Object.assign(handle, {
          read: async (buffer: Uint8Array) => {
            if (done >= pulled) throw Object.assign(new Error('gone'), { code: 'EIO' })
            const answer = await read(buffer, 0, Math.max(1, Math.min(500, pulled - done)), null)
            done += answer.bytesRead
            return answer
          },
        })
      }
      const shelf = await startShelf(folder, { files: { ...nodeFiles, open } })
      expect(await install(shelf, path)).toBe('gone')
      expect(await profileOf(folder)).toEqual([])
    }),
  )
})

it('the files of a pack are read wherever in memory they come to lie', () => {
  const files = [...smallPack('village', 'x', 'x').files].filter(([path]) => path !== 'manifest.json').sort()
  const input = { id: 'village', files: files.map(([path, bytes]) => ({ path, bytes: bytes.length })) }
  for (let before = 0; before < 8; before++) {
    const all = Buffer.concat([Buffer.alloc(before), ...files.map(([, bytes]) => bytes)])
    expect(decodeFiles(all.subarray(before), input)).toEqual({ wrong: null })
  }
})

describe('who signed a pack decides', () => {
  it.each<[string, Parameters<typeof shelfBytes>[0], string]>([
    ['another publisher’s pack of an id that is here', { sequence: 2, keys: ['stranger'] }, 'other-key'],
    ['an id that belongs to Fieldshelf', { id: 'hotline' }, 'reserved'],
    ['the same sequence with other bytes', { says: 'It is elsewhere.' }, 'same-sequence'],
    ['the very edition that is here', {}, 'already-here'],
  ])('%s is refused', (_what, made, kind) =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      expect(await install(shelf, await onStick(folder))).toBeNull()
      expect(await install(shelf, await onStick(folder, made))).toBe(kind)
      expect(await editionShown(shelf)).toBe('edition 1')
    }),
  )

  it('an older edition is offered as older, and is older still after the pack was removed', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder, { sequence: 5 }))
      const older = await onStick(folder, { sequence: 3 })
      expect(await shelf.installer.examine(older)).toMatchObject({ value: { asks: 'older' } })
      await shelf.installer.remove('village')
      expect(await editionShown(shelf)).toBeNull()
      expect(await (await startShelf(folder)).installer.examine(older)).toMatchObject({
        value: { asks: 'older' },
      })
    }))

  it('a key that a shipped publisher vouches for is known, and one that it withdraws is not', () =>
    withFolder(async (folder) => {
      const vouches = [{ key: keyOf('friend'), name: 'Friend', ids: ['atlas'] }]
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder, { id: 'hotline', keys: ['product'], vouches }))
      expect(
        await shelf.installer.examine(await onStick(folder, { id: 'atlas', keys: ['friend'] })),
      ).toMatchObject({
        value: { standing: 'vouched', asks: 'nothing' },
      })
      expect(await install(shelf, await onStick(folder, { id: 'atlas', keys: ['friend'] }))).toBeNull()
      const withdraws = [{ key: keyOf('friend'), from: null }]
      await install(
        shelf,
        await onStick(folder, { id: 'hotline', keys: ['product'], sequence: 2, withdraws }),
      )
      expect(await editionShown(shelf, 'atlas')).toBeNull()
      expect(await shelf.library.list()).toContainEqual({
        state: 'left-out',
        folder: 'The atlas',
        reason: 'withdrawn',
      })
      expect(
        await install(shelf, await onStick(folder, { id: 'atlas', keys: ['friend'], sequence: 9 })),
      ).toBe('withdrawn')
    }))

  it('a stranger’s word about other keys is not taken', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const vouches = [{ key: keyOf('friend'), name: 'Friend', ids: ['atlas'] }]
      const withdraws = [{ key: keyOf('product'), from: null }]
      await install(shelf, await onStick(folder, { vouches, withdraws }))
      expect(
        await shelf.installer.examine(await onStick(folder, { id: 'atlas', keys: ['friend'] })),
      ).toMatchObject({
        value: { standing: 'unknown' },
      })
      expect(await install(shelf, await onStick(folder, { id: 'hotline', keys: ['product'] }))).toBeNull()
    }))
})

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
      await change(join(folder, 'profile', name), -20)
      expect(await shelf.installer.check('village')).toBe('damaged')
      expect(await install(shelf, stick)).toBeNull()
      expect(await shelf.installer.check('village')).toBe('sound')
      await change(join(folder, 'profile', name), 40)
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

async function change(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(path, bytes)
}

const sumOf = (text: string): { bytes: number; sha256: string } => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
})
