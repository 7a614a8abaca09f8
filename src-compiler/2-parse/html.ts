/**
 * The three tags that a text may hold become inlines; every other piece of raw
 * HTML is an error, because content is data that components draw, never markup.
 */
import type { Report } from '../diagnostics.ts'
import type { TextRange } from '../1-read/text.ts'
import type { ParsedInline } from './tree.ts'

/** An opening or closing tag on its way to being paired. */
export type Tag = {
  readonly kind: 'tag'
  readonly at: TextRange
  readonly name: 'subscript' | 'superscript'
  readonly closes: boolean
}

const pairs: Readonly<Record<string, Tag['name']>> = { sub: 'subscript', sup: 'superscript' }
const spellings = { subscript: 'sub', superscript: 'sup' } as const

/** Reads what the Markdown parser took for HTML inside a line. */
export function readTag(html: string, at: TextRange, report: Report): readonly (ParsedInline | Tag)[] {
  if (/^<br\s*\/?>$/i.test(html)) return [{ kind: 'break', at }]
  const match = /^<(\/?)(sub|sup)\s*>$/i.exec(html)
  const name = pairs[match?.[2]?.toLowerCase() ?? '']
  if (name) return [{ kind: 'tag', at, name, closes: match?.[1] === '/' }]
  refuseHtml(html, at, report)
  return []
}

/** Reports raw HTML, naming it. */
export function refuseHtml(html: string, at: TextRange, report: Report): void {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(html)?.[0]
  report(
    'raw-html',
    { start: at.start, end: Math.min(at.end, at.start + (html.indexOf('\n') + 1 || html.length)) },
    html.startsWith('<!--')
      ? 'Comments are not read.'
      : `Raw HTML is not read${name ? `: \`${name}>\`` : ''}.`,
    html.startsWith('<!--')
      ? 'Take it out.'
      : 'Write it in Markdown, or put a \\ before the < if it is text. Only <br>, <sub> and <sup> may stand here.',
  )
}

/** Turns each pair of tags and the content between them into one inline. Reports tags without a partner. */
export function pairTags(items: readonly (ParsedInline | Tag)[], report: Report): readonly ParsedInline[] {
  type Open = { readonly tag: Tag; readonly outer: ParsedInline[] }
  const open: Open[] = []
  let current: ParsedInline[] = []
  for (const item of items) {
    if (item.kind !== 'tag') {
      current.push(item)
    } else if (!item.closes) {
      open.push({ tag: item, outer: current })
      current = []
    } else if (open.at(-1)?.tag.name === item.name) {
      const { tag, outer } = open.pop() as Open
      outer.push({ kind: tag.name, at: { start: tag.at.start, end: item.at.end }, children: current })
      current = outer
    } else {
      reportLonely(item, report)
    }
  }
  for (const { tag, outer } of open.reverse()) {
    reportLonely(tag, report)
    current = outer.concat(current)
  }
  return current
}

function reportLonely(tag: Tag, report: Report): void {
  const name = spellings[tag.name]
  const message = tag.closes
    ? `</${name}> closes nothing here.`
    : `<${name}> is not closed in the same place.`
  report('raw-html', tag.at, message, `Write <${name}>…</${name}> around the text.`)
}
