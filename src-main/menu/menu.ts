/** Gives the app its menus. What stands in them is in template.ts. */
import { Menu, type BrowserWindow } from 'electron'
import { menuChannel } from '../../src-bridge/contract.ts'
import type { Words } from '../messages/words.ts'
import { contextTemplate, menuTemplate } from './template.ts'

/** `window` gives the window that shows the page, or null when there is none. */
export function setMenu(words: Words, window: () => BrowserWindow | null): void {
  const template = menuTemplate({
    words,
    platform: process.platform,
    run: (command) => window()?.webContents.send(menuChannel, command),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

export function setContextMenu(words: () => Words, window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, place) => {
    const template = contextTemplate(words(), place)
    if (template) Menu.buildFromTemplate(template).popup({ window })
  })
}
