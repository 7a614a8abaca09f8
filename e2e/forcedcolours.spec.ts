// Zoom, spacing, forced colours and stillness, on every screen.
import { expect, test } from './app.ts'
import { everyScreen, settled, show } from './everyscreen.ts'

for (const [name, screen] of Object.entries(everyScreen)) {
  test(`A11: at 400 % zoom nothing scrolls sideways on: ${name}`, async ({ win, open }) => {
    await win.setViewportSize({ width: 320, height: 256 })
    await show(screen, win, open)
    const { scroll, client } = await win.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(client)
  })

  test(`A12: wider letter, word, line and paragraph spacing clips no text on: ${name}`, async ({
    win,
    open,
  }) => {
    await show(screen, win, open)
    const clipped = await win.evaluate(() => {
      // https://www.w3.org/TR/WCAG22/#text-spacing
      const spacing = {
        'line-height': '1.5',
        'letter-spacing': '0.12em',
        'word-spacing': '0.16em',
      }
      const all = [...document.querySelectorAll<HTMLElement>('body *')]
      for (const element of all) {
        for (const [property, value] of Object.entries(spacing))
          element.style.setProperty(property, value, 'important')
        if (element.matches('p')) element.style.setProperty('margin-block-end', '2em', 'important')
      }
      const cut = (element: Element): boolean => {
        const { overflowX, overflowY, display } = getComputedStyle(element)
        if (display === 'inline' || !element.checkVisibility()) return false
        const high = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1
        const wide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
        return high || wide
      }
      return all
        .filter((element) => !element.closest('.visually-hidden, canvas, input, select') && cut(element))
        .map((element) => element.outerHTML.slice(0, 100))
    })
    expect(clipped).toEqual([])
    expect(await win.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
}

test('A14: in forced colours buttons keep a border, marks and the option an outline', async ({
  win,
  open,
}) => {
  await win.emulateMedia({ forcedColors: 'active' })
  await open('#/search?q=shelter')
  await expect(win.locator('.hit mark').first()).toBeVisible()
  const styleOf = (selector: string, property: string): Promise<string> =>
    win
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  expect(await styleOf('.hit mark', 'outline-style')).toBe('solid')
  for (const button of await win.getByRole('button').all()) {
    if (!(await button.isVisible())) continue
    const classes = (await button.getAttribute('class')) ?? ''
    // A button that looks like a link has its underline for a border; a skip link comes with the focus.
    if (/text-button|skip/.test(classes)) continue
    const border = await button.evaluate((element) => getComputedStyle(element).borderTopStyle)
    const name = await button.textContent()
    expect(border, name ?? '').toBe('solid')
  }
  await win.locator('#search-field').focus()
  await win.keyboard.press('ArrowDown')
  await expect(win.locator('[role=option][aria-selected=true]')).toBeVisible()
  expect(await styleOf('[role=option][aria-selected=true]', 'outline-style')).toBe('solid')
  await win.keyboard.press('Escape')
  expect(await styleOf('#search-field', 'outline-style')).toBe('solid')
})

test('A14: in forced colours every button has a border or an underline, and the place the reader is in a bar of its own', async ({
  win,
  open,
}) => {
  test.slow()
  await win.emulateMedia({ forcedColors: 'active' })
  for (const [name, screen] of Object.entries(everyScreen)) {
    await open('#/')
    await show(screen, win, open)
    const bare = await win.evaluate(() => {
      const underlined = (element: Element): boolean =>
        getComputedStyle(element).textDecorationLine.includes('underline')
      return [...document.querySelectorAll('button, summary')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
        .filter((element) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
          const bordered = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0
          return !bordered && ![element, ...element.querySelectorAll('*')].some(underlined)
        })
        .map((element) => element.outerHTML.slice(0, 90))
    })
    expect(bare, name).toEqual([])
    const bars = await win.evaluate(() =>
      [...document.querySelectorAll('.rail a')].map((element) => ({
        here: element.hasAttribute('aria-current'),
        colour: getComputedStyle(element).borderInlineStartColor,
      })),
    )
    for (const { colour } of bars.filter(({ here }) => here))
      expect(
        bars.filter(({ here }) => !here).map((bar) => bar.colour),
        name,
      ).not.toContain(colour)
    await win.keyboard.press('Escape')
    if (name === 'screen hidden') await win.getByRole('button', { name: 'Return' }).click()
  }
})

test('A15: whoever wants no motion sees none, on any screen', async ({ win, open }) => {
  await win.emulateMedia({ reducedMotion: 'reduce' })
  for (const [name, screen] of Object.entries(everyScreen)) {
    await open('#/')
    await show(screen, win, open)
    const moving = await win.evaluate(() => ({
      animations: document.getAnimations().length,
      smooth: [document.documentElement, ...document.querySelectorAll('main, main *')].filter(
        (element) => getComputedStyle(element).scrollBehavior === 'smooth',
      ).length,
      transitions: [...document.querySelectorAll('body *')].filter((element) =>
        getComputedStyle(element)
          .transitionDuration.split(',')
          .some((time) => Number.parseFloat(time) > 0),
      ).length,
    }))
    expect(moving, name).toEqual({ animations: 0, smooth: 0, transitions: 0 })
    await win.keyboard.press('Escape')
    if (name === 'screen hidden') await win.getByRole('button', { name: 'Return' }).click()
  }
  await settled(win)
})
