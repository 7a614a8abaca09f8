import { expect, test } from 'vitest'
import * as v from 'valibot'
import { chooseLanguage, defaultSettings, settingsSchema, writtenSettingsSchema } from './settings.ts'

test('the reader\u2019s choice wins over the system', () => {
  expect(chooseLanguage('ru', ['az-AZ', 'en'])).toBe('ru')
})

test('without a choice the first of the system\u2019s languages that there is counts, else English', () => {
  expect(chooseLanguage('system', ['de-DE', 'az-Latn-AZ', 'ru'])).toBe('az')
  expect(chooseLanguage('system', ['tr', 'fr'])).toBe('en')
  expect(chooseLanguage('system', [])).toBe('en')
})

test('one bad value falls back alone', () => {
  const stored = { ...defaultSettings, theme: 'dark', textSize: 17, hideScreen: 'maybe', more: 1 }
  expect(v.parse(settingsSchema, stored)).toEqual({ ...defaultSettings, theme: 'dark' })
})

test('settings are kept only as a whole: anything else resets none of them', () => {
  expect(v.is(writtenSettingsSchema, { ...defaultSettings, theme: 'dark' })).toBe(true)
  const call = { pack: 'a', number: 'b', day: '2026-11-30' }
  // As it comes from the page: a copy.
  expect(v.is(writtenSettingsSchema, structuredClone({ ...defaultSettings, calls: [call] }))).toBe(true)
  const others = Object.fromEntries(Object.entries(defaultSettings).filter(([name]) => name !== 'theme'))
  for (const wrong of [
    {},
    [],
    null,
    'dark',
    new Date(),
    /x/,
    others,
    { ...defaultSettings, theme: 'mauve' },
    { ...defaultSettings, more: 1 },
    { text: 1 },
    { ...defaultSettings, calls: [call, { ...call, day: 'today' }] },
    { ...defaultSettings, calls: [{ ...call, more: 1 }] },
    { ...defaultSettings, calls: 'all' },
  ])
    expect(v.is(writtenSettingsSchema, wrong), String(wrong)).toBe(false)
})
