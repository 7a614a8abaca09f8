/**
 * The contract over Electron's IPC, and nothing else: no channel beside those of the table, no event object
 * and no `ipcRenderer` reaches the page. Built as one CommonJS file, as a sandboxed preload must be.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  bridgeName,
  calls,
  capabilities,
  menuChannel,
  menuCommands,
  type Bridge,
  type MenuCommand,
} from './contract.ts'

const channels: ReadonlySet<string> = new Set(Object.keys(calls))
const commands: ReadonlySet<unknown> = new Set(menuCommands)
const isCommand = (value: unknown): value is MenuCommand => commands.has(value)

const bridge: Bridge = {
  call: (channel, request) =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new TypeError('There is no such call.')),

  // Electron can do all of it.
  can: (capability) => capabilities.includes(capability),

  onMenu: (listener) => {
    const relay = (_event: IpcRendererEvent, command: unknown): void => {
      if (isCommand(command)) listener(command)
    }
    ipcRenderer.on(menuChannel, relay)
    return () => void ipcRenderer.off(menuChannel, relay)
  },
}

contextBridge.exposeInMainWorld(bridgeName, Object.freeze(bridge))
