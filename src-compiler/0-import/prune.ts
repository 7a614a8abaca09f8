/** Takes out of a web page what the site put around its text: by role and place first, then by density of links. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toText } from 'hast-util-to-text'
import type { Remark, RemarkCode } from './draft.ts'

export type Pruned = { readonly tree: Root; readonly remarks: readonly Remark[] }

/** Elements that hold no text of the page for a reader. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'link',
  'meta',
  'canvas',
  'audio',
  'video',
  'source',
])

const byTag: Readonly<Record<string, RemarkCode>> = {
  nav: 'boilerplate-nav',
  footer: 'boilerplate-site',
  aside: 'boilerplate-related',
  form: 'boilerplate-form',
  button: 'boilerplate-form',
  select: 'boilerplate-form',
  input: 'boilerplate-form',
  textarea: 'boilerplate-form',
}

const byRole: Readonly<Record<string, RemarkCode>> = {
  navigation: 'boilerplate-nav',
  search: 'boilerplate-form',
  banner: 'boilerplate-site',
  contentinfo: 'boilerplate-site',
  complementary: 'boilerplate-related',
  dialog: 'boilerplate-form',
}

const byName: readonly (readonly [RegExp, RemarkCode])[] = [
  [/\b(?:comments?|respond|commentlist|disqus)\b/i, 'boilerplate-form'],
  [/\b(?:share|sharing|sharedaddy|social|addtoany)\b/i, 'boilerplate-share'],
  [/\b(?:related|jp-relatedposts|recommended|more-stories|read-more)\b/i, 'boilerplate-related'],
  [
    /\b(?:navbox|mw-editsection|toc|catlinks|breadcrumbs?|menu|sidebar|cookie|consent|newsletter)\b/i,
    'boilerplate-nav',
  ],
]

/** The page without its frame. `title` is what the page calls itself: a heading that says it is left out too. */
export function prune(page: Root, title: string | null): Pruned {
  const remarks: Remark[] = []
  const keep = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [node]
      if (node.type !== 'element' || silent.has(node.tagName)) return []
      const code = codeOf(node)
      if (code !== null) {
        remark(node, code)
        return []
      }
      if (isTitle(node, title)) return []
      return [{ ...node, children: keep(node.children) }]
    })
  const remark = (node: Element, code: RemarkCode): void => {
    const words = toText(node).replace(/\s+/g, ' ').trim()
    if (words !== '')
      remarks.push({ code, text: `Left out: “${words.slice(0, 80)}${words.length > 80 ? '…' : ''}”` })
  }
  return { tree: { type: 'root', children: keep(page.children) }, remarks }
}

function codeOf({ tagName, properties }: Element): RemarkCode | null {
  if (properties['hidden'] !== undefined && properties['hidden'] !== null) return 'hidden-text'
  if (/display\s*:\s*none/i.test(String(properties['style'] ?? ''))) return 'hidden-text'
  const role = byRole[String(properties['role'] ?? '')]
  if (role) return role
  const tag = byTag[tagName]
  if (tag) return tag
  if (tagName === 'body' || tagName === 'html' || tagName === 'article' || tagName === 'main') return null
  const name = `${String(properties['id'] ?? '')} ${[properties['className']].flat().join(' ')}`
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

const isTitle = ({ tagName, ...node }: Element, title: string | null): boolean =>
  tagName === 'h1' && title !== null && squash(title).startsWith(squash(toText({ ...node, tagName })))

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
