/**
 * The contract over Electron's IPC, and nothing else: no channel beside those of the table, no event object
 * and no `ipcRenderer` reaches the page. Built as one CommonJS file, as a sandboxed preload must be.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import * as v from 'valibot'
import { bridgeName, calls, capabilities, events, type Bridge } from './contract.ts'

const channels: ReadonlySet<string> = new Set(Object.keys(calls))

const bridge: Bridge = {
  call: (channel, request) =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new TypeError('There is no such call.')),

  // Electron can do all of it.
  can: (capability) => capabilities.includes(capability),

  on: (event, listener) => {
    if (!Object.hasOwn(events, event)) throw new TypeError('There is no such event.')
    const relay = (_event: IpcRendererEvent, value: unknown): void => {
      if (v.is(events[event], value)) listener(value)
    }
    ipcRenderer.on(event, relay)
    return () => void ipcRenderer.off(event, relay)
  },
}

contextBridge.exposeInMainWorld(bridgeName, Object.freeze(bridge))
