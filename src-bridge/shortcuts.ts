/**
 * The keys of each command, said once: for the native menu, for the page where
 * there is no native menu, and for the list of shortcuts in Settings. Written
 * as Electron's accelerators (https://www.electronjs.org/docs/latest/api/accelerator).
 */
import type { MenuCommand } from './contract.ts'

export type Shortcut = { readonly keys: string; readonly mac: string }

const same = (keys: string): Shortcut => ({
  keys: keys.replace('CmdOrCtrl', 'Ctrl'),
  mac: keys.replace('CmdOrCtrl', 'Cmd'),
})

export const shortcuts: Readonly<Record<MenuCommand, Shortcut | null>> = {
  search: same('CmdOrCtrl+K'),
  print: same('CmdOrCtrl+P'),
  /** Not Ctrl+Alt+P: on Windows that is AltGr+P, a letter on some keyboards. */
  printAlone: same('CmdOrCtrl+Shift+E'),
  savePdf: same('CmdOrCtrl+S'),
  collect: same('CmdOrCtrl+D'),
  bookmark: same('CmdOrCtrl+B'),
  printList: same('CmdOrCtrl+Shift+P'),
  find: same('CmdOrCtrl+F'),
  findNext: { keys: 'F3', mac: 'Cmd+G' },
  findPrevious: { keys: 'Shift+F3', mac: 'Shift+Cmd+G' },
  nextSection: { keys: 'Ctrl+Down', mac: 'Alt+Cmd+Down' },
  previousSection: { keys: 'Ctrl+Up', mac: 'Alt+Cmd+Up' },
  back: { keys: 'Alt+Left', mac: 'Cmd+[' },
  forward: { keys: 'Alt+Right', mac: 'Cmd+]' },
  home: { keys: 'Alt+Home', mac: 'Shift+Cmd+H' },
  contents: same('CmdOrCtrl+Shift+O'),
  textLarger: same('CmdOrCtrl+Plus'),
  textSmaller: same('CmdOrCtrl+-'),
  textDefault: same('CmdOrCtrl+0'),
  appearance: { keys: 'Ctrl+Shift+A', mac: 'Shift+Cmd+A' },
  settings: same('CmdOrCtrl+,'),
  nextPane: { keys: 'F6', mac: 'Ctrl+F6' },
  previousPane: { keys: 'Shift+F6', mac: 'Ctrl+Shift+F6' },
  openPack: same('CmdOrCtrl+O'),
  shortcuts: { keys: 'F1', mac: 'Cmd+?' },
  /** In the menu only. */
  makePack: null,
  about: null,
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Names of keys whose accelerator is not what the keyboard event calls them. */
const keyNames: Readonly<Record<string, string>> = {
  Plus: '+',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
}

/** Whether a key press is the shortcut. Shift is left alone for characters that may need it, such as `+` and `?`. */
export function presses(shortcut: string, event: Press): boolean {
  const parts = shortcut.split(/\+(?=.)/)
  const name = parts.at(-1) ?? ''
  const key = keyNames[name] ?? name
  const shiftMatters = /^[A-Za-z]$/.test(key) || key.length > 1
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === parts.includes('Ctrl') &&
    event.metaKey === parts.includes('Cmd') &&
    event.altKey === parts.includes('Alt') &&
    (!shiftMatters || event.shiftKey === parts.includes('Shift'))
  )
}
