/** What each command does, whether it comes from the native menu or, where there is none, from the keyboard. */
import type { MenuCommand } from '../../src-bridge/contract.ts'
import { presses, shortcuts } from '../../src-bridge/shortcuts.ts'
import { defaultSettings } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { goToPane } from './panes.ts'
import type { Shell } from './shell.ts'
import { parseLocation } from '../state/location.ts'
import type { Position } from '../state/position.svelte.ts'

/** What the window itself does for a command. */
export type WindowActions = {
  /** Brings the reader to the search field. */
  readonly search: () => void
  /** Opens the bar that finds in this page. */
  readonly find: () => void
  /** Opens the list of keys. */
  readonly help: () => void
  /** Opens the panel that changes how the text looks, or closes it. */
  readonly appearance: () => void
  /** Bookmarks a section, or removes its bookmark. */
  readonly bookmark: (section: Position) => void
  /** Adds a section to the print list, or removes it. */
  readonly collect: (section: Position) => void
}

/** Listens until the returned function is called. */
export function listenForCommands(shell: Shell, parts: WindowActions): () => void {
  const run = (command: MenuCommand): void => runCommand(command, shell, parts)
  const stop = shell.bridge.on('menu.command', run)
  const pressed = (event: KeyboardEvent): void => {
    if (isSlashAlone(event) && shell.settings.current.singleKeys && !isTyping(event.target)) {
      event.preventDefault()
      parts.search()
      return
    }
    if (shell.bridge.can('menu') || event.defaultPrevented) return
    const command = commandOf(event)
    // In a field these keys move the caret.
    if (command === null || (isTyping(event.target) && movesCaret.has(command))) return
    event.preventDefault()
    run(command)
  }
  document.addEventListener('keydown', pressed)
  return () => {
    stop()
    document.removeEventListener('keydown', pressed)
  }
}

const isSlashAlone = (event: KeyboardEvent): boolean =>
  event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey

const movesCaret: ReadonlySet<MenuCommand> = new Set(['nextSection', 'previousSection'])

function commandOf(event: KeyboardEvent): MenuCommand | null {
  const system = navigator.userAgent.includes('Mac OS') ? 'mac' : 'keys'
  const entries = Object.entries(shortcuts) as [MenuCommand, (typeof shortcuts)[MenuCommand]][]
  return entries.find(([, shortcut]) => shortcut !== null && presses(shortcut[system], event))?.[0] ?? null
}

/** The section a key means: that of the link which has the focus, in a contents list or among hits, else the one being read. */
function sectionMeant({ position }: Shell): Position | null {
  const focused = document.activeElement
  if (focused instanceof HTMLAnchorElement) {
    const location = parseLocation(focused.hash)
    if (location.place === 'reading') {
      return { pack: location.pack, article: location.article, anchor: location.anchor }
    }
  }
  return position.current
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}

function runCommand(command: MenuCommand, shell: Shell, parts: WindowActions): void {
  const { navigation, settings } = shell
  switch (command) {
    case 'home':
    case 'contents':
    case 'settings':
    case 'about':
      return navigation.go({ place: command })
    case 'shortcuts':
      return parts.help()
    case 'nextPane':
      return goToPane(1)
    case 'previousPane':
      return goToPane(-1)
    case 'search':
      return parts.search()
    case 'back':
      return navigation.back()
    case 'forward':
      return navigation.forward()
    case 'print':
    case 'savePdf': {
      // The preview has the two buttons; elsewhere both keys lead to it.
      if (shell.views.tell(command)) return
      const section = sectionMeant(shell)
      return section ? navigation.go({ place: 'printing', ...section, subsections: true }) : undefined
    }
    case 'printAlone': {
      const section = sectionMeant(shell)
      return section ? navigation.go({ place: 'printing', ...section, subsections: false }) : undefined
    }
    case 'collect': {
      const section = sectionMeant(shell)
      return section ? parts.collect(section) : undefined
    }
    case 'bookmark': {
      const section = sectionMeant(shell)
      return section ? parts.bookmark(section) : undefined
    }
    case 'find':
      // The bar that is open already takes the focus back.
      return shell.views.tell(command) ? undefined : parts.find()
    case 'printList':
      return navigation.go({ place: 'list' })
    case 'makePack':
      return navigation.go({ place: 'making', pack: null, step: 'documents', document: null, line: null })
    case 'openPack':
      return shell.packs.ask({ from: 'dialog' })
    case 'nextSection':
    case 'previousSection':
      // In a field these keys are of the text.
      return isTyping(document.activeElement) ? undefined : void shell.views.tell(command)
    case 'findNext':
    case 'findPrevious':
      return void shell.views.tell(command)
    case 'textLarger':
      return void settings.stepTextSize(1)
    case 'textSmaller':
      return void settings.stepTextSize(-1)
    case 'textDefault':
      return void settings.change({ textSize: defaultSettings.textSize })
    case 'appearance':
      return parts.appearance()
    default:
      return assertNever(command)
  }
}
