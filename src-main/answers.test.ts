import { describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '../src-bridge/settings.ts'
import { answersFrom } from './answers.ts'
import { withFolder } from './testing/samplepack.ts'
import { startOwn } from './testing/ownpacks.ts'
import type { Installer } from './packs/installer.ts'
import { WaitingPack } from './packs/waiting.ts'
import type { Prints } from './printing/prints.ts'
import { bookmarksFormat, ListStore, printListFormat, stopsFormat } from './userdata/liststore.ts'
import { SettingsStore } from './userdata/settings.ts'
import { BoundsStore } from './windows/boundsstore.ts'

async function answersIn(folder: string, changes: Partial<Parameters<typeof answersFrom>[0]> = {}) {
  const prints = {
    bytesOf: (id: string) => (id === 'print-1' ? new Uint8Array(3) : null),
    nameOf: () => 'print',
    cancel: vi.fn(),
  }
  const settings = await SettingsStore.open(folder)
  const bookmarks = await ListStore.open(folder, bookmarksFormat)
  const stops = await ListStore.open(folder, stopsFormat)
  const printList = await ListStore.open(folder, printListFormat)
  const placements = await BoundsStore.open(folder)
  return answersFrom({
    about: { name: 'Fieldshelf', version: '0.1.0', shell: 'test' },
    copy: () => undefined,
    settings,
    settingsChanged: () => undefined,
    bookmarks,
    stops,
    printList,
    unsaved: () => undefined,
    covered: () => undefined,
    placements,
    prints: prints as unknown as Prints,
    packs: {} as Installer,
    own: startOwn(folder),
    chooseOwn: {
      documents: () => Promise.resolve(null),
      folder: () => Promise.resolve(null),
      key: () => Promise.resolve(null),
      newKey: (proposed) => Promise.resolve(proposed),
      signed: (proposed) => Promise.resolve(proposed),
    },
    today: () => '2026-11-30',
    waiting: new WaitingPack(),
    choosePack: () => Promise.resolve(null),
    offered: () => ({ folder: folder, mode: 0o600 }),
    choosePdf: (proposed) => Promise.resolve(proposed),
    chooseText: () => (proposed) => Promise.resolve(proposed),
    chooseTextToOpen: () => () => Promise.resolve(null),
    ...changes,
  })
}

describe('main', () => {
  it('keeps settings, and uses them at once', () =>
    withFolder(async (folder) => {
      const changed = vi.fn()
      const answers = await answersIn(folder, { settingsChanged: changed })
      const dark = { ...defaultSettings, theme: 'dark' } as const
      expect(await answers['settings.write'](dark)).toEqual({ ok: true, value: null })
      expect(changed).toHaveBeenCalledOnce()
      expect(await answers['settings.read'](null)).toMatchObject({ value: { settings: dark } })
      expect((await SettingsStore.open(folder)).stored).toEqual({ settings: dark, state: 'kept' })
    }))

  it('uses settings that it could not keep', () =>
    withFolder(async (folder) => {
      const answers = await answersIn(`${folder}/\u0000`)
      const dark = { ...defaultSettings, theme: 'dark' } as const
      expect(await answers['settings.write'](dark)).toMatchObject({
        ok: false,
        failure: { kind: 'not-kept' },
      })
      expect(await answers['settings.read'](null)).toMatchObject({ value: { settings: dark } })
    }))

  it('copies plain text, or says it was refused', () =>
    withFolder(async (folder) => {
      const copy = vi.fn()
      expect(await (await answersIn(folder, { copy }))['clipboard.write']({ text: 'ə' })).toMatchObject({
        ok: true,
      })
      expect(copy).toHaveBeenCalledExactlyOnceWith('ə')
      const refusing = await answersIn(folder, {
        copy: () => {
          throw new Error('no clipboard')
        },
      })
      expect(await refusing['clipboard.write']({ text: 'x' })).toEqual({
        ok: false,
        failure: { kind: 'refused' },
      })
    }))

  it('saves the prepared print, and no other', () =>
    withFolder(async (folder) => {
      const answers = await answersIn(folder)
      expect(await answers['print.save']({ id: 'print-1' })).toMatchObject({
        ok: true,
        value: { kind: 'saved' },
      })
      expect(await answers['print.save']({ id: 'print-0' })).toEqual({
        ok: false,
        failure: { kind: 'expired', detail: '' },
      })
    }))
})
