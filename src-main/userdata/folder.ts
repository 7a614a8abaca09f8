/** The folder of the reader's data, and the folder where Chromium may store its own data while it runs. */
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

/**
 * Before the app is ready. Throws the system's error where nothing can be written: then not even Chromium starts.
 * `localFolder` is `%LOCALAPPDATA%`: the roaming one is copied to a server in offices.
 */
export function settleFolders(
  app: Pick<App, 'getPath' | 'setPath' | 'isPackaged'>,
  platform: NodeJS.Platform,
  localFolder: string | undefined,
): void {
  const portable = portableFolder(app, platform)
  if (portable !== null) app.setPath('userData', portable)
  else if (platform === 'win32' && app.isPackaged && localFolder) {
    app.setPath('userData', join(localFolder, 'Fieldshelf'))
  }
  // Electron wants it to be there.
  mkdirSync(runtimeFolder(app), { recursive: true, mode: 0o700 })
  // A folder that was there before may be open to others. A share may know no modes.
  if (platform !== 'win32') tighten(app.getPath('userData'))
  app.setPath('sessionData', runtimeFolder(app))
}

/** Beside the program it asks for the reader's data to lie there too, and not on the computer. The portable zip has it. */
const portableMarker = 'portable.txt'

/** Null where the data lies on the computer. A bundle of macOS is no folder to write into. */
function portableFolder(app: Pick<App, 'getPath' | 'isPackaged'>, platform: NodeJS.Platform): string | null {
  if (!app.isPackaged || platform === 'darwin') return null
  const beside = dirname(app.getPath('exe'))
  return existsSync(join(beside, portableMarker)) ? join(beside, 'profile') : null
}

function tighten(folder: string): void {
  try {
    chmodSync(folder, 0o700)
  } catch {
    // It belongs to another account, or the file system has no modes.
  }
}

/** Empties Chromium's folder. Only by the one instance that runs: at its start, and at its end. */
export function clearRuntime(app: Pick<App, 'getPath'>): void {
  try {
    removeWhole(runtimeFolder(app))
    mkdirSync(runtimeFolder(app), { mode: 0o700 })
  } catch {
    // Something holds a file in it. It holds nothing of the reader's, and goes the next time.
  }
}

/** From the beginning again when Chromium wrote into it meanwhile: rmSync's own retries look at no new file. */
function removeWhole(folder: string): void {
  for (let retries = 20; ; retries--)
    try {
      return rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (retries === 0) throw error
    }
}

const runtimeFolder = (app: Pick<App, 'getPath'>): string => join(app.getPath('userData'), 'runtime')
