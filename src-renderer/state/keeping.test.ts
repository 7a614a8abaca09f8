import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../src-bridge/contract.ts'
import { mostBookmarks, type Bookmark, type Stop } from '../../src-bridge/kept.ts'
import { defaultSettings, type Settings } from '../../src-bridge/settings.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { SettingsState } from './settings.svelte.ts'
import { Keeping } from './keeping.svelte.ts'

const section = (anchor: string) => ({
  pack: 'village',
  article: 'reading-room',
  anchor,
  title: anchor,
  articleTitle: 'The reading room',
  quote: '',
})
const bookmark = (anchor: string): Bookmark => ({ ...section(anchor), added: '2026-11-20' })
const stop = (anchor: string, article = 'reading-room'): Stop => ({
  ...section(anchor),
  article,
  read: '2026-11-20',
})

/** A bridge with a disk of its own; `broken` refuses to write and to remove, all or the channels named. */
class Disk {
  bookmarks: readonly Bookmark[] = []
  stops: readonly Stop[] = []
  settings: Settings = defaultSettings
  broken: boolean | string = false
  readonly bridge = {
    call: (channel: string, request: unknown) => Promise.resolve(this.#answer(channel, request)),
  } as unknown as Bridge

  #answer(channel: string, request: unknown): unknown {
    if (channel === 'bookmarks.read') return success({ entries: this.bookmarks, state: 'kept' })
    if (channel === 'stops.read') return success({ entries: this.stops, state: 'kept' })
    if (channel === 'settings.read') return success({ settings: this.settings, state: 'kept' })
    if (this.broken === true || this.broken === channel)
      return failure({ kind: 'not-kept', reason: 'disk-full' })
    if (channel === 'settings.write') this.settings = request as Settings
    if (channel === 'bookmarks.write') this.bookmarks = request as readonly Bookmark[]
    if (channel === 'stops.write') this.stops = request as readonly Stop[]
    if (channel === 'kept.remove') this[(request as { part: 'bookmarks' | 'stops' }).part] = []
    return success(null)
  }
}

async function keepingOn(disk: Disk): Promise<Keeping> {
  const settings = new SettingsState(disk.bridge)
  await settings.load()
  const keeping = new Keeping(disk.bridge, settings)
  await keeping.load()
  return keeping
}

const anchors = (bookmarks: readonly Bookmark[]): string[] => bookmarks.map((one) => one.anchor)

let disk: Disk
beforeEach(() => {
  disk = new Disk()
})

describe('the first bookmark', () => {
  test('asks, and is nowhere before the answer', async () => {
    const keeping = await keepingOn(disk)
    expect(await keeping.add([bookmark('a')])).toEqual({ kind: 'asking' })
    expect(keeping.bookmarks).toEqual([])
    await keeping.answer(null)
    expect(keeping.bookmarks).toEqual([])
    expect(keeping.asking).toBeNull()
    expect(await keeping.add([bookmark('a')])).toEqual({ kind: 'asking' })
  })

  test('is on the disk after a yes, and is not asked about again', async () => {
    const keeping = await keepingOn(disk)
    await keeping.add([bookmark('a')])
    await keeping.answer('keep')
    expect(await keeping.add([bookmark('b')])).toEqual({ kind: 'added', count: 1 })
    expect(anchors(disk.bookmarks)).toEqual(['b', 'a'])
    expect(disk.settings.bookmarks).toBe('keep')
  })

  test('holds until the window is closed after a no, and nothing of it is on the disk', async () => {
    const keeping = await keepingOn(disk)
    await keeping.add([bookmark('a')])
    await keeping.answer('session')
    expect(await keeping.add([bookmark('b')])).toEqual({ kind: 'added', count: 1 })
    expect(anchors(keeping.bookmarks)).toEqual(['b', 'a'])
    expect(disk.bookmarks).toEqual([])
  })
})

describe('bookmarks', () => {
  test('that are on the disk are kept on, though the setting was lost', async () => {
    disk.bookmarks = [bookmark('a')]
    const keeping = await keepingOn(disk)
    expect(await keeping.add([bookmark('b')])).toEqual({ kind: 'added', count: 1 })
    expect(anchors(disk.bookmarks)).toEqual(['b', 'a'])
  })

  test('are added once, and none when not all have room', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    const keeping = await keepingOn(disk)
    const many = Array.from({ length: mostBookmarks }, (_, n) => bookmark(`s${n}`))
    expect(await keeping.add(many)).toEqual({ kind: 'added', count: mostBookmarks })
    expect(await keeping.add(many)).toEqual({ kind: 'added', count: 0 })
    expect(await keeping.add([bookmark('one-more')])).toEqual({ kind: 'full' })
    expect(disk.bookmarks.length).toBe(mostBookmarks)
  })

  test('that another tab kept or removed meanwhile are neither lost nor brought back', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    const [one, other] = [await keepingOn(disk), await keepingOn(disk)]
    await one.add([bookmark('a'), bookmark('b')])
    await other.add([bookmark('c')])
    expect(anchors(disk.bookmarks)).toEqual(['c', 'a', 'b'])
    await one.remove(bookmark('c'))
    await other.remove(bookmark('a'))
    expect(anchors(disk.bookmarks)).toEqual(['b'])
  })

  test('changed twice at once are changed twice', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    disk.bookmarks = [bookmark('a'), bookmark('b'), bookmark('c')]
    const keeping = await keepingOn(disk)
    await Promise.all([
      keeping.remove(bookmark('a')),
      keeping.remove(bookmark('b')),
      keeping.add([bookmark('d')]),
    ])
    expect(anchors(disk.bookmarks)).toEqual(['d', 'c'])
  })

  test('that a file names twice are there once, come they from the disk or from another computer', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    disk.bookmarks = [bookmark('a'), bookmark('a')]
    const keeping = await keepingOn(disk)
    expect(anchors(keeping.bookmarks)).toEqual(['a'])
    expect(await keeping.add([bookmark('b'), bookmark('a'), bookmark('b')])).toEqual({
      kind: 'added',
      count: 1,
    })
    expect(anchors(disk.bookmarks)).toEqual(['b', 'a'])
  })

  test('leave the disk when they may stay only for now, and come back when they may be kept', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    disk.bookmarks = [bookmark('a')]
    const keeping = await keepingOn(disk)
    await keeping.choose('session')
    expect(disk.bookmarks).toEqual([])
    expect(anchors(keeping.bookmarks)).toEqual(['a'])
    await keeping.choose('keep')
    expect(anchors(disk.bookmarks)).toEqual(['a'])
  })

  test('that could not be written stay in use, and are written at the next try', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    const keeping = await keepingOn(disk)
    disk.broken = true
    await keeping.add([bookmark('a')])
    expect(keeping.notKept).toBe('disk-full')
    expect(keeping.has(bookmark('a'))).toBe(true)
    disk.broken = false
    await keeping.retry()
    expect(keeping.notKept).toBeNull()
    expect(anchors(disk.bookmarks)).toEqual(['a'])
  })

  test('that could not be written are not lost when a reading position can be', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep', keepStops: true }
    disk.bookmarks = [bookmark('a')]
    const keeping = await keepingOn(disk)
    disk.broken = 'bookmarks.write'
    await keeping.add([bookmark('new')])
    await keeping.mergeStops([stop('hours')])
    expect(disk.stops).toEqual([stop('hours')])
    expect(keeping.notKept).toBe('disk-full')
    disk.broken = false
    await keeping.remove(bookmark('a'))
    expect(anchors(keeping.bookmarks)).toEqual(['new'])
    expect(anchors(disk.bookmarks)).toEqual(['new'])
    expect(keeping.notKept).toBeNull()
  })

  test('that one tab may keep no longer are not written again by another', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    disk.bookmarks = [bookmark('a')]
    const [one, other] = [await keepingOn(disk), await keepingOn(disk)]
    await one.choose('session')
    await other.add([bookmark('b')])
    expect(disk.bookmarks).toEqual([])
    expect(anchors(other.bookmarks)).toEqual(['b'])
  })

  test('that could not be removed from the disk are still said to be kept', async () => {
    disk.settings = { ...defaultSettings, bookmarks: 'keep' }
    disk.bookmarks = [bookmark('a')]
    const keeping = await keepingOn(disk)
    disk.broken = true
    expect(await keeping.forget('bookmarks')).toBe(false)
    await keeping.choose('session')
    expect(keeping.keeps).toBe(true)
    expect(disk.settings.bookmarks).toBe('keep')
  })
})

describe('reading positions', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('are not even remembered unless they are switched on', async () => {
    const keeping = await keepingOn(disk)
    keeping.readTo(stop('hours'))
    await vi.runAllTimersAsync()
    expect(keeping.stops).toEqual([])
    expect(disk.stops).toEqual([])
  })

  test('are one an article, the last read first; its beginning is none', async () => {
    const keeping = await keepingOn(disk)
    await keeping.keepStops(true)
    for (const one of [stop('hours'), stop('desk', 'lending'), stop('rules'), stop('lead')])
      keeping.readTo(one)
    await vi.runAllTimersAsync()
    expect(disk.stops).toEqual([stop('rules'), stop('desk', 'lending')])
  })

  test('are off the disk once they are switched off, also one that was about to be written', async () => {
    const keeping = await keepingOn(disk)
    await keeping.keepStops(true)
    keeping.readTo(stop('hours'))
    await keeping.keepStops(false)
    await vi.runAllTimersAsync()
    expect(disk.stops).toEqual([])
    expect(keeping.stopOf('village', 'reading-room')).toBeNull()
  })

  test('of another computer are taken in where there is none here', async () => {
    const keeping = await keepingOn(disk)
    await keeping.mergeStops([stop('hours')])
    expect(keeping.stops).toEqual([])
    await keeping.keepStops(true)
    keeping.readTo(stop('rules'))
    await keeping.mergeStops([stop('hours'), stop('desk', 'lending')])
    expect(disk.stops).toEqual([stop('rules'), stop('desk', 'lending')])
  })

  test('of two tabs are all kept', async () => {
    disk.settings = { ...defaultSettings, keepStops: true }
    const [one, other] = [await keepingOn(disk), await keepingOn(disk)]
    one.readTo(stop('hours'))
    await vi.runAllTimersAsync()
    other.readTo(stop('desk', 'lending'))
    await vi.runAllTimersAsync()
    expect(disk.stops).toEqual([stop('desk', 'lending'), stop('hours')])
  })

  test('that one tab switched off are not written by another', async () => {
    disk.settings = { ...defaultSettings, keepStops: true }
    const [one, other] = [await keepingOn(disk), await keepingOn(disk)]
    await one.keepStops(false)
    other.readTo(stop('hours'))
    await vi.runAllTimersAsync()
    expect(disk.stops).toEqual([])
  })

  test('that a file names twice are taken in once', async () => {
    const keeping = await keepingOn(disk)
    await keeping.keepStops(true)
    await keeping.mergeStops([stop('hours'), stop('rules')])
    expect(disk.stops).toEqual([stop('hours')])
  })
})

describe('versions of a section', () => {
  /** Translations have the id of their article and a language behind it. */
  const original = ({ article }: { article: string }): string => article.replace(/-az$/, '')
  const keys = {
    section: (one: Bookmark | Stop | { article: string; anchor: string }) => `${original(one)} ${one.anchor}`,
    article: original,
  }
  const translated = (anchor: string): Bookmark => ({ ...bookmark(anchor), article: 'reading-room-az' })

  test('have one bookmark, which each of them shows and takes away', async () => {
    const settings = new SettingsState(disk.bridge)
    await settings.load()
    const keeping = new Keeping(disk.bridge, settings, keys)
    await keeping.load()
    await settings.change({ bookmarks: 'keep' })
    await keeping.add([bookmark('hours')])
    expect(keeping.has(translated('hours'))).toBe(true)
    expect(await keeping.add([translated('hours')])).toEqual({ kind: 'added', count: 0 })
    await keeping.remove(translated('hours'))
    expect(disk.bookmarks).toEqual([])
  })

  test('have one reading position', async () => {
    const settings = new SettingsState(disk.bridge)
    await settings.load()
    const keeping = new Keeping(disk.bridge, settings, keys)
    await keeping.keepStops(true)
    keeping.readTo(stop('hours'))
    keeping.readTo({ ...stop('shelves'), article: 'reading-room-az' })
    expect(keeping.stops.map(({ anchor }) => anchor)).toEqual(['shelves'])
    expect(keeping.stopOf('village', 'reading-room')?.anchor).toBe('shelves')
  })
})
