import { expect, test } from 'vitest'
import { moveOf, takesKey, type Move, type Popup } from './combobox.ts'

const bare = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false }
const closed: Popup = { open: false, active: -1, count: 0 }
const open = (active: number): Popup => ({ open: true, active, count: 3 })
const pressed = (key: string, popup: Popup, text = 'law'): Move | null =>
  moveOf({ ...bare, key }, popup, text)
const withAlt = (key: string, popup: Popup): Move | null =>
  moveOf({ ...bare, key, altKey: true }, popup, 'law')

test('the arrows open the popup at its first or its last option, and with Alt at none', () => {
  expect(pressed('ArrowDown', closed)).toEqual({ kind: 'open', at: 'first' })
  expect(pressed('ArrowUp', closed)).toEqual({ kind: 'open', at: 'last' })
  expect(withAlt('ArrowDown', closed)).toEqual({ kind: 'open', at: 'none' })
  expect(withAlt('ArrowUp', closed)).toBeNull()
})

test('in an open popup the arrows go round, from the field too', () => {
  expect(pressed('ArrowDown', open(-1))).toEqual({ kind: 'go', active: 0 })
  expect(pressed('ArrowDown', open(2))).toEqual({ kind: 'go', active: 0 })
  expect(pressed('ArrowUp', open(-1))).toEqual({ kind: 'go', active: 2 })
  expect(pressed('ArrowUp', open(0))).toEqual({ kind: 'go', active: 2 })
  expect(withAlt('ArrowUp', open(1))).toEqual({ kind: 'close' })
  expect(withAlt('ArrowDown', open(1))).toBeNull()
})

test('Enter chooses only what the reader went to', () => {
  expect(pressed('Enter', open(1))).toEqual({ kind: 'choose', option: 1 })
  expect(pressed('Enter', open(-1))).toBeNull()
  expect(pressed('Enter', closed)).toBeNull()
})

test('Escape closes first and clears then; an empty field leaves it alone', () => {
  expect(pressed('Escape', open(1))).toEqual({ kind: 'close' })
  expect(pressed('Escape', closed)).toEqual({ kind: 'clear' })
  expect(pressed('Escape', closed, '')).toBeNull()
})

test('keys of the caret stay the field’s own and leave the option', () => {
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
    const move = pressed(key, open(1))
    expect(move).toEqual({ kind: 'go', active: -1 })
    expect(move && takesKey(move)).toBe(false)
    expect(pressed(key, closed)).toBeNull()
  }
})

test('whatever is typed, held with another key, or part of a composed letter is the field’s own', () => {
  for (const key of ['a', ' ', 'Backspace', 'Delete', 'Tab', 'PageDown', 'F3'])
    expect(pressed(key, open(1))).toBeNull()
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }])
    expect(moveOf({ ...bare, ...held, key: 'ArrowDown' }, closed, 'law')).toBeNull()
})
