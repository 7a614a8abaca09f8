/** Gives the app its menus. Their items are in template.ts. */
import { Menu, type BrowserWindow } from 'electron'
import type { MenuCommand } from '../../src-bridge/contract.ts'
import type { Words } from '../messages/en.ts'
import { contextTemplate, menuTemplate } from './template.ts'

export function setMenu(words: Words, run: (command: MenuCommand) => void): void {
  const template = menuTemplate({ words, platform: process.platform, run })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

export function setContextMenu(words: () => Words, window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, place) => {
    const template = contextTemplate(words(), place)
    if (template) Menu.buildFromTemplate(template).popup({ window })
  })
}
