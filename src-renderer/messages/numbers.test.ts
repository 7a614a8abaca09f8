import { describe, expect, it } from 'vitest'
import { formatNumber } from './numbers.ts'

describe('numbers in words', () => {
  it('have the points and commas of their language', () => {
    expect(formatNumber(12345.6, 'en')).toBe('12,345.6')
    expect(formatNumber(12345.6, 'ru').replace(/\s/u, ' ')).toBe('12 345,6')
  })

  it('are written in the interface’s Azerbaijani as in the pack’s', () => {
    expect(formatNumber(12345.6, 'az').replace(/\s/u, ' ')).toBe('12 345,6')
  })

  it('are whole without a comma', () => {
    expect(formatNumber(7, 'az')).toBe('7')
  })
})
