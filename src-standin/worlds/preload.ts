/** The preload's world: gives the preload its `require('electron')`, as in a sandboxed page. */
import { pressedAccelerator } from '../accelerators.ts'
import { Crossing } from './crossing.ts'
import type { FromPreload, ToPreload } from './messages.ts'
import { pack, unpack } from './values.ts'

declare const hostTag: string
declare const hostPlatform: string
declare const hostPreload: (require: unknown, process: unknown, module: unknown, exports: unknown) => void
declare function hostBinding(payload: string): void

type Listener = (event: unknown, ...args: unknown[]) => void

function preloadWorld(): void {
  const binding = hostBinding
  const post = (message: FromPreload): void => binding(JSON.stringify(message))
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>()
  let listeners: readonly { channel: string; listener: Listener; once: boolean }[] = []
  let accelerators: readonly string[] = []
  let count = 0

  const on = (channel: string, listener: Listener, once: boolean): object => {
    listeners = [...listeners, { channel, listener, once }]
    return ipcRenderer
  }
  const off = (channel: string, listener: Listener): object => {
    listeners = listeners.filter((each) => each.channel !== channel || each.listener !== listener)
    return ipcRenderer
  }
  const ipcRenderer: object = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const packed = args.map((each) => pack(each))
        const id = ++count
        pending.set(id, { resolve, reject })
        post({ kind: 'invoke', id, channel, args: packed })
      }),
    send: (channel: string, ...args: unknown[]) =>
      post({ kind: 'send', channel, args: args.map((each) => pack(each)) }),
    on: (channel: string, listener: Listener) => on(channel, listener, false),
    once: (channel: string, listener: Listener) => on(channel, listener, true),
    off,
    removeListener: off,
    removeAllListeners: (channel?: string) => {
      listeners = channel === undefined ? [] : listeners.filter((each) => each.channel !== channel)
      return ipcRenderer
    },
  }

  const calls: ToPreload = {
    hostReply: (id, ok, value) => {
      pending.get(id)?.[ok ? 'resolve' : 'reject'](unpack(value))
      pending.delete(id)
    },
    hostEmit: (channel, args) => {
      const heard = listeners.filter((each) => each.channel === channel)
      listeners = listeners.filter((each) => !(each.once && each.channel === channel))
      for (const { listener } of heard) listener({ sender: ipcRenderer }, ...args.map((each) => unpack(each)))
    },
    hostAccelerators: (list) => {
      accelerators = list
    },
  }
  Object.assign(globalThis, calls)

  // A key is the menu's only when the page did not want it, so this has to be the last listener to hear it.
  const offerToMenu = (event: KeyboardEvent): void => {
    const accelerator = pressedAccelerator(event)
    if (event.defaultPrevented || !accelerators.includes(accelerator)) return
    event.preventDefault()
    post({ kind: 'key', accelerator })
  }
  const stayLast = (): void => {
    removeEventListener('keydown', offerToMenu)
    addEventListener('keydown', offerToMenu)
  }
  addEventListener('keydown', stayLast, { capture: true })
  addEventListener('resize', () => post({ kind: 'resized' }))
  addEventListener('contextmenu', ({ clientX: x, clientY: y, target }) => {
    const isEditable = target instanceof Element && target.matches('input, textarea, [contenteditable]')
    post({ kind: 'context-menu', place: { x, y, selectionText: String(getSelection()), isEditable } })
  })
  addEventListener('DOMContentLoaded', () => {
    const tell = (): void => post({ kind: 'title', title: document.title })
    tell()
    new MutationObserver(tell).observe(document.head, { subtree: true, childList: true, characterData: true })
  })

  const crossing = new Crossing(hostTag, 'preload', () => undefined)
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, value: unknown) => crossing.expose(key, value) },
    ipcRenderer,
  }
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }
  const process = { type: 'renderer', platform: hostPlatform, sandboxed: true, contextIsolated: true }
  const module = { exports: {} }
  try {
    hostPreload(require, process, module, module.exports)
  } catch (error) {
    post({ kind: 'preload-error', message: String(error) })
  }
}

if (window === top) preloadWorld()
