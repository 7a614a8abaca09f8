// What axe can see, on every screen and in every state, theme and language of the interface. What it can't see has
// specs of its own: the table in docs/accessibility.md names them.
import { interfaceLanguages } from '../src-bridge/settings.ts'
import { expect, searchField, test } from './app.ts'
import { everyScreen, leadArticle, settled, show, speaking, violations } from './everyscreen.ts'

const themes = ['light', 'sepia', 'dark', 'contrast']

for (const language of interfaceLanguages) {
  for (const [name, screen] of Object.entries(everyScreen)) {
    test(`A1, A2: axe finds nothing in any theme on: ${name} (${language})`, async ({
      win,
      open,
      reload,
    }) => {
      await speaking(win, language, reload)
      await show(screen, win, open)
      await expect(win.locator('html')).toHaveAttribute('lang', language)
      for (const theme of themes) {
        await win.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
        expect(await violations(win), theme).toEqual([])
      }
    })
  }
}

test('A1: axe finds nothing on a list of bookmarks', async ({ win, open }) => {
  await open(`${leadArticle}/assistance-centre`)
  await settled(win)
  await win.keyboard.press('Control+b')
  await win.getByRole('button', { name: 'Keep on this computer' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'is bookmarked' })).toBeAttached()
  for (const hash of ['#/kept', '#/']) {
    await open(hash)
    await settled(win)
    await expect(win.getByRole('link', { name: /^Assistance Centre \(Aid/ }).first()).toBeVisible()
    for (const theme of themes) {
      await win.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
      expect(await violations(win), `${hash} ${theme}`).toEqual([])
    }
  }
})

test('A3: what can be pressed is at least 24 pixels high and wide, or stands in a line of text', async ({
  win,
  open,
}) => {
  for (const [name, screen] of Object.entries(everyScreen)) {
    await open('#/')
    await show(screen, win, open)
    const small = await win.evaluate(() => {
      const pressable = 'button, input, select, summary, [role=option], .rail a, .hits h2 a, .toolbar a'
      // WCAG 2.2, 2.5.8: a target that has its row or label to itself may be drawn smaller than it is.
      const target = (element: Element): Element => element.closest('label') ?? element
      return [...document.querySelectorAll(pressable)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter(
          (element) => !element.matches('.skip, .skip *') && !element.closest('.citation, sup, p.inline'),
        )
        .map((element) => ({ element, box: target(element).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)
    })
    expect(small, name).toEqual([])
    await win.keyboard.press('Escape')
    if (name === 'screen hidden') await win.getByRole('button', { name: 'Return' }).click()
  }
  await expect(searchField(win)).toBeVisible()
})
