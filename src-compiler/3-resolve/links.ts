/** Where links lead: a section of the pack, or an address outside that is shown and never opened. */
import { leadAnchor, type SectionAddress } from '../../src-library/model/article.ts'
import type { LinkTarget } from '../../src-library/model/inline.ts'
import type { Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import type { TextRange } from '../1-read/text.ts'

/** The sections that a link may lead to. */
export type LinkTargets = {
  /** Titles of an article's sections by anchor; null when it could not be read, undefined when there is none. */
  get(article: string): ReadonlyMap<string, string> | null | undefined
  has(article: string): boolean
  ids(): Iterable<string>
  /** Where an address of an earlier edition leads; null when it is unknown. */
  moved(article: string, anchor: string): SectionAddress | null
}

/** `data:` and `javascript:` are not addresses of anything; `file:` would point into the author's machine. */
const outsideSchemes: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:']

export const isOutside = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address)

/**
 * Whether somebody can have meant the address as one. `a[i](2+B)` is a link to
 * Markdown and a formula to everybody else.
 */
export const isAddress = (address: string): boolean =>
  isOutside(address) || address === '' || /[#/.%]/.test(address) || /^[\p{L}\p{N}_-]+$/u.test(address)

/** The target of a link's address in the article `from`; null after reporting that there is none. */
export function resolveLink(
  address: string,
  from: string,
  places: LinkTargets,
  at: TextRange,
  report: Report,
): LinkTarget | null {
  if (!isOutside(address)) {
    const target = resolveAddress(address, from, places, at, report)
    return target && { kind: 'section', ...target }
  }
  if (URL.canParse(address) && outsideSchemes.includes(new URL(address).protocol)) {
    return { kind: 'address', address }
  }
  report(
    'unsafe-address',
    at,
    `\`${address}\` is no address that can be shown.`,
    `Addresses begin with ${outsideSchemes.join(', ')}.`,
  )
  return null
}

/** The section that `article`, `article#anchor` or `#anchor` names, or where it moved to; null after reporting that there is none. */
export function resolveAddress(
  address: string,
  from: string,
  places: LinkTargets,
  at: TextRange,
  report: Report,
): SectionAddress | null {
  const hash = address.indexOf('#')
  const article = (hash === -1 ? address : address.slice(0, hash)) || from
  const anchor = (hash === -1 ? '' : address.slice(hash + 1)) || leadAnchor
  const titles = places.get(article)
  // What leads into a document that could not be read may be right.
  if (titles?.has(anchor) || titles === null) return { article, anchor }
  const moved = address === '' ? null : places.moved(article, anchor)
  if (moved) {
    const remedy = `Write \`${moved.article}#${moved.anchor}\`.`
    report('moved-link', at, `\`${address}\` has moved; the link leads to its new place.`, remedy)
    return moved
  }
  if (address === '') report('link-to-nowhere', at, 'This link has no address.')
  else if (titles) {
    const where = article === from ? 'this document' : `\`${article}\``
    const remedy =
      didYouMean(anchor, titles.keys()) ?? `It has: ${[...titles.keys()].slice(0, 12).join(', ')}.`
    report('link-to-nowhere', at, `There is no section \`${anchor}\` in ${where}.`, remedy)
  } else {
    report(
      'link-to-nowhere',
      at,
      `There is no article \`${article}\` in this pack.`,
      remedyFor(article, places),
    )
  }
  return null
}

function remedyFor(article: string, places: LinkTargets): string {
  const bare = article.replace(/^.*\//, '').replace(/\.(?:md|markdown)$/i, '')
  if (bare !== article && places.has(bare))
    return `Write only \`${bare}\`: articles are named without folder and extension.`
  if (/^(?:\/\/|www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$))/i.test(article)) {
    return 'Addresses outside the pack begin with https://.'
  }
  return didYouMean(article, places.ids()) ?? 'Articles are named by their file without .md.'
}
