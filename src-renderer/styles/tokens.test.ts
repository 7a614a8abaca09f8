import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Relative luminance and contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Record<string, string> {
  const body = sheet.split(`${selector} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

const light = tokensOf(".swatch[data-theme='light']")
const themes = {
  light,
  sepia: { ...light, ...tokensOf(":is(:root, .swatch)[data-theme='sepia']") },
  dark: { ...light, ...tokensOf(":is(:root, .swatch)[data-theme='dark']") },
  contrast: { ...light, ...tokensOf(":is(:root, .swatch)[data-theme='contrast']") },
}

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  const ratio = (ink: string, paper: string): number => contrast(theme[ink] ?? '', theme[paper] ?? '')

  test('sets text at 7 to 1 or better on paper, and 4.5 to 1 on quiet paper', () => {
    for (const ink of ['--ink', '--ink-quiet', '--link', '--link-visited', '--danger']) {
      expect(ratio(ink, '--paper'), ink).toBeGreaterThanOrEqual(7)
      expect(ratio(ink, '--paper-quiet'), ink).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('--ink', '--warning-paper')).toBeGreaterThanOrEqual(7)
    expect(ratio('--accent-ink', '--accent')).toBeGreaterThanOrEqual(4.5)
  })

  test('marks words at 7 to 1 or better', () => {
    expect(ratio('--mark-ink', '--mark')).toBeGreaterThanOrEqual(7)
    expect(ratio('--mark-ink', '--mark-current')).toBeGreaterThanOrEqual(7)
  })

  test('draws the edges of controls and the focus at 3 to 1 or better', () => {
    expect(ratio('--line-strong', '--paper')).toBeGreaterThanOrEqual(3)
    const focus = Math.max(ratio('--focus', '--paper'), ratio('--focus-ring', '--paper'))
    expect(focus).toBeGreaterThanOrEqual(3)
  })
})
