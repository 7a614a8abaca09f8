/** In which order a save touches the disk. A kill does not show a missing flush; a power cut does. */
import * as nodeFiles from 'node:fs/promises'
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { saveText } from '../files/textfiles.ts'
import { savePdf } from '../printing/save.ts'
import { withFolder } from '../testing/samplepack.ts'
import type { StoredFormat } from './envelope.ts'
import { bookmarksFormat, ListStore } from './liststore.ts'
import { replaceFile, type Files } from './replace.ts'
import { longestStored, Store } from './store.ts'

/** The file system. It records each operation with the last name of its path. */
function recordingFiles(folder: string): { files: Files; done: string[] } {
  const done: string[] = []
  const name = (path: unknown): string => (String(path) === folder ? 'folder' : basename(String(path)))
  const open = async (...given: Parameters<Files['open']>) => {
    const handle = await nodeFiles.open(...given)
    const own = name(given[0])
    done.push(`open ${own}`)
    for (const operation of ['writeFile', 'sync', 'close'] as const) {
      const original = handle[operation].bind(handle) as (...given: unknown[]) => Promise<void>
      Object.assign(handle, {
        [operation]: async (...given: unknown[]) => {
          await original(...given)
          done.push(`${operation} ${own}`)
        },
      })
    }
    return handle
  }
  const readFile = async (...given: Parameters<Files['readFile']>) => {
    done.push(`read ${name(given[0])}`)
    return nodeFiles.readFile(...given)
  }
  const rename = async (from: string, to: string) => {
    await nodeFiles.rename(from, to)
    done.push(`rename ${name(from)} ${name(to)}`)
  }
  return { files: { ...nodeFiles, open, readFile, rename } as unknown as Files, done }
}

const bytes = new TextEncoder().encode('new')

describe.skipIf(process.platform === 'win32')('a save', () => {
  it('writes, flushes, closes and reads back before it renames, and flushes the folder last', () =>
    withFolder(async (folder) => {
      const { files, done } = recordingFiles(folder)
      await replaceFile(files, join(folder, 'note.json'), bytes, false)
      expect(done).toEqual([
        'open note.json.fieldshelf-tmp',
        'writeFile note.json.fieldshelf-tmp',
        'sync note.json.fieldshelf-tmp',
        'close note.json.fieldshelf-tmp',
        'read note.json.fieldshelf-tmp',
        'rename note.json.fieldshelf-tmp note.json',
        'open folder',
        'sync folder',
        'close folder',
      ])
    }))

  it('makes the present file the last good copy only when the new one is whole on the disk', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), 'old')
      const { files, done } = recordingFiles(folder)
      await replaceFile(files, join(folder, 'note.json'), bytes, true)
      const order = [
        'sync note.json.fieldshelf-tmp',
        'rename note.json note.json.bak',
        'rename note.json.fieldshelf-tmp note.json',
        'sync folder',
      ]
      expect(done.filter((each) => order.includes(each))).toEqual(order)
    }))

  it('that forgets writes the copy first: a kill in between leaves nothing in a hidden copy', () =>
    withFolder(async (folder) => {
      const store = (files: Files = nodeFiles): Store<Note> => new Store(folder, format, initial, files)
      await store().save({ text: 'secret' })
      await store().save({ text: 'secret again' })
      const { files, done } = recordingFiles(folder)
      await store(files).saveForgetting({ text: 'plain' })
      expect(done.filter((each) => each.startsWith('rename'))).toEqual([
        'rename note.json.bak.fieldshelf-tmp note.json.bak',
        'rename note.json.fieldshelf-tmp note.json',
      ])
      for (const name of await readdir(folder))
        expect(await readFile(join(folder, name), 'utf8'), name).not.toContain('secret')
    }))
})

describe.skipIf(process.platform === 'win32')('a file that the reader saves over a symbolic link', () => {
  const offered = (folder: string) => ({ folder, mode: 0o644 })

  it.each([
    [
      'a list',
      (folder: string, path: string) => saveText('printList', 'new', offered(folder), async () => path),
    ],
    ['a PDF', (folder: string, path: string) => savePdf(bytes, offered(folder), async () => path, 'print')],
  ])('is written where the link leads: %s', (_what, save) =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'real'))
      await writeFile(join(folder, 'real/file'), 'old')
      await symlink(join('real', 'file'), join(folder, 'one'))
      await symlink('one', join(folder, 'two'))
      expect(await save(folder, join(folder, 'two'))).toMatchObject({ ok: true })
      expect(await readFile(join(folder, 'real/file'), 'utf8')).toBe('new')
      expect((await lstat(join(folder, 'two'))).isSymbolicLink()).toBe(true)
      expect((await readdir(folder)).sort()).toEqual(['one', 'real', 'two'])
    }),
  )

  it('is made where a link leads to nothing yet', () =>
    withFolder(async (folder) => {
      await symlink('later', join(folder, 'link'))
      await saveText('printList', 'new', offered(folder), async () => join(folder, 'link'))
      expect(await readFile(join(folder, 'later'), 'utf8')).toBe('new')
    }))

  it('is refused where the link leads to itself', () =>
    withFolder(async (folder) => {
      await symlink('link', join(folder, 'link'))
      const saved = await saveText('printList', 'new', offered(folder), async () => join(folder, 'link'))
      expect(saved).toEqual({ ok: false, failure: { kind: 'write' } })
    }))
})

type Note = { readonly text: string }
const format: StoredFormat<Note> = { name: 'note', version: 1, schema: v.object({ text: v.string() }) }
const initial: Note = { text: 'nothing yet' }

describe('a value that is larger than what is read again', () => {
  it('is not written, and the one before stays', () =>
    withFolder(async (folder) => {
      const store = new Store(folder, format, initial)
      await store.save({ text: 'small' })
      // Six bytes each in JSON.
      const large = { text: '\u0001'.repeat(longestStored / 6) }
      expect(await store.save(large)).toEqual({
        ok: false,
        failure: { kind: 'not-kept', reason: 'too-large' },
      })
      expect(await new Store(folder, format, initial).load()).toEqual({
        data: { text: 'small' },
        state: 'kept',
      })
    }))
})

describe('a bookmark that is removed', () => {
  const bookmark = (anchor: string) => ({
    pack: 'village',
    article: 'reading-room',
    anchor,
    title: `Title of ${anchor}`,
    path: [],
    quote: null,
    added: '2026-11-02',
  })

  it('is left in no copy, and a damaged file without it is kept', () =>
    withFolder(async (folder) => {
      const list = await ListStore.open(folder, bookmarksFormat)
      const both = [bookmark('a1'), bookmark('a2')] as never[]
      await list.write(both)
      await writeFile(join(folder, 'bookmarks.json.corrupt-1'), JSON.stringify(both).slice(0, -3))
      await writeFile(join(folder, 'bookmarks.json.corrupt-2'), JSON.stringify(both.slice(1)).slice(0, -3))
      expect(await list.write(both.slice(1))).toMatchObject({ ok: true })
      const names = await readdir(folder)
      expect(names.sort()).toEqual(['bookmarks.json', 'bookmarks.json.bak', 'bookmarks.json.corrupt-2'])
      for (const name of names) expect(await readFile(join(folder, name), 'utf8'), name).not.toContain('"a1"')
    }))
})
