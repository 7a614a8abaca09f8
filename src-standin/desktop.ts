/** The parts of a desktop besides windows: dialogs, screens, theme, clipboard. */
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join, parse } from 'node:path'
import type Electron from 'electron'
import { app } from './app.ts'
import { browser } from './browser.ts'
import { colorScheme } from './colorscheme.ts'
import { say } from './journal.ts'
import { webContents } from './webcontents.ts'
import { BrowserWindow } from './windows.ts'

type MessageBox = Pick<Electron.MessageBoxOptions, 'message' | 'detail' | 'cancelId'>
type SaveOptions = Pick<Electron.SaveDialogOptions, 'defaultPath'>

/** Both forms of a dialog call: with the window it belongs to, or without. */
function optionsOf<Options>(args: readonly unknown[]): Options {
  return (args.at(-1) ?? {}) as Options
}

/** There is no person to ask: on a display a file goes to Downloads under a free name; other dialogs are cancelled. */
export const dialog = {
  showSaveDialog: (...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
    if (!browser.headed) return Promise.resolve({ canceled: true, filePath: '' })
    const filePath = freePath(basename(optionsOf<SaveOptions>(args).defaultPath ?? 'file'))
    say(`Saving to ${filePath}`)
    return Promise.resolve({ canceled: false, filePath })
  },
  showOpenDialog: (): Promise<{ canceled: boolean; filePaths: string[] }> =>
    Promise.resolve({ canceled: true, filePaths: [] }),
  showMessageBox: (...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
    const { message, detail, cancelId = 0 } = optionsOf<MessageBox>(args)
    say([message, detail].filter(Boolean).join(' '))
    return Promise.resolve({ response: cancelId, checkboxChecked: false })
  },
  showErrorBox: (title: string, content: string): void => say(`${title}: ${content}`),
}

/** There is no bin: it rejects as Electron does on a drive without one. */
export const shell = {
  trashItem: (path: string): Promise<void> => {
    say(`There is no bin for ${path}`)
    return Promise.reject(new Error('Failed to move item to trash'))
  },
}

function freePath(wanted: string): string {
  const folder = app.getPath('downloads')
  mkdirSync(folder, { recursive: true })
  const { name, ext } = parse(wanted)
  for (let number = 0; ; number++) {
    const path = join(folder, number === 0 ? wanted : `${name} (${number})${ext}`)
    if (!existsSync(path)) return path
  }
}

class NativeTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  #source: Electron.NativeTheme['themeSource'] = 'system'

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source
    colorScheme.current = source === 'system' ? null : source
    for (const contents of webContents.getAllWebContents()) contents.followColorScheme()
    this.emit('updated')
  }
  /** The system's own choice is not asked for: light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
export const nativeTheme = new NativeTheme()

/** One display, of a size that is common on old laptops; a test may replace these functions. */
const display = {
  id: 1,
  label: 'stand-in',
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
  workArea: { x: 0, y: 0, width: 1366, height: 728 },
  size: { width: 1366, height: 768 },
  workAreaSize: { width: 1366, height: 728 },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
} satisfies Partial<Electron.Display>

export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
})

/** The app's own text; where there is a display, it also reaches the system's clipboard. */
let copied = ''
export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    copied = text
    if (browser.headed) await BrowserWindow.getFocusedWindow()?.webContents.copy(text)
  },
  readText: (): Promise<string> => Promise.resolve(copied),
  clear: (): void => {
    copied = ''
  },
}
