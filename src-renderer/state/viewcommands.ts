/** Commands that only what is on screen can carry out: it says what they do while it is there. */
import type { MenuCommand } from '../../src-bridge/contract.ts'

export type ViewCommand = Extract<
  MenuCommand,
  'print' | 'savePdf' | 'find' | 'findNext' | 'findPrevious' | 'nextSection' | 'previousSection'
>

type Commands = { readonly [Name in ViewCommand]?: () => void }

export class ViewCommands {
  #taken: readonly Commands[] = []

  /** Takes over the commands named; returns the way to give them back. */
  take(commands: Commands): () => void {
    this.#taken = [...this.#taken, commands]
    return () => {
      this.#taken = this.#taken.filter((one) => one !== commands)
    }
  }

  /** Asks the last to take the command; answers whether anybody had. */
  tell(command: ViewCommand): boolean {
    const act = this.#taken.findLast((commands) => commands[command])?.[command]
    act?.()
    return act !== undefined
  }
}
