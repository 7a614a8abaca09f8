import { expect, it } from 'vitest'
import { turns } from './turns.ts'

it('runs so many works at a time, in the order in which they come, also after one that fails', async () => {
  const inTurn = turns(2)
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    log.push(name)
    await new Promise<void>((end) => ends.set(name, end))
    if (name === 'a') throw new Error('It failed')
    return name
  }
  const all = ['a', 'b', 'c', 'd'].map((name) => inTurn(work(name)).catch(() => `no ${name}`))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  await settle()
  expect(log).toEqual(['a', 'b'])
  for (const name of ['a', 'b', 'c', 'd']) {
    ends.get(name)?.()
    await settle()
  }
  expect(log).toEqual(['a', 'b', 'c', 'd'])
  expect(await Promise.all(all)).toEqual(['no a', 'b', 'c', 'd'])
})
