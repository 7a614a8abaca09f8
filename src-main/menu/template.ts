/** The application's menu, as data: every command of the page with its keys, and the system's own roles. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../src-bridge/contract.ts'
import { shortcuts } from '../../src-bridge/shortcuts.ts'
import type { Words } from '../messages/en.ts'

type Item = MenuItemConstructorOptions
type Role = keyof Words['roles']

type Dependencies = {
  readonly words: Words
  readonly platform: NodeJS.Platform
  readonly run: (command: MenuCommand) => void
}

const separator: Item = { type: 'separator' }

/** There is no reload, no developer tool and no spell checker in it; the last would fetch dictionaries. */
export function menuTemplate({ words, platform, run }: Dependencies): Item[] {
  const mac = platform === 'darwin'
  const command = (name: MenuCommand): Item => {
    const keys = shortcuts[name]
    return {
      id: name,
      label: words.commands[name],
      ...(keys && { accelerator: keys[mac ? 'mac' : 'keys'] }),
      click: () => run(name),
    }
  }
  const role = (name: Role): Item => ({ role: name, label: words.roles[name] })
  const menu = (name: keyof Words['menus'], ...submenu: Item[]): Item => ({
    label: words.menus[name],
    submenu,
  })

  const application: Item = {
    label: 'Fieldshelf',
    submenu: [
      command('about'),
      separator,
      command('settings'),
      separator,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      separator,
      role('quit'),
    ],
  }
  const fileEnd = mac ? [role('close')] : [command('settings'), separator, role('quit')]
  return [
    ...(mac ? [application] : []),
    menu(
      'file',
      command('openPack'),
      command('makePack'),
      separator,
      command('print'),
      command('printAlone'),
      command('savePdf'),
      separator,
      command('collect'),
      command('printList'),
      separator,
      command('bookmark'),
      separator,
      ...fileEnd,
    ),
    menu(
      'edit',
      ...(['undo', 'redo'] as const).map(role),
      separator,
      ...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role),
      separator,
      ...(['search', 'find', 'findNext', 'findPrevious'] as const).map(command),
    ),
    menu(
      'view',
      ...(['textLarger', 'textSmaller', 'textDefault', 'appearance'] as const).map(command),
      separator,
      role('togglefullscreen'),
    ),
    menu(
      'go',
      ...(['back', 'forward', 'home', 'contents'] as const).map(command),
      separator,
      ...(['nextSection', 'previousSection'] as const).map(command),
      separator,
      ...(['nextPane', 'previousPane'] as const).map(command),
    ),
    ...(mac ? [menu('window', role('minimize'))] : []),
    menu('help', command('shortcuts'), ...(mac ? [] : [separator, command('about')])),
  ]
}

/** The menu of a right click: copying, and in a field what fields have. Null where there is nothing to do. */
export function contextTemplate(
  words: Words,
  place: { readonly isEditable: boolean; readonly selectionText: string },
): Item[] | null {
  const roles: readonly Role[] = place.isEditable ? ['cut', 'copy', 'paste', 'selectAll'] : ['copy']
  if (!place.isEditable && place.selectionText.trim() === '') return null
  return roles.map((role) => ({ role, label: words.roles[role] }))
}
