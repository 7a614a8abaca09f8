import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../src-bridge/contract.ts'
import type { KeptItem } from '../../src-bridge/kept.ts'
import { defaultSettings, type Settings } from '../../src-bridge/settings.ts'
import { success } from '../../src-library/model/outcome.ts'
import { ListKeeping } from './listkeeping.ts'
import { PrintList, type ListedSection } from './printlist.svelte.ts'

const section = (anchor: string): ListedSection => ({
  pack: 'village',
  article: 'library',
  anchor,
  subsections: true,
  title: anchor,
  articleTitle: 'The village library',
  quote: '',
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function keepingWith(printList: Settings['printList'], stored: KeptItem[] = []) {
  const disk = { entries: stored, unsaved: 0, removed: 0 }
  const settings = {
    current: { ...defaultSettings, printList },
    change: (change: Partial<Settings>) => {
      settings.current = { ...settings.current, ...change }
      return Promise.resolve()
    },
  }
  const call = (channel: string, request: unknown) => {
    if (channel === 'list.read') return Promise.resolve(success({ entries: disk.entries, state: 'kept' }))
    if (channel === 'list.write') disk.entries = request as KeptItem[]
    if (channel === 'kept.remove') disk.entries = []
    if (channel === 'window.unsaved') disk.unsaved = (request as { sections: number }).sections
    return Promise.resolve(success(null))
  }
  const list = new PrintList()
  const keeping = new ListKeeping({ call: call as Bridge['call'] }, settings, list)
  await keeping.load()
  const filled = (): void => void list.addAll(['a', 'b', 'c'].map(section))
  return { list, keeping, disk, settings, filled }
}

test('nothing is written without consent, and closing would lose more than two sections', async () => {
  const { list, disk, filled } = await keepingWith('ask')
  list.add(section('a'))
  list.add(section('b'))
  expect(disk.unsaved).toBe(0)
  filled()
  await vi.runAllTimersAsync()
  expect(disk.entries).toEqual([])
  expect(disk.unsaved).toBe(3)
  list.clear()
  expect(disk.unsaved).toBe(0)
})

test('a list that may be kept is written after a rest, and has nothing to lose then', async () => {
  const { list, disk, filled } = await keepingWith('keep')
  filled()
  list.insert({ kind: 'heading', text: 'Day' })
  expect(disk.unsaved).toBe(3)
  await vi.runAllTimersAsync()
  expect(disk.entries.map(({ kind }) => kind)).toEqual(['about', 'section', 'section', 'section', 'heading'])
  expect(disk.unsaved).toBe(0)
})

test('a kept list is there at the next start, without a step to undo', async () => {
  const first = await keepingWith('keep')
  first.filled()
  first.list.rename('Desk')
  first.list.insert({ kind: 'break' }, 1)
  await vi.runAllTimersAsync()
  const { list, disk } = await keepingWith('keep', first.disk.entries)
  expect(list.title).toBe('Desk')
  expect(list.items.map(({ kind }) => kind)).toEqual(['section', 'break', 'section', 'section'])
  expect([list.canUndo, list.isSaved, disk.unsaved]).toEqual([false, true, 0])
})

test('sections that were listed before the kept list was read follow it', async () => {
  const kept: KeptItem[] = [{ kind: 'section', ...section('a') }]
  const { list, keeping } = await keepingWith('keep', kept)
  list.add(section('b'))
  await keeping.load()
  expect(list.sections.map(({ anchor }) => anchor)).toEqual(['a', 'b'])
})

test('an empty list leaves nothing on the disk', async () => {
  const { list, disk, filled } = await keepingWith('keep')
  filled()
  await vi.runAllTimersAsync()
  list.clear()
  await vi.runAllTimersAsync()
  expect(disk.entries).toEqual([])
})

test('an answer takes effect on the list that is there', async () => {
  const { list, keeping, disk, filled } = await keepingWith('ask')
  filled()
  await keeping.choose('keep')
  expect([disk.entries.length, disk.unsaved]).toEqual([4, 0])
  await keeping.choose('session')
  expect(disk.entries).toEqual([])
  list.rename('Desk')
  await vi.runAllTimersAsync()
  expect([disk.entries.length, disk.unsaved]).toEqual([0, 3])
})

test('a list that was removed from the disk is gone from the window, too', async () => {
  const { list, keeping, disk, filled } = await keepingWith('keep')
  filled()
  await vi.runAllTimersAsync()
  keeping.removed()
  await vi.runAllTimersAsync()
  expect([list.items.length, list.canUndo, disk.unsaved]).toEqual([0, false, 0])
})

test('organisation and logo of the cover are kept with the list, if it may be kept', async () => {
  const cover = { organisation: 'The house by the river', logo: 'AAAA' }
  const { list, keeping, disk } = await keepingWith('ask')
  list.chooseCover(cover)
  await vi.runAllTimersAsync()
  expect(disk.entries).toEqual([])
  await keeping.choose('keep')
  expect(disk.entries).toEqual([{ kind: 'about', title: '', preset: 'briefing', ...cover }])
  const next = await keepingWith('keep', disk.entries)
  expect(next.list.cover).toEqual(cover)
  next.keeping.removed()
  expect(next.list.cover).toEqual({ organisation: '', logo: null })
})
