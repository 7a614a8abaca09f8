/**
 * What each key does in the search field: an editable combobox with list
 * autocomplete and manual selection, so that nothing is chosen which the reader
 * did not go to. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 *
 *                closed                    open
 *   Down         opens, first option       next option, from the last to the first
 *   Up           opens, last option        option before, from the first to the last
 *   Alt+Down     opens, no option          (nothing)
 *   Alt+Up       (nothing)                 closes
 *   Enter        (the form's: searches)    on an option chooses it, else as when closed
 *   Escape       clears the field          closes
 *   Home, End,
 *   Left, Right  (move the caret)          move the caret and leave the option
 *
 * Every other key is the field's own.
 */
import { assertNever } from '../../src-library/model/never.ts'

/** `active` is the option that has the focus by `aria-activedescendant`; -1 while it is in the field. */
export type Popup = { readonly open: boolean; readonly active: number; readonly count: number }

export type Move =
  | { readonly kind: 'open'; readonly at: 'first' | 'last' | 'none' }
  | { readonly kind: 'go'; readonly active: number }
  | { readonly kind: 'choose'; readonly option: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'clear' }

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/** The meaning of a key in a field that holds `text`; null if the key is the field's own. */
export function moveOf(event: Press, popup: Popup, text: string): Move | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return null
  const { open, active, count } = popup
  switch (event.key) {
    case 'ArrowDown':
      if (!open) return { kind: 'open', at: event.altKey ? 'none' : 'first' }
      return event.altKey ? null : { kind: 'go', active: (active + 1) % count }
    case 'ArrowUp':
      if (event.altKey) return open ? { kind: 'close' } : null
      if (!open) return { kind: 'open', at: 'last' }
      return { kind: 'go', active: active <= 0 ? count - 1 : active - 1 }
    case 'Enter':
      return open && active !== -1 ? { kind: 'choose', option: active } : null
    case 'Escape':
      if (open) return { kind: 'close' }
      return text === '' ? null : { kind: 'clear' }
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return open && active !== -1 ? { kind: 'go', active: -1 } : null
    default:
      return null
  }
}

/** Whether the field must not see the key as well: the caret's keys stay its own. */
export function takesKey(move: Move): boolean {
  switch (move.kind) {
    case 'go':
      return move.active !== -1
    case 'open':
    case 'choose':
    case 'close':
    case 'clear':
      return true
    default:
      return assertNever(move)
  }
}
