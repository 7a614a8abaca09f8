/**
 * Words of the app itself, which are not counted as words of the page: buttons, fields, ways to go, and what is said
 * to screen readers alone. A link's words, an address and the name of a source are the page's, though they can be
 * pressed.
 */
const own = 'button, nav, label, select, summary, .section-tools, .marks-bar, .citation, .visually-hidden'
const ofThePage = 'button.address, .source-name'

export const isAppsOwn = (element: Element): boolean => {
  const within = element.closest(`${own}, ${ofThePage}`)
  return within !== null && (!within.matches(ofThePage) || within.matches('.visually-hidden'))
}
