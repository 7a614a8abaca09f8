import { expect, test } from 'vitest'
import { dayOf, formatDate, monthsBetween } from './dates.ts'

test('a date is written to the precision it was given in', () => {
  expect(formatDate('2026-11-22', 'en')).toBe('22 November 2026')
  expect(formatDate('2026-11', 'en')).toBe('November 2026')
  expect(formatDate('2026', 'en')).toBe('2026')
  expect(formatDate('2026-11-22', 'az')).toBe('22 noyabr 2026')
  expect(formatDate('2026-11-22', 'ru')).toBe('22 ноября 2026')
})

test('a month standing alone is not bent', () => {
  expect(formatDate('2026-11', 'ru')).toBe('ноябрь 2026')
})

test('a text that is no date is shown unchanged', () => {
  expect(formatDate('autumn 2023', 'en')).toBe('autumn 2023')
  expect(formatDate('2026-13-01', 'en')).toBe('2026-13-01')
})

test('an edition ages by whole months', () => {
  expect(monthsBetween('2026-11', new Date(2027, 10, 1))).toBe(12)
  expect(monthsBetween('2026-11-22', new Date(2027, 9, 30))).toBe(11)
  expect(monthsBetween('2026-11-22', new Date(2027, 10, 21))).toBe(11)
  expect(monthsBetween('2026-11-22', new Date(2027, 10, 22))).toBe(12)
})

test('the day is the reader’s own, not the one in Greenwich', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
  expect(dayOf(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23')
})
