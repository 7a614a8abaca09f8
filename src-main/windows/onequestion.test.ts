import { expect, it } from 'vitest'
import { OneQuestion } from './onequestion.ts'

it('is not asked twice at once, and is asked again after its answer', async () => {
  const one = new OneQuestion()
  const answers: ((button: number) => void)[] = []
  const question = () => new Promise<number>((resolve) => answers.push(resolve))
  const first = one.ask(question)
  expect(await one.ask(question)).toBeNull()
  answers[0]?.(1)
  expect(await first).toBe(1)
  void one.ask(question)
  expect(answers).toHaveLength(2)
})

it('is asked again after a dialog that could not be shown', async () => {
  const one = new OneQuestion()
  await expect(one.ask(() => Promise.reject(new Error('no display')))).rejects.toThrow('no display')
  expect(await one.ask(() => Promise.resolve(0))).toBe(0)
})
