import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuCommands, type MenuCommand } from '../../src-bridge/contract.ts'
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { shortcuts } from '../../src-bridge/shortcuts.ts'
import { wordsOf } from '../messages/words.ts'
import { contextTemplate, menuTemplate } from './template.ts'

function itemsOn(
  platform: NodeJS.Platform,
  run: (command: MenuCommand) => void = () => undefined,
  words = wordsOf.en,
) {
  const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
  return all(menuTemplate({ words, platform, run }))
}

const { en } = wordsOf

describe.each(['win32', 'linux', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has every command once, with its keys', () => {
    const items = itemsOn(platform).filter((item) => item.id !== undefined)
    expect(items.map((item) => item.id).sort()).toEqual([...menuCommands].sort())
    for (const item of items) {
      const keys = shortcuts[item.id as MenuCommand]
      expect(item.accelerator, item.id).toBe(platform === 'darwin' ? keys?.mac : keys?.keys)
    }
  })

  it('tells the page the command that was chosen', () => {
    const told: string[] = []
    for (const item of itemsOn(platform, (command) => told.push(command))) {
      item.click?.(undefined as never, undefined, undefined as never)
    }
    expect(told.sort()).toEqual([...menuCommands].sort())
  })

  it('has no door for developers and none to the network', () => {
    const roles = itemsOn(platform).map((item) => item.role)
    for (const role of [
      'reload',
      'forceReload',
      'toggleDevTools',
      'toggleSpellChecker',
      'services',
      'help',
    ]) {
      expect(roles).not.toContain(role)
    }
  })

  it.each(interfaceLanguages)('gives every item its words in %s, and no menu a letter twice', (language) => {
    const items = itemsOn(platform, undefined, wordsOf[language])
    const bar = menuTemplate({ words: wordsOf[language], platform, run: () => undefined })
    for (const item of [...items, { label: 'the bar', submenu: bar }]) {
      if (item.type !== 'separator') expect(item.label).toMatch(/\S/)
      if (!Array.isArray(item.submenu)) continue
      const letters = item.submenu.flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? [])
      expect(letters, item.label).toEqual([...new Set(letters)])
    }
  })
})

describe('the menu of a right click', () => {
  const rolesAt = (isEditable: boolean, selectionText: string) =>
    contextTemplate(en, { isEditable, selectionText })?.map(({ role }) => role)

  it('copies what is selected', () => expect(rolesAt(false, 'words')).toEqual(['copy']))
  it('is not there where nothing is selected', () => expect(rolesAt(false, '  ')).toBeUndefined())
  it('edits in a field', () => expect(rolesAt(true, '')).toEqual(['cut', 'copy', 'paste', 'selectAll']))
})
