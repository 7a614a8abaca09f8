import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bridgeName } from './bridgename.ts'
import { calls, capabilities, type Bridge } from './contract.ts'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(() => Promise.resolve('answer')), on: vi.fn(), off: vi.fn() },
}))
vi.mock('electron', () => electron)

let bridge: Bridge
beforeEach(async () => {
  vi.clearAllMocks()
  vi.resetModules()
  await import('./preload.ts')
  bridge = electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[1]
})

describe('the preload', () => {
  it('gives the page one frozen object of three functions, under one name', () => {
    expect(electron.contextBridge.exposeInMainWorld.mock.calls).toEqual([[bridgeName, bridge]])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'can', 'on'])
    expect(Object.isFrozen(bridge)).toBe(true)
  })

  it('passes every call of the contract on, with its request alone', async () => {
    for (const channel of Object.keys(calls) as (keyof typeof calls)[]) {
      electron.ipcRenderer.invoke.mockClear()
      const call = bridge.call as (...given: unknown[]) => Promise<unknown>
      expect(await call(channel, { some: 'request' }, 'more')).toBe('answer')
      expect(electron.ipcRenderer.invoke.mock.calls).toEqual([[channel, { some: 'request' }]])
    }
  })

  it.each([
    ['a long text', { text: 'a'.repeat(20_000_000) }],
    ['many texts', { texts: Array.from({ length: 200 }, () => 'a'.repeat(100_000)) }],
    ['many bytes', { bytes: new Uint8Array(20_000_000) }],
    ['a long list', new Array(20_000_000).fill(0)],
    ['a map', new Map([['a'.repeat(20_000_000), 1]])],
  ])('refuses a request before it is copied that is too large: %s', async (_what, request) => {
    await expect(bridge.call('clipboard.write', request as never)).rejects.toThrow('too large')
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled()
  })

  it('passes the longest request of the contract, and one that holds itself', async () => {
    const itself: Record<string, unknown> = { text: 'a'.repeat(6_000_000) }
    itself['itself'] = itself
    expect(await bridge.call('clipboard.write', itself as never)).toBe('answer')
  })

  it.each(['ELECTRON_BROWSER_REQUIRE', 'menu.command', 'constructor', '__proto__', '', undefined])(
    'knows no other channel: %s',
    async (channel) => {
      await expect(bridge.call(channel as never, null as never)).rejects.toThrow('There is no such call.')
      expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled()
    },
  )

  it('hands on events of the contract alone, as it says, and stops when it is told', () => {
    const heard: unknown[][] = []
    const stop = bridge.on('menu.command', (...given) => heard.push(given))
    const [channel, relay] = electron.ipcRenderer.on.mock.calls[0] as [string, (...given: unknown[]) => void]
    relay({ sender: 'secret' }, 'search')
    relay({ sender: 'secret' }, 'format-disk')
    expect(channel).toBe('menu.command')
    expect(heard).toEqual([['search']])
    stop()
    expect(electron.ipcRenderer.off).toHaveBeenCalledWith('menu.command', relay)
    // An event that is on its way then is for no one.
    relay({ sender: 'secret' }, 'search')
    expect(heard).toEqual([['search']])
  })

  it.each(['print.prepare', 'constructor', '__proto__', undefined])('knows no other event: %s', (event) => {
    expect(() => bridge.on(event as never, () => undefined)).toThrow('There is no such event.')
    expect(electron.ipcRenderer.on).not.toHaveBeenCalled()
  })

  it('can do all there is', () => {
    expect(capabilities.every((capability) => bridge.can(capability))).toBe(true)
  })
})
