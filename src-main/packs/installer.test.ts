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
  onStick,
  shelfBytes,
  smallPack,
  startShelf,
  flipBit,
} from '../testing/shelfpack.ts'
import { withFolder } from '../testing/samplepack.ts'
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
    ['has a changed byte in its head', 'damaged', (path) => flipBit(path, 40)],
    ['has a changed byte in its last file', 'damaged', (path) => flipBit(path, -20)],
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

const sumOf = (text: string): { bytes: number; sha256: string } => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
})
