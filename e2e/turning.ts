/**
 * Which pairs of theme and language axe looks at on each screen.
 *
 * All of them on every screen (4 × 3) take too long for each run of the tests. So each screen is seen in all themes and
 * in one language, which turns from screen to screen: each pair is seen on a third of the screens. `npm run axe` and
 * `npm run test:long` look at all.
 */
import { interfaceLanguages, type InterfaceLanguage } from '../src-bridge/settings.ts'

export const drawnThemes = ['light', 'sepia', 'dark', 'contrast'] as const

export type Turn = { readonly language: InterfaceLanguage; readonly themes: readonly string[] }

/** For the screen with this number: the languages to look at it in, and in each the themes. */
export function turnsOf(screen: number, all: boolean): readonly Turn[] {
  return interfaceLanguages
    .filter((_language, number) => all || screen % interfaceLanguages.length === number)
    .map((language) => ({ language, themes: drawnThemes }))
}
