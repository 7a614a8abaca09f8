/**
 * The `electron` module of the stand-in: the part of the API that the app uses, and
 * no more. The rest is missing on purpose: using it fails, instead of seeming
 * to work.
 */
import { app } from './app.ts'
import { browser } from './browser.ts'
import { say } from './journal.ts'
import { connectMenus } from './menu.ts'
import { session } from './session.ts'
import { webContents } from './webcontents.ts'
import { BrowserWindow, closeAllWindows, handlePopup } from './windows.ts'

export { app } from './app.ts'
export { clipboard, dialog, nativeTheme, screen, shell } from './desktop.ts'
export { ipcMain } from './ipc.ts'
export { Menu, MenuItem } from './menu.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utilityprocess.ts'
export { webContents } from './webcontents.ts'
export { BrowserWindow } from './windows.ts'

type Start = {
  readonly appPath: string
  /** Whether the app lies in an archive beside the executable. */
  readonly packaged: boolean
  readonly switches: ReadonlyMap<string, string>
  readonly loadMain: () => Promise<unknown>
}

/** Milliseconds: a busy machine may need some for reading it, and the switches it sets must be there for Chromium. */
const mainMayTake = 10_000

/** From the command line to `ready`, in Electron's order. Called by the executable alone. */
async function start({ appPath, packaged, switches, loadMain }: Start): Promise<void> {
  app.begin(appPath, switches, packaged)
  connectMenus(
    () => BrowserWindow.getFocusedWindow(),
    () => webContents.getAllWebContents().forEach((each) => each.tellAccelerators()),
  )
  const loaded = loadMain()
  loaded.catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
  // The main script runs first, but it may wait for `ready` itself.
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, mainMayTake))])
  try {
    // A person closed the last window, or Chromium died: the app still ends in its own order.
    await browser.start(handlePopup, () => app.quit())
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
  app.allowSessions({ closeWindows: closeAllWindows, stop: () => browser.stop() })
  void session.defaultSession
  app.becomeReady()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
}

export const standIn = { start }
