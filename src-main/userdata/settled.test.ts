import { expect, test } from 'vitest'
import { settledSoon } from './settled.ts'

test('an app that must end waits for its saves, also where one fails', async () => {
  const done: string[] = []
  const slow = {
    settled: () => new Promise<void>((resolve) => setTimeout(() => resolve(void done.push('kept')), 20)),
  }
  const failing = { settled: () => Promise.reject(new Error('no')) }
  await settledSoon([failing, slow])
  expect(done).toEqual(['kept'])
})

test('it does not wait for ever', async () => {
  await settledSoon([{ settled: () => new Promise<void>(() => undefined) }], 10)
})
