/** Rules of every screen that can be read from the page as it is. Each gives the faults: none, if all is well. */
import type { Page } from './app.ts'

/** Targets that can be pressed and are smaller than 24 × 24 CSS pixels: WCAG 2.2, 2.5.8. Words in a line of text may be. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressable = 'button, input, select, summary, [role=option], .rail a, .hits h2 a, .toolbar a'
    // A target that has its row or label to itself may be drawn smaller than it is.
    const target = (element: Element): Element => element.closest('label') ?? element
    return [...document.querySelectorAll(pressable)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.matches('.skip, .skip *') && !element.closest('.citation, sup, p.inline'))
      .map((element) => ({ element, box: target(element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)
  })
}

/** Faults in the outline: first headings, levels left out, landmarks that are not named or not distinct. */
export async function outlineFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]')
    // The page under an open dialog is out of reach.
    const root = dialog ?? document.body
    const shown = (selector: string): Element[] =>
      [...root.querySelectorAll(selector)].filter((element) => element.checkVisibility())
    const nameOf = (element: Element): string =>
      element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent?.trim() ??
      ''
    const headings = shown('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)))
    const landmarks = shown('main, nav, header.toolbar, search, aside, [role=search]').map((element) =>
      `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${nameOf(element)}`.trim(),
    )
    const faults: string[] = []
    const first = headings.filter((depth) => depth === 1).length
    if (first !== (dialog === null ? 1 : 0)) faults.push(`${first} first headings`)
    if (Math.min(...headings) !== (dialog === null ? 1 : 2)) faults.push('begins at another level')
    // A list beside the text has its heading before the text's: the depth never grows by more than one.
    for (const [at, depth] of headings.entries())
      if (at > 0 && depth - (headings[at - 1] ?? 0) > 1)
        faults.push(`a level left out: ${headings.slice(0, at + 1)}`)
    if (new Set(landmarks).size !== landmarks.length) faults.push(`landmarks alike: ${landmarks}`)
    if (dialog === null && landmarks.filter((one) => one.startsWith('main')).length !== 1)
      faults.push('not one main')
    faults.push(
      ...landmarks.filter((one) => /^(?:nav|aside)$/.test(one)).map((one) => `${one} without a name`),
    )
    return faults
  })
}

/** Tooltips, buttons and links without words, and drawings that assistive technology would read. */
export async function wordlessParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const short = (element: Element): string => element.outerHTML.slice(0, 80)
    const bare = [...document.querySelectorAll('button, a[href]')].filter(
      (element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() === '',
    )
    const spoken = [...document.querySelectorAll('svg')].filter(
      (svg) => svg.closest('[aria-hidden=true]') === null && svg.getAttribute('role') !== 'img',
    )
    return [...document.querySelectorAll('[title]'), ...bare, ...spoken].map(short)
  })
}

/** Parts that move although the reader asked for no motion. */
export async function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const short = (element: Element): string => element.outerHTML.slice(0, 80)
    const moves = (element: Element): boolean => {
      const { scrollBehavior, transitionDuration } = getComputedStyle(element)
      return (
        scrollBehavior === 'smooth' ||
        transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0)
      )
    }
    const animations = document.getAnimations().map(() => 'an animation')
    return [...animations, ...[...document.querySelectorAll('html, body *')].filter(moves).map(short)]
  })
}

/** In forced colours: buttons without border or underline, and a rail whose current place looks like the others. */
export async function partsLostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const underlined = (element: Element): boolean =>
      getComputedStyle(element).textDecorationLine.includes('underline')
    const bare = [...document.querySelectorAll('button, summary')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .filter((element) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
        const bordered = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0
        return !bordered && ![element, ...element.querySelectorAll('*')].some(underlined)
      })
      .map((element) => element.outerHTML.slice(0, 90))
    const bars = [...document.querySelectorAll('.rail a')].map((element) => ({
      here: element.hasAttribute('aria-current'),
      colour: getComputedStyle(element).borderInlineStartColor,
    }))
    const others = bars.filter(({ here }) => !here).map(({ colour }) => colour)
    const lost = bars
      .filter(({ here, colour }) => here && others.includes(colour))
      .map(() => 'the current place')
    return [...bare, ...lost]
  })
}

/** How many pixels the page reaches beyond the window's width: WCAG 2.2, 1.4.10. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/**
 * Text that is cut off when letters, words, lines and paragraphs are set wider: WCAG 2.2, 1.4.12. It leaves the page so:
 * reload it afterwards.
 */
export async function clippedByWiderSpacing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spacing = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' }
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
    const clipped = all
      .filter((element) => !element.closest('.visually-hidden, canvas, input, select') && cut(element))
      .map((element) => element.outerHTML.slice(0, 100))
    const sideways = document.documentElement.scrollWidth > window.innerWidth
    return [...clipped, ...(sideways ? ['the page scrolls sideways'] : [])]
  })
}
