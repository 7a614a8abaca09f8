/** A page's way to another address: which listeners of the app are asked, and what they are told. */
import type { EventEmitter } from 'node:events'
import type { FrameTree, WebFrameMain } from './frames.ts'

/** Asks as Electron does; false if a listener said no. A subframe is asked about by `will-frame-navigate` alone. */
export function mayNavigate(
  contents: EventEmitter,
  frames: FrameTree,
  url: string,
  frameId: string,
): boolean {
  const isMainFrame = frames.isMain(frameId)
  let refused = false
  const event = {
    url,
    isMainFrame,
    isSameDocument: false,
    frame: frames.byId(frameId),
    initiator: frames.main,
    preventDefault: () => void (refused = true),
  }
  contents.emit('will-frame-navigate', event)
  if (isMainFrame) contents.emit('will-navigate', event, url)
  return !refused
}

/** Told of every navigation, also of the app's own. */
export function startNavigation(
  contents: EventEmitter,
  frames: FrameTree,
  url: string,
  frame: WebFrameMain | null,
): void {
  const isMainFrame = frame === frames.main
  const details = { url, isSameDocument: false, isMainFrame, frame }
  contents.emit('did-start-navigation', details, url, false, isMainFrame)
}
