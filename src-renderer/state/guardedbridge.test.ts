import { afterEach, expect, test, vi } from 'vitest'
import { calls, type Bridge, type Channel } from '../../src-bridge/contract.ts'
import { guardedBridge } from './guardedbridge.ts'

afterEach(() => void vi.restoreAllMocks())

const broken = { call: () => Promise.reject(new Error('Too many calls.')) } as unknown as Bridge
const silent = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

const reads: readonly Channel[] = [
  'app.about',
  'settings.read',
  'bookmarks.read',
  'stops.read',
  'list.read',
  'kept.list',
  'packs.list',
  'packs.check',
  'own.list',
]
/** Nothing is lost where these are not answered. */
const harmless: readonly Channel[] = [
  'window.unsaved',
  'window.covered',
  'print.cancel',
  'packs.cancel',
  'packs.waiting',
  'own.cancel',
]
const others = (Object.keys(calls) as Channel[]).filter((channel) => !reads.includes(channel))

test.each(others)('a call of %s that rejects is answered all the same, and logged once', async (channel) => {
  const logged = silent()
  const answer = await guardedBridge(broken).call(channel, null as never)
  expect(answer.ok).toBe(harmless.includes(channel))
  expect(logged).toHaveBeenCalledTimes(1)
})

test.each(reads)('%s rejects: there is nothing to show in its place', async (channel) => {
  await expect(guardedBridge(broken).call(channel, null as never)).rejects.toThrow('Too many calls.')
})

test('an answer goes through as it is', async () => {
  const bridge = { call: (channel: string) => Promise.resolve({ ok: true, value: channel }) } as never
  expect(await guardedBridge(bridge).call('app.about', null)).toEqual({ ok: true, value: 'app.about' })
})
