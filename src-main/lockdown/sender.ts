/** Who may call main: the main frame of one of our own windows, showing our own page. Anything unclear is no. */
import type { IpcMainInvokeEvent } from 'electron'
import { isOwnPage, type Origins } from '../addresses.ts'

type Frame = Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'url' | 'parent' | 'isDestroyed'>

export type Sender = {
  readonly senderFrame: Frame | null
  readonly sender: { readonly id: number; readonly mainFrame: Frame }
}

/** `windows` are the ids of the web contents that hold a bridge. */
export function maySend(event: Sender, windows: ReadonlySet<number>, origins: Origins): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    !frame.isDestroyed() &&
    frame.parent === null &&
    frame === event.sender.mainFrame &&
    windows.has(event.sender.id) &&
    // The address, not the origin: a blank frame inherits its parent's origin.
    isOwnPage(frame.url, origins)
  )
}
