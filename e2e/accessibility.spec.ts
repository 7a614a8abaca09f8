// The rules of every screen, in all themes; the language turns from screen to screen (`turning.ts`). Rules about single
// screens have specs of their own: docs/accessibility.md names them.
import { expect, test, type Page } from './app.ts'
import { everyScreen, show, violations } from './everyscreen.ts'
import {
  clippedByWiderSpacing,
  movingParts,
  outlineFaults,
  partsLostInForcedColours,
  sidewaysScroll,
  smallTargets,
  wordlessParts,
} from './screenchecks.ts'
import { turnsOf } from './turning.ts'

/** Every language on every screen: `npm run axe`. */
const all = process.env['AXE_ALL'] === '1'

const atFullSize = { width: 1280, height: 800 }
/** A window of 1280 × 1024 pixels at 400 % zoom. */
const at400Percent = { width: 320, height: 256 }

/** Soft: one visit tells everything that is wrong with a screen. */
const check = expect.soft

for (const [number, [name, screen]] of Object.entries(everyScreen).entries())
  for (const { language, themes } of turnsOf(number, all))
    test.describe(() => {
      test.use({ settings: { interfaceLanguage: language } })
      test(`A1, A2, A3, A4, A11, A12, A14, A15, A20: axe and the rules of every screen find nothing on: ${name} (${language})`, async ({
        win,
        open,
      }) => {
        test.slow()
        await win.emulateMedia({ reducedMotion: 'reduce' })
        await show(screen, win, open)
        await expect(win.locator('html')).toHaveAttribute('lang', language)
        // Only rules about colours depend on the theme.
        for (const [place, theme] of themes.entries()) {
          await win.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
          const about = place === 0 ? 'everything' : 'colours'
          check(await violations(win, about), `A1, A2 (${theme}): axe on ${about}`).toEqual([])
        }
        await checkRules(win)
      })
    })

/** The rules besides axe. It leaves the page with wider spacing: reload it afterwards. */
async function checkRules(win: Page): Promise<void> {
  check(await movingParts(win), 'A15: no motion for readers who want none').toEqual([])
  check(await smallTargets(win), 'A3: targets of 24 × 24 pixels').toEqual([])
  check(await outlineFaults(win), 'A4: headings and landmarks').toEqual([])
  check(await wordlessParts(win), 'A20: words for icons, no tooltips').toEqual([])
  await win.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  check(await partsLostInForcedColours(win), 'A14: forced colours').toEqual([])
  await win.emulateMedia({ forcedColors: null, reducedMotion: 'reduce' })
  await win.setViewportSize(at400Percent)
  check(await sidewaysScroll(win), 'A11: at 400 % zoom nothing scrolls sideways').toBe(0)
  await win.setViewportSize(atFullSize)
  check(await clippedByWiderSpacing(win), 'A12: wider spacing').toEqual([])
}
