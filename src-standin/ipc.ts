/** Electron's `ipcMain`, and the way of a call from the preload's world to its handler and back. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { FromPreload } from './worlds/messages.ts'
import { pack, unpack, type Packed } from './worlds/values.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args) as unknown
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Not Electron's: the outcome of a call, as it goes back to the page. */
  async answer(
    event: Electron.IpcMainInvokeEvent,
    { channel, args }: Extract<FromPreload, { kind: 'invoke' }>,
  ): Promise<{ ok: boolean; value: Packed }> {
    try {
      const handler = this.#handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      const value: unknown = await handler(event, ...args.map((each) => unpack(each)))
      return { ok: true, value: pack(value) }
    } catch (error) {
      // An error reaches the page as its message alone, with Electron's words before it.
      const message = `Error invoking remote method '${channel}': ${String(error)}`
      return { ok: false, value: pack(new Error(message)) }
    }
  }

  /** Not Electron's: a message without an answer. */
  hear(event: Electron.IpcMainEvent, { channel, args }: Extract<FromPreload, { kind: 'send' }>): void {
    this.emit(channel, event, ...args.map((each) => unpack(each)))
  }
}

export const ipcMain = new IpcMain()
