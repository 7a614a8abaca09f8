/** Electron's menus. There is no bar here; items are chosen by accelerator, or by a test. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { normalAccelerator } from './accelerators.ts'
import { app } from './app.ts'

type Template = Electron.MenuItemConstructorOptions
type FocusedWindow = { close(): void } | null

/** Who is in front: known to `windows.ts`, which knows menus. */
let focusedWindow: () => FocusedWindow = () => null
let onChange: () => void = () => undefined

/** Called once by the stand-in's own start. */
export function connectMenus(focused: () => FocusedWindow, changed: () => void): void {
  focusedWindow = focused
  onChange = changed
}

/** Roles that have a meaning here without a page; the page's own (copy, paste …) are Chromium's. */
const roles: Readonly<Record<string, () => void>> = {
  quit: () => app.quit(),
  close: () => focusedWindow()?.close(),
}
const roleAccelerators: Readonly<Record<string, string>> = { quit: 'CmdOrCtrl+Q', close: 'CmdOrCtrl+W' }

class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly click: (event?: object) => void

  constructor(options: Template) {
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.accelerator =
      options.accelerator ?? (options.role === undefined ? undefined : roleAccelerators[options.role])
    this.submenu = Array.isArray(options.submenu)
      ? Menu.buildFromTemplate(options.submenu)
      : (options.submenu as unknown as Menu | undefined)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    const click = options.click as ((...args: unknown[]) => void) | undefined
    this.click = (event = {}) => {
      if (!this.enabled) return
      if (click === undefined) roles[this.role ?? '']?.()
      else click(this, focusedWindow() ?? undefined, event)
    }
  }
}

class Menu extends EventEmitter {
  static #application: Menu | null = null

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
    onChange()
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each))
    return menu
  }

  readonly items: MenuItem[] = []

  append(item: MenuItem): void {
    this.items.push(item)
  }

  /** Nothing is drawn: the menu is shown and closed in one. */
  popup(options: { callback?: () => void } = {}): void {
    this.emit('menu-will-show', {})
    this.emit('menu-will-close', {})
    options.callback?.()
  }

  getMenuItemById(id: string): MenuItem | null {
    return allOf(this).find((item) => item.id === id) ?? null
  }
}

function allOf(menu: Menu): readonly MenuItem[] {
  return menu.items.flatMap((item) => [item, ...(item.submenu === undefined ? [] : allOf(item.submenu))])
}

/** Every accelerator of the application menu, each with its item; the first of two that are alike. */
function accelerators(): ReadonlyMap<string, MenuItem> {
  const menu = Menu.getApplicationMenu()
  const found = new Map<string, MenuItem>()
  for (const item of menu === null ? [] : allOf(menu)) {
    const accelerator = item.accelerator === undefined ? null : normalAccelerator(item.accelerator)
    if (accelerator !== null && item.enabled && !found.has(accelerator)) found.set(accelerator, item)
  }
  return found
}

export const menuAccelerators = (): readonly string[] => [...accelerators().keys()]

/** As if the keys were pressed: `accelerator` in its normal spelling. */
export function pressAccelerator(accelerator: string): void {
  accelerators().get(accelerator)?.click({ triggeredByAccelerator: true })
}

export { Menu, MenuItem }
