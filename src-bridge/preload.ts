/**
 * The contract over Electron's IPC, and nothing else: no channel beside those of the table, no event object
 * and no `ipcRenderer` reaches the page. Built as one CommonJS file, as a sandboxed preload must be.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import * as v from 'valibot'
import { bridgeName } from './bridgename.ts'
import { calls, capabilities, events, type Bridge } from './contract.ts'
import { fits } from './requestsize.ts'

const channels: ReadonlySet<string> = new Set(Object.keys(calls))

const bridge: Bridge = {
  call: (channel, request) => {
    if (!channels.has(channel)) return Promise.reject(new TypeError('There is no such call.'))
    if (!fits(request)) return Promise.reject(new TypeError('The request is too large.'))
    return ipcRenderer.invoke(channel, request)
  },

  // Electron can do all of it.
  can: (capability) => capabilities.includes(capability),

  on: (event, listener) => {
    if (!Object.hasOwn(events, event)) throw new TypeError('There is no such event.')
    let hears: typeof listener | null = listener
    const relay = (_event: IpcRendererEvent, value: unknown): void => {
      if (v.is(events[event], value)) hears?.(value)
    }
    ipcRenderer.on(event, relay)
    return () => {
      ipcRenderer.off(event, relay)
      // A listener's view keeps the way to stop it. No collector sees this circle, because it lies in two worlds.
      hears = null
    }
  },
}

contextBridge.exposeInMainWorld(bridgeName, Object.freeze(bridge))
