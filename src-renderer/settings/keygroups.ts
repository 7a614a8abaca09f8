/** The keys as readers look for them: by what they want to do. Every command that has keys is in one group. */
import type { MenuCommand } from '../../src-bridge/contract.ts'
import type { SettingsWords } from '../messages/en-settings.ts'

type Group = { readonly name: keyof SettingsWords['keys']; readonly commands: readonly MenuCommand[] }

export const keyGroups: readonly Group[] = [
  { name: 'searching', commands: ['search', 'find', 'findNext', 'findPrevious'] },
  {
    name: 'moving',
    commands: [
      'back',
      'forward',
      'home',
      'contents',
      'nextPane',
      'previousPane',
      'settings',
      'openPack',
      'shortcuts',
    ],
  },
  { name: 'reading', commands: ['nextSection', 'previousSection', 'bookmark'] },
  { name: 'paper', commands: ['print', 'printAlone', 'savePdf', 'collect', 'printList'] },
  { name: 'looks', commands: ['appearance', 'textLarger', 'textSmaller', 'textDefault'] },
]

/** Keys that belong to one part of the window, and what they do there; `thrice` follows the key. */
export const gestures: readonly {
  readonly keys: string
  readonly does: keyof SettingsWords['keys']
  readonly thrice?: true
}[] = [
  { keys: '/', does: 'slash' },
  { keys: 'Enter', does: 'enterField' },
  { keys: 'Down, Up', does: 'suggest' },
  { keys: 'Esc', does: 'escField' },
  { keys: 'Down, Up', does: 'walkHits' },
  { keys: 'Shift+Enter, Ctrl+click', does: 'beside' },
  { keys: 'Alt+Down', does: 'closer' },
  { keys: 'Alt+Up, Alt+Down', does: 'moveListed' },
  { keys: 'Shift', does: 'hide', thrice: true },
]
