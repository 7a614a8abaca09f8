/** The reader's theme, as far as the window itself is concerned: no white flash before the page is painted. */
import type { Settings } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'

type Theme = Settings['theme']

/** What the system's own parts follow: title bar, menus, dialogs. */
export function systemTheme(theme: Theme): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'system':
      return 'system'
    case 'light':
    case 'sepia':
      return 'light'
    case 'dark':
    case 'contrast':
      return 'dark'
    default:
      return assertNever(theme)
  }
}

/** The page's `--paper` (src-renderer/styles/tokens.css). `dark`: what the system wishes. */
export function paperColour(theme: Theme, dark: boolean): string {
  return papers[theme === 'system' ? (dark ? 'dark' : 'light') : theme]
}

const papers: Readonly<Record<Exclude<Theme, 'system'>, string>> = {
  light: '#fdfcf9',
  sepia: '#f6f0e2',
  dark: '#16181d',
  contrast: '#000000',
}
