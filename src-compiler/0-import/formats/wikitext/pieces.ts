/**
 * First pass over wikitext: comments go, and what has rules of its own (templates, notes, literal text)
 * becomes a piece with a mark in its place. The marks are two signs of the private use area and a number.
 */
export type WikitextToken =
  | { readonly kind: 'template'; readonly name: string; readonly parameters: Parameters }
  /** `content` is null where a note of that name is only called again. */
  | { readonly kind: 'note'; readonly name: string | null; readonly content: string | null }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'gallery'; readonly text: string }

export type Parameters = {
  /** In order, without names. */
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

export type WikitextTokens = { readonly text: string; readonly pieces: readonly WikitextToken[] }

const open = '\uE000'
const close = '\uE001'

/** Deeper templates are left as text. */
const deepest = 40

type Put = (piece: WikitextToken) => string

export function takePieces(wikitext: string): WikitextTokens {
  const pieces: WikitextToken[] = []
  const put: Put = (piece) => `${open}${pieces.push(piece) - 1}${close}`
  const plain = withLines(
    unescaped(wikitext)
      .replace(/[\uE000\uE001]/g, '')
      .replace(/\r\n?/g, '\n'),
  )
  return { text: takeTemplates(takeTags(plain, put), put), pieces }
}

/** A page cut out of an export still has its tags escaped: no page of a wiki writes all of its notes so. */
function unescaped(text: string): string {
  if (/<ref[\s>]/i.test(text) || !/&lt;ref[\s&]/i.test(text)) return text
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }
  return text.replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => signs[name] ?? '')
}

/** Mends a page that lost its line feeds: puts its headings, tables and rows on their own lines again. */
function withLines(text: string): string {
  if (/\n[^\n]+\n/.test(text) || !/\s(={2,5})[^=\n]{1,100}\1\s/.test(text)) return text
  const rows = /[ \t](\|-|\|\}|\|\+|! |\| )/g
  return text
    .replace(/[ \t]((={2,5})[^=\n]{1,100}\2)(?=\s)/g, '\n$1\n')
    .replace(/[ \t](\{\|[\s\S]*?\|\})/g, (_whole, table: string) => `\n${table.replace(rows, '\n$1')}\n`)
}

const comments = /<!--[\s\S]*?(?:-->|$)/g
/** A line that holds comments alone goes with its line feed. */
const commentLines = /(^|\n)[ \t]*(?:<!--(?:(?!-->)[\s\S])*-->[ \t]*)+(?=\n)/g
/** Tags whose content has rules of its own. */
const special =
  /<(nowiki|pre|math|chem|ce|syntaxhighlight|source|gallery|includeonly|timeline|imagemap|score|templatedata|graph|mapframe|maplink)(?:\s[^<>]*)?(?:\/>|>([\s\S]*?)(?:<\/\1\s*>|$))/gi
/** A note that is never closed ends with its line. */
const notes = /<ref(\s[^<>]*?)?\s*(?:\/>|>(?:((?:(?!<ref[\s>/]|<\/ref)[\s\S])*)<\/ref\s*>|([^\n]*)))/gi
const frames = /<\/?(?:references|noinclude|onlyinclude)(?:\s[^<>]*)?>|<\/ref\s*>/gi

/** Comments, literal text, formulas, galleries and notes. */
function takeTags(text: string, put: Put): string {
  return text
    .replace(commentLines, '')
    .replace(comments, '')
    .replace(special, (_whole, tag: string, inner?: string) => takeTag(tag.toLowerCase(), inner ?? '', put))
    .replace(notes, (_whole, attributes?: string, closed?: string, unclosed?: string) => {
      const name = /name\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))/i.exec(attributes ?? '')
      const inner = closed ?? unclosed ?? ''
      const content = inner.trim() === '' ? null : takeTemplates(inner, put)
      return put({ kind: 'note', name: name?.[1] ?? name?.[2] ?? name?.[3] ?? null, content })
    })
    .replace(frames, '')
}

function takeTag(tag: string, inner: string, put: Put): string {
  switch (tag) {
    case 'nowiki':
      return put({ kind: 'literal', text: inner })
    case 'pre':
    case 'syntaxhighlight':
    case 'source':
      return put({ kind: 'preformatted', text: inner.replace(/<\/?nowiki>/gi, '') })
    case 'math':
    case 'chem':
    case 'ce':
      return put({ kind: 'formula', text: inner })
    case 'gallery':
    case 'imagemap':
      return put({ kind: 'gallery', text: inner })
    default:
      return ''
  }
}

/** Templates from the inside out: an inner one is a mark in its outer one's parameters. */
function takeTemplates(text: string, put: Put): string {
  type Level = { out: string; readonly braces: number }
  const levels: Level[] = [{ out: '', braces: 0 }]
  const token = /\{{2,}|\}{2,}/g
  let at = 0
  const add = (value: string): void => {
    const top = levels.at(-1)
    if (top) top.out += value
  }
  for (const match of text.matchAll(token)) {
    add(text.slice(at, match.index))
    at = match.index + match[0].length
    let braces = match[0].length
    if (match[0].startsWith('{')) {
      while (braces >= 2 && levels.length < deepest) {
        const take = braces === 3 || (braces > 4 && braces % 2 === 1) ? 3 : 2
        levels.push({ out: '', braces: take })
        braces -= take
      }
      add('{'.repeat(braces))
      continue
    }
    while (braces >= 2 && levels.length > 1) {
      const level = levels[levels.length - 1] as Level
      levels.pop()
      // Three that two close are a brace and a template.
      const isDefault = level.braces === 3 && braces >= 3
      if (level.braces === 3 && !isDefault) add('{')
      braces -= isDefault ? 3 : 2
      add(isDefault ? defaultOf(level.out) : put(templateOf(level.out)))
    }
    add('}'.repeat(braces))
  }
  add(text.slice(at))
  // An open piece becomes text again, without its braces.
  while (levels.length > 1) {
    const level = levels.pop() as Level
    add(level.out)
  }
  return levels[0]?.out ?? ''
}

/** `{{{1|default}}}` outside a template shows its default. */
const defaultOf = (text: string): string => text.slice(text.indexOf('|') + 1 || text.length)

function templateOf(text: string): WikitextToken {
  const [name = '', ...rest] = splitBars(text)
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const parameter of rest) {
    const equals = parameter.indexOf('=')
    const key = parameter.slice(0, equals).trim()
    // An address holds an equals sign, and is no name.
    if (equals > 0 && key.length < 60 && !/[\uE000[\]<:/]/.test(key)) {
      const value = parameter.slice(equals + 1).trim()
      if (/^\d+$/.test(key)) positional[Number(key) > 50 ? 50 : Number(key) - 1] = value
      else named.set(key.toLowerCase(), value)
    } else positional.push(parameter.trim())
  }
  return {
    kind: 'template',
    name: name.trim().replace(/_/g, ' '),
    parameters: { positional: Array.from(positional, (value) => value ?? ''), named },
  }
}

/** At bars outside links. */
function splitBars(text: string): readonly string[] {
  const parts: string[] = ['']
  let links = 0
  for (const part of text.split(/(\[\[|\]\]|\|)/)) {
    if (part === '[[') links++
    else if (part === ']]') links = Math.max(0, links - 1)
    if (part === '|' && links === 0) parts.push('')
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${part}`
  }
  return parts
}
