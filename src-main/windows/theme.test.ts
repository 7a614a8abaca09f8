import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { themes } from '../../src-bridge/settings.ts'
import { paperColour, systemTheme } from './theme.ts'

describe('the window’s background', () => {
  it('is the paper of the page in every theme', async () => {
    const styles = await readFile(new URL('../../src-renderer/styles/tokens.css', import.meta.url), 'utf8')
    const paperIn = (theme: string): string | undefined =>
      styles.split(`[data-theme='${theme}'] {`)[1]?.match(/--paper: (#[0-9a-f]{6})/)?.[1]
    for (const theme of themes)
      if (theme !== 'system') expect(paperColour(theme, false), theme).toBe(paperIn(theme))
  })

  it('follows the system only when the reader left it to the system', () => {
    expect(paperColour('system', true)).toBe(paperColour('dark', false))
    expect(paperColour('system', false)).toBe(paperColour('light', true))
  })
})

it('menus and dialogs are as dark as the page', () => {
  expect(Object.fromEntries(themes.map((theme) => [theme, systemTheme(theme)]))).toEqual({
    system: 'system',
    light: 'light',
    sepia: 'light',
    dark: 'dark',
    contrast: 'dark',
  })
})
