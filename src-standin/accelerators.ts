/**
 * Accelerators in one spelling: `CmdOrCtrl+Shift+P` and a pressed Ctrl+Shift+P both
 * become `ctrl+shift+p`. Runs in Node and in the preload's world.
 * The names are those of Electron's docs/tutorial/keyboard-shortcuts.md.
 */
const modifiers = new Map([
  ['cmdorctrl', 'ctrl'],
  ['commandorcontrol', 'ctrl'],
  ['ctrl', 'ctrl'],
  ['control', 'ctrl'],
  ['cmd', 'meta'],
  ['command', 'meta'],
  ['super', 'meta'],
  ['meta', 'meta'],
  ['alt', 'alt'],
  ['option', 'alt'],
  ['altgr', 'alt'],
  ['shift', 'shift'],
])
const keys = new Map([
  ['plus', '+'],
  ['space', ' '],
  ['return', 'enter'],
  ['esc', 'escape'],
  ['up', 'arrowup'],
  ['down', 'arrowdown'],
  ['left', 'arrowleft'],
  ['right', 'arrowright'],
])
const order = ['ctrl', 'alt', 'shift', 'meta']

/** Null for what is no accelerator. */
export function normalAccelerator(accelerator: string): string | null {
  const parts = accelerator.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const held = parts.map((part) => modifiers.get(part))
  if (key === '' || held.includes(undefined)) return null
  return spell(new Set(held), keys.get(key) ?? key)
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

export function pressedAccelerator(press: Press): string {
  const held = new Set<string>()
  if (press.ctrlKey) held.add('ctrl')
  if (press.altKey) held.add('alt')
  if (press.metaKey) held.add('meta')
  if (press.shiftKey) held.add('shift')
  return spell(held, press.key.toLowerCase())
}

/** Shift is part of the character where it makes one: Ctrl and + is typed with Shift on many keyboards. */
function spell(held: ReadonlySet<string | undefined>, key: string): string {
  const isSymbol = key.length === 1 && !/[\p{L}\p{N} ]/u.test(key)
  return [...order.filter((name) => held.has(name) && !(isSymbol && name === 'shift')), key].join('+')
}
