import { expect, test } from 'vitest'
import { presses, shortcuts } from './shortcuts.ts'

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})

test('a shortcut is pressed with exactly its modifiers', () => {
  expect(presses('Ctrl+K', press('k', ['ctrl']))).toBe(true)
  expect(presses('Ctrl+K', press('k'))).toBe(false)
  expect(presses('Ctrl+K', press('K', ['ctrl', 'shift']))).toBe(false)
  expect(presses('Shift+F3', press('F3', ['shift']))).toBe(true)
  expect(presses('F3', press('F3', ['shift']))).toBe(false)
  expect(presses('Alt+Left', press('ArrowLeft', ['alt']))).toBe(true)
})

test('a plus sign is found whether or not the keyboard needs Shift for it', () => {
  expect(presses('Ctrl+Plus', press('+', ['ctrl']))).toBe(true)
  expect(presses('Ctrl+Plus', press('+', ['ctrl', 'shift']))).toBe(true)
})

test('no two commands share their keys', () => {
  for (const system of ['keys', 'mac'] as const) {
    const all = Object.values(shortcuts).flatMap((shortcut) => shortcut?.[system] ?? [])
    expect(new Set(all).size).toBe(all.length)
  }
})
