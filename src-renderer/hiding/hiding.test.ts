import { expect, test } from 'vitest'
import { shiftWindow } from '../../src-bridge/hidekeys.ts'
import { Hiding } from './hiding.svelte.ts'

const key = (name: string, more: object = {}) => ({
  key: name,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})

test('Shift three times within five seconds hides the screen, twice does not', () => {
  const hiding = new Hiding()
  hiding.press(key('Shift'), 0)
  hiding.press(key('Shift'), 1000)
  expect([hiding.hidden, hiding.counted]).toEqual([false, 2])
  hiding.press(key('Shift'), shiftWindow - 1)
  expect(hiding.hidden).toBe(true)
})

test('presses further apart than five seconds do not add up', () => {
  const hiding = new Hiding()
  for (const time of [0, 3000, 6000, 9000, 12_000]) hiding.press(key('Shift'), time)
  expect(hiding.hidden).toBe(false)
})

test('capital letters, shortcuts and a held Shift never hide the screen', () => {
  const hiding = new Hiding()
  for (let time = 0; time < 50; time += 2) {
    hiding.press(key('Shift'), time)
    hiding.press(key('A'), time + 1)
  }
  for (let time = 100; time < 150; time++) hiding.press(key('Shift', { repeat: true }), time)
  for (let time = 200; time < 250; time++) hiding.press(key('Shift', { ctrlKey: true }), time)
  expect(hiding.hidden).toBe(false)
})

test('coming back starts the count again', () => {
  const hiding = new Hiding()
  hiding.hide()
  hiding.show()
  hiding.press(key('Shift'), 1)
  hiding.press(key('Shift'), 2)
  expect(hiding.hidden).toBe(false)
})
