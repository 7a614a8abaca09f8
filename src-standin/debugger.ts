/** Electron's `webContents.debugger`: the DevTools protocol for the app itself, without a port that others could reach. */
import type Electron from 'electron'
import type { Send } from './chromium.ts'
import type { Protocol } from './devtools.ts'

/** Its events are not passed on: the app does not use them yet. */
export class Debugger implements Pick<Electron.Debugger, 'attach' | 'detach' | 'isAttached' | 'sendCommand'> {
  readonly #send: () => Promise<Send>
  #attached = false

  constructor(send: () => Promise<Send>) {
    this.#send = send
  }

  attach(): void {
    if (this.#attached) throw new Error('Debugger is already attached to the target')
    this.#attached = true
  }

  detach(): void {
    this.#attached = false
  }

  isAttached(): boolean {
    return this.#attached
  }

  async sendCommand(method: string, params?: object): Promise<unknown> {
    if (!this.#attached) throw new Error('No target available')
    const send = await this.#send()
    return send(method as keyof Protocol.CommandParameters, params as never)
  }
}
