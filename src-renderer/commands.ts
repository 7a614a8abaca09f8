/** What each command does, whether it comes from the native menu or, where there is none, from the keyboard. */
import type { MenuCommand } from '../src-bridge/contract.ts'
import { presses, shortcuts } from '../src-bridge/shortcuts.ts'
import { defaultSettings } from '../src-bridge/settings.ts'
import { assertNever } from '../src-library/model/never.ts'
import type { Shell } from './shell.ts'

/** What commands open that belongs to the window itself. */
export type Parts = {
  /** Brings the reader to the search field. */
  readonly search: () => void
  /** Opens the bar that finds in this page. */
  readonly find: () => void
}

/** Listens until the returned function is called. */
export function listenForCommands(shell: Shell, parts: Parts): () => void {
  const run = (command: MenuCommand): void => runCommand(command, shell, parts)
  const stop = shell.bridge.onMenu(run)
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
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

const movesCaret: ReadonlySet<MenuCommand> = new Set(['nextSection', 'previousSection'])

function commandOf(event: KeyboardEvent): MenuCommand | null {
  const system = navigator.userAgent.includes('Mac OS') ? 'mac' : 'keys'
  const entries = Object.entries(shortcuts) as [MenuCommand, (typeof shortcuts)[MenuCommand]][]
  return entries.find(([, shortcut]) => presses(shortcut[system], event))?.[0] ?? null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}

function runCommand(command: MenuCommand, shell: Shell, parts: Parts): void {
  const { navigation, position, settings } = shell
  switch (command) {
    case 'home':
    case 'contents':
    case 'settings':
    case 'about':
      return navigation.go({ place: command })
    case 'shortcuts':
      return navigation.go({ place: 'settings' })
    case 'search':
      return parts.search()
    case 'back':
      return navigation.back()
    case 'forward':
      return navigation.forward()
    case 'print':
    case 'savePdf':
      // Both lead to the preview, which has the two buttons; there they press them.
      if (!position.current) return shell.views.tell(command)
      if (position.current) navigation.go({ place: 'printing', ...position.current, subsections: true })
      return
    case 'find':
      return parts.find()
    case 'collect':
      return shell.views.tell(command)
    case 'printList':
      return navigation.go({ place: 'list' })
    case 'findNext':
    case 'findPrevious':
    case 'nextSection':
    case 'previousSection':
      return shell.views.tell(command)
    case 'textLarger':
      return void settings.stepTextSize(1)
    case 'textSmaller':
      return void settings.stepTextSize(-1)
    case 'textDefault':
      return void settings.change({ textSize: defaultSettings.textSize })
    default:
      return assertNever(command)
  }
}
