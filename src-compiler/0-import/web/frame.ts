/**
 * What a site puts around the text of a page, told by what the page itself says of a part: its tag, its role, and the
 * words in its class and id. A name is split into words (`story-socialShare` is story, social, share), because
 * `share` in `shareholder` says nothing.
 */
import type { Element } from 'hast'
import type { RemarkCode } from '../draft.ts'

/** Elements without text for a reader. */
export const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'head',
  'link',
  'meta',
  'canvas',
  'audio',
  'video',
  'source',
  'datalist',
  'param',
])

const byTag: Readonly<Record<string, RemarkCode>> = {
  nav: 'boilerplate-nav',
  menu: 'boilerplate-nav',
  footer: 'boilerplate-site',
  aside: 'boilerplate-related',
  form: 'boilerplate-form',
  button: 'boilerplate-form',
  select: 'boilerplate-form',
  input: 'boilerplate-form',
  textarea: 'boilerplate-form',
  label: 'boilerplate-form',
  dialog: 'boilerplate-form',
}

const byRole: Readonly<Record<string, RemarkCode>> = {
  navigation: 'boilerplate-nav',
  menu: 'boilerplate-nav',
  search: 'boilerplate-form',
  banner: 'boilerplate-site',
  contentinfo: 'boilerplate-site',
  complementary: 'boilerplate-related',
  dialog: 'boilerplate-form',
  alertdialog: 'boilerplate-form',
  button: 'boilerplate-form',
}

const wordsOfKinds: readonly (readonly [RemarkCode, string])[] = [
  [
    'boilerplate-form',
    'comment comments commentlist disqus respond reply replies form login signin signup subscribe subscription newsletter modal popup overlay paywall gdpr cookie cookies consent livefyre spotim viafoura feedback poll survey captcha',
  ],
  [
    'boilerplate-share',
    'share sharing shares sharedaddy sharebar shareblock social socials addtoany addthis sharethis follow likes',
  ],
  [
    'boilerplate-related',
    'related relatedposts recommended recommendations recommendation recirc recirculation trending popular readmore morestories outbrain taboola zergnet revcontent promo promos promotion teaser teasers upnext mostread mostpopular carousel playlist suggested similar nextpost prevpost marketplace partners',
  ],
  [
    'boilerplate-nav',
    'nav navbar navigation navbox menu sidebar breadcrumb breadcrumbs crumbs toc catlinks pagination pager pagenav skip toolbar tags taglist tagcloud categories mw-editsection editsection topbar masthead sitemap',
  ],
  [
    'boilerplate-site',
    'footer advert advertisement advertising ads ad adslot adunit dfp sponsor sponsored sponsorship banner byline author authors bio authorbox dateline timestamp credit credits copyright disclaimer widget widgets disclosure eyebrow kicker',
  ],
]

const codeByWord: ReadonlyMap<string, RemarkCode> = new Map(
  wordsOfKinds.flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
)

/** Tags that hold a whole page or its text, whatever their name says. */
const whole = new Set(['html', 'body', 'article', 'main'])

const captionWords = new Set(
  'caption captions figcaption gallery slideshow lightbox photocredit imagecredit mediacaption'.split(' '),
)

/** Whether an element is the caption of an image, or holds several with their captions. */
export const isCaption = ({ tagName, properties }: Element): boolean =>
  tagName === 'figcaption' || nameWords(properties).some((word) => captionWords.has(word))

export type FrameMark = {
  readonly code: RemarkCode
  /** A person can't see it, or it can't be text: it goes, however much it holds. A mere name may be wrong. */
  readonly isSure: boolean
  /** What readers of the page wrote, which may be more than the text. */
  readonly isReaders?: boolean
}

const readersWords = new Set(['comments', 'commentlist', 'disqus', 'respond', 'livefyre', 'viafoura'])

/** Why an element is part of the frame; null: it says nothing of the kind. */
export function frameMark({ tagName, properties }: Element): FrameMark | null {
  if (properties['hidden'] !== undefined && properties['hidden'] !== null && properties['hidden'] !== false)
    return { code: 'hidden-text', isSure: true }
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties['style'] ?? '')))
    return { code: 'hidden-text', isSure: true }
  if (whole.has(tagName)) return null
  const role = byRole[String(properties['role'] ?? '').toLowerCase()]
  if (role) return { code: role, isSure: false }
  const tag = byTag[tagName]
  if (tag)
    return {
      code: tag,
      isSure: tagName !== 'form' && tagName !== 'footer' && tagName !== 'aside' && tagName !== 'label',
    }
  for (const word of nameWords(properties)) {
    const code = codeByWord.get(word)
    if (code) return { code, isSure: false, isReaders: readersWords.has(word) }
  }
  return null
}

/** The words in the names of an element: `story-socialShare` is story, social, share. */
export function nameWords(properties: Element['properties']): readonly string[] {
  const names = [properties['id'], properties['className']].flat().map((name) => String(name ?? ''))
  return names.flatMap((name) =>
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  )
}
