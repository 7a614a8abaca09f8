/** Commands that only the current screen can carry out. It registers them while it is shown. */
import type { MenuCommand } from '../../src-bridge/contract.ts'

export type ViewCommand = Extract<
  MenuCommand,
  'print' | 'savePdf' | 'find' | 'findNext' | 'findPrevious' | 'nextSection' | 'previousSection'
>

type Commands = { readonly [Name in ViewCommand]?: () => void }

/** A view that is drawn piece by piece. */
type Drawing = { drawn(): Promise<void> }

export class ViewCommands {
  readonly #drawings = new Set<Drawing>()
  #taken: readonly Commands[] = []

  /** Takes over the commands named; returns the way to give them back. */
  take(commands: Commands): () => void {
    this.#taken = [...this.#taken, commands]
    return () => {
      this.#taken = this.#taken.filter((one) => one !== commands)
    }
  }

  /** Takes in a view that is drawn piece by piece; returns the way to leave. */
  follow(drawing: Drawing): () => void {
    this.#drawings.add(drawing)
    return () => void this.#drawings.delete(drawing)
  }

  /** Resolves when all that is shown is drawn: what looks through the page must not look at half of it. */
  async drawn(): Promise<void> {
    await Promise.all([...this.#drawings].map((drawing) => drawing.drawn()))
  }

  /** Asks the last to take the command; answers whether anybody had. */
  tell(command: ViewCommand): boolean {
    const act = this.#taken.findLast((commands) => commands[command])?.[command]
    act?.()
    return act !== undefined
  }
}
