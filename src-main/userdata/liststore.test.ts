import type { KeptItem } from '../../src-bridge/kept.ts'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Bookmark } from '../../src-bridge/kept.ts'
import { withFolder } from '../testing/samplepack.ts'
import { BoundsStore } from '../windows/boundsstore.ts'
import { listKept } from './kept.ts'
import { bookmarksFormat, ListStore, printListFormat, stopsFormat } from './liststore.ts'
import { SettingsStore } from './settings.ts'

const bookmark = (anchor: string, added = '2026-11-20'): Bookmark => ({
  pack: 'village',
  article: 'reading-room',
  anchor,
  title: anchor,
  articleTitle: 'The reading room',
  quote: '',
  added,
})

/** Every byte in the folder. */
async function everything(folder: string): Promise<string> {
  const names = await readdir(folder)
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

describe('kept bookmarks', () => {
  it('are there after the next start', () =>
    withFolder(async (folder) => {
      await (await ListStore.open(folder, bookmarksFormat)).write([bookmark('hours')])
      expect((await ListStore.open(folder, bookmarksFormat)).stored).toEqual({
        entries: [bookmark('hours')],
        state: 'kept',
      })
    }))

  it('that are taken out are in no file any more, the last good copy included', () =>
    withFolder(async (folder) => {
      const list = await ListStore.open(folder, bookmarksFormat)
      await list.write([bookmark('hours'), bookmark('canary')])
      await list.write([bookmark('hours')])
      expect(await everything(folder)).not.toContain('canary')
      await writeFile(join(folder, 'bookmarks.json'), 'damaged')
      expect((await ListStore.open(folder, bookmarksFormat)).stored).toEqual({
        entries: [bookmark('hours')],
        state: 'restored',
      })
    }))

  it('are removed with every copy, damaged ones too; other parts are not touched', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'bookmarks.json'), 'canary, damaged')
      await writeFile(join(folder, 'settings.json'), 'settings')
      const list = await ListStore.open(folder, bookmarksFormat)
      await list.write([bookmark('canary')])
      await list.write([bookmark('canary'), bookmark('hours')])
      expect(await list.remove()).toEqual({ ok: true, value: null })
      expect(await readdir(folder)).toEqual(['settings.json'])
      expect(list.stored).toEqual({ entries: [], state: 'new' })
    }))

  it('that can’t be removed are said to be there', () =>
    withFolder(async (folder) => {
      const list = await ListStore.open(`${folder}/\u0000`, bookmarksFormat)
      expect(await list.remove()).toMatchObject({ ok: false, failure: { kind: 'not-kept' } })
    }))
})

describe('a kept print list', () => {
  it('is found again, and counts its items', () =>
    withFolder(async (folder) => {
      const list = await ListStore.open(folder, printListFormat)
      const items: KeptItem[] = [
        { kind: 'about', title: 'Desk', preset: 'briefing' },
        { kind: 'heading', text: 'Morning' },
        { kind: 'break' },
      ]
      expect(await list.write(items)).toMatchObject({ ok: true })
      expect((await ListStore.open(folder, printListFormat)).stored.entries).toEqual(items)
      expect(await list.onDisk()).toMatchObject({ entries: 2, since: null })
    }))

  it('leaves no trace of what was taken off it', () =>
    withFolder(async (folder) => {
      const list = await ListStore.open(folder, printListFormat)
      await list.write([
        { kind: 'about', title: '', preset: 'briefing', organisation: 'canary house', logo: 'Y2FuYXJ5' },
        { kind: 'heading', text: 'canary' },
        { kind: 'break' },
      ])
      await list.write([{ kind: 'break' }])
      for (const name of await readdir(folder))
        expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/canary|Y2FuYXJ5/)
    }))
})

describe('the list of what is kept', () => {
  it('says of each part what lies on the disk, and nothing of parts that are not there', () =>
    withFolder(async (folder) => {
      const keepers = {
        settings: await SettingsStore.open(folder),
        window: await BoundsStore.open(folder),
        bookmarks: await ListStore.open(folder, bookmarksFormat),
        stops: await ListStore.open(folder, stopsFormat),
        printList: await ListStore.open(folder, printListFormat),
      }
      expect(await listKept(keepers)).toEqual([])
      await keepers.bookmarks.write([bookmark('hours'), bookmark('rules', '2026-11-02')])
      const day = new Date().toISOString().slice(0, 10)
      const bytes = (await readFile(join(folder, 'bookmarks.json'))).length
      expect(await listKept(keepers)).toEqual([
        { part: 'bookmarks', bytes, changed: day, entries: 2, since: '2026-11-02' },
      ])
      await keepers.bookmarks.remove()
      expect(await listKept(keepers)).toEqual([])
    }))

  it('does not bring the window’s place back when the window is closed', () =>
    withFolder(async (folder) => {
      const places = await BoundsStore.open(folder)
      const display = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }
      places.remember(display, display.workArea, false)
      await places.remove()
      places.remember(display, display.workArea, false)
      await places.settled()
      expect(await readdir(folder)).toEqual([])
    }))
})
