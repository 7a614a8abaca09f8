import { expect, test } from 'vitest'
import { interfaceLanguages } from '../src-bridge/settings.ts'
import { everyScreen } from './everyscreen.ts'
import { drawnThemes, turnsOf } from './turning.ts'

const screens = Object.keys(everyScreen).map((_name, at) => at)

test('each screen is seen in every theme once, in one language', () => {
  for (const screen of screens) {
    const turns = turnsOf(screen, false)
    expect(turns.flatMap(({ themes }) => themes).sort()).toEqual([...drawnThemes].sort())
    expect(turns).toHaveLength(1)
  }
})

test('each pair of theme and language is seen on at least ten screens', () => {
  for (const theme of drawnThemes)
    for (const language of interfaceLanguages) {
      const seen = screens.filter((screen) =>
        turnsOf(screen, false).some((turn) => turn.language === language && turn.themes.includes(theme)),
      )
      expect(seen.length, `${theme} ${language}`).toBeGreaterThanOrEqual(10)
    }
})

test('all of them are seen when all are asked for', () => {
  expect(turnsOf(7, true).map(({ language, themes }) => [language, themes.length])).toEqual([
    ['en', 4],
    ['az', 4],
    ['ru', 4],
  ])
})
