/** Puts a box below a mark, or above it where there is no room; never past the window's edge. */
export function placeBeside(box: HTMLElement, mark: DOMRect): void {
  const { width, height } = box.getBoundingClientRect()
  const margin = 8
  const below = mark.bottom + margin + height <= window.innerHeight
  const top = below ? mark.bottom + margin : Math.max(margin, mark.top - margin - height)
  const left = Math.min(
    Math.max(margin, mark.left - width / 2),
    document.documentElement.clientWidth - width - margin,
  )
  box.style.setProperty('top', `${top}px`)
  box.style.setProperty('left', `${left}px`)
}
