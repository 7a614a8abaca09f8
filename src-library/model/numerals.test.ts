import { expect, it } from 'vitest'
import { numberOf } from './numerals.ts'

it.each([
  ['1,078', '.', 1078],
  ['13 000', '.', 13_000],
  ['13\u00a0000.5', '.', 13_000.5],
  ['1\u202f078\u202f000', '.', 1_078_000],
  ['−0.5', '.', -0.5],
  ['5.1', '.', 5.1],
  ['5,1', ',', 5.1],
  ['13 000,5', ',', 13_000.5],
  ['1.078', ',', 1078],
  ['+3', ',', 3],
] as const)('%s with decimals behind %s is a number', (text, decimal, value) => {
  expect(numberOf(text, decimal)).toBe(value)
})

it.each([
  ['5,1', '.'],
  ['1,07', '.'],
  ['5.1', ','],
  ['2,5 %', ','],
  ['13 00', '.'],
  ['', '.'],
  ['Tier 1', '.'],
] as const)('%s with decimals behind %s is none', (text, decimal) => {
  expect(numberOf(text, decimal)).toBeNull()
})
