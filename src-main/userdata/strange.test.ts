/** Things that may be in the place of a stored file, or happen to it, that are no damage of its bytes. */
import { execFileSync } from 'node:child_process'
import * as nodeFiles from 'node:fs/promises'
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { seal, type StoredFormat } from './envelope.ts'
import type { Files } from './replace.ts'
import { longestStored, Store } from './store.ts'

type Note = { readonly text: string }

const format: StoredFormat<Note> = { name: 'note', version: 1, schema: v.object({ text: v.string() }) }
const initial: Note = { text: 'nothing yet' }
const storeIn = (folder: string, files?: Files, now?: () => Date): Store<Note> =>
  new Store(folder, format, initial, files, now)
const sealed = (text: string): Uint8Array => seal(format, { text })
const asideIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.includes('.corrupt-'))

describe.skipIf(process.platform === 'win32')('in the place of a stored file', () => {
  it.each<[string, (path: string) => unknown]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device without an end', (path) => symlink('/dev/zero', path)],
    ['a link to itself', (path) => symlink('note.json', path)],
    ['a folder', (path) => mkdir(path)],
    [
      'a file larger than any of ours',
      (path) => writeFile(path, '').then(() => truncate(path, longestStored + 1)),
    ],
    ['a file larger than can be read', (path) => writeFile(path, '').then(() => truncate(path, 3e9))],
  ])('%s is set aside; the last good copy is taken, and saving works again', (_what, plant) =>
    withFolder(async (folder) => {
      await plant(join(folder, 'note.json'))
      await writeFile(join(folder, 'note.json.bak'), sealed('the one before'))
      const store = storeIn(folder)
      expect(await store.load()).toEqual({ data: { text: 'the one before' }, state: 'restored' })
      expect(await asideIn(folder)).toHaveLength(1)
      expect(await store.save({ text: 'new' })).toEqual({ ok: true, value: null })
      expect(await storeIn(folder).load()).toEqual({ data: { text: 'new' }, state: 'kept' })
      // The reader wants all of it gone.
      expect(await store.remove()).toEqual({ ok: true, value: null })
      expect(await readdir(folder)).toEqual([])
    }),
  )

  it('a link to a file of the reader’s is followed, and that file is never written', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'elsewhere'), sealed('mine'))
      await symlink('elsewhere', join(folder, 'note.json'))
      const store = storeIn(folder)
      expect(await store.load()).toEqual({ data: { text: 'mine' }, state: 'kept' })
      for (const text of ['a', 'b', 'c']) await store.save({ text })
      expect(await readFile(join(folder, 'elsewhere'))).toEqual(Buffer.from(sealed('mine')))
    }))

  it('a link that leads nowhere does not hide the size of the rest', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), sealed('a'))
      await symlink('nowhere', join(folder, 'note.json.corrupt-2026'))
      expect((await storeIn(folder).size())?.bytes).toBeGreaterThan(sealed('a').length)
    }))
})

describe('a damaged file', () => {
  it('is kept though the clock was set back, and the oldest goes in its place', () =>
    withFolder(async (folder) => {
      const days = [20, 21, 22, 3]
      for (const day of days) {
        await writeFile(join(folder, 'note.json'), `damage of day ${day}`)
        await storeIn(folder, nodeFiles, () => new Date(Date.UTC(2026, 10, day))).load()
      }
      const texts = await Promise.all(
        (await asideIn(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      )
      expect(texts.sort()).toEqual(['damage of day 21', 'damage of day 22', 'damage of day 3'])
    }))

  it('is kept beside another one of the same moment', () =>
    withFolder(async (folder) => {
      for (const text of ['one', 'two']) {
        await writeFile(join(folder, 'note.json'), text)
        await storeIn(folder, nodeFiles, () => new Date(0)).load()
      }
      const texts = await Promise.all(
        (await asideIn(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      )
      expect(texts.sort()).toEqual(['one', 'two'])
    }))
})

describe('a file that another program held at the start', () => {
  it('is moved aside when something is saved in its place: its contents are unknown', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), sealed('precious'))
      let held = true
      const holding = ((path: string) =>
        held && path.endsWith('note.json')
          ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }))
          : nodeFiles.readFile(path)) as Files['readFile']
      const store = storeIn(folder, { ...nodeFiles, readFile: holding })
      expect(await store.load()).toEqual({ data: initial, state: 'lost' })
      held = false
      // As the list of what is kept does, for Settings.
      await store.load()
      for (const text of ['a', 'b', 'c']) await store.save({ text })
      const [aside = ''] = await asideIn(folder)
      expect(await readFile(join(folder, aside))).toEqual(Buffer.from(sealed('precious')))
      expect(await storeIn(folder).load()).toEqual({ data: { text: 'c' }, state: 'kept' })
    }))
})
