import { expect, test } from 'vitest'
import { Unexpected } from './unexpected.svelte.ts'

test('an error or a rejection that nothing caught is said, until it is waved away', () => {
  const window = new EventTarget() as unknown as Window
  const unexpected = new Unexpected()
  const stop = unexpected.watch(window)
  const errors = [
    new Event('unhandledrejection'),
    Object.assign(new Event('error'), { error: new TypeError('no such section') }),
  ]
  for (const event of errors) {
    expect(unexpected.happened).toBe(false)
    window.dispatchEvent(event)
    expect(unexpected.happened).toBe(true)
    unexpected.dismiss()
  }
  stop()
  window.dispatchEvent(new Event('unhandledrejection'))
  expect(unexpected.happened).toBe(false)
})

test('a layout that is still settling is no error', () => {
  const window = new EventTarget() as unknown as Window
  const unexpected = new Unexpected()
  unexpected.watch(window)
  window.dispatchEvent(Object.assign(new Event('error'), { error: null }))
  expect(unexpected.happened).toBe(false)
})
