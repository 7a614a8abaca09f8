/**
 * Which pairs of theme and language axe looks at on each screen.
 *
 * All of them on every screen (4 × 3) takes too long for each run of the tests. So each screen is seen in all themes,
 * and the language turns from theme to theme and from screen to screen:
 *
 *               light  sepia  dark  contrast
 *   screen 0    en     az     ru    en
 *   screen 1    az     ru     en    az
 *   screen 2    ru     en     az    ru
 *
 * Each screen is then seen in each language, and each pair on a third of the screens. `npm run axe` looks at all.
 */
import { interfaceLanguages, type InterfaceLanguage } from '../src-bridge/settings.ts'

export const drawnThemes = ['light', 'sepia', 'dark', 'contrast'] as const

export type Turn = { readonly language: InterfaceLanguage; readonly themes: readonly string[] }

/** For the screen with this number: each language once, with the themes to look at in it. */
export function turnsOf(screen: number, all: boolean): readonly Turn[] {
  return interfaceLanguages.map((language, number) => ({
    language,
    themes: all
      ? drawnThemes
      : drawnThemes.filter((_theme, theme) => (screen + theme) % interfaceLanguages.length === number),
  }))
}
