/** The host's hand in the preload's world of one page: there as long as the page's document is. */
import type { Send } from './chromium.ts'
import type { Protocol } from './devtools.ts'
import { worldName } from './worlds.ts'
import type { ToPreload } from './worlds/messages.ts'

export class PreloadWorld {
  readonly #send: () => Promise<Send>
  #contextId: string | null = null

  constructor(send: () => Promise<Send>) {
    this.#send = send
  }

  /** True if this new context is the preload's of the main frame. */
  enter(context: Protocol.Runtime.ExecutionContextDescription, mainFrameId: string): boolean {
    const about = context.auxData as { frameId?: string } | undefined
    if (context.name !== worldName || about?.frameId !== mainFrameId) return false
    this.#contextId = context.uniqueId
    return true
  }

  /** Calls a function that `worlds/preload.ts` keeps for the host. Does nothing if the page has gone meanwhile. */
  async call<Name extends keyof ToPreload>(name: Name, ...args: Parameters<ToPreload[Name]>): Promise<void> {
    await this.evaluate(`${name}(${args.map((each) => JSON.stringify(each)).join(', ')})`)
  }

  async evaluate(expression: string, userGesture = false): Promise<void> {
    if (this.#contextId === null) return
    const uniqueContextId = this.#contextId
    try {
      const send = await this.#send()
      await send('Runtime.evaluate', { expression, uniqueContextId, userGesture })
    } catch {
      // The document, the page or Chromium has gone: Electron ignores it as well.
    }
  }
}
