/**
 * `[İnsan alveri]{lang=az}`: words in another language. To Markdown this is
 * text, possibly with inlines between the brackets; here they become one inline.
 */
import { isLanguageTag } from '../../src-library/format/scalars.ts'
import type { Conversion } from './conversion.ts'
import type { ParsedInline } from './tree.ts'

const closing = /\]\{\s*lang\s*=\s*([^{}]*?)\s*\}/

/** A backslash before one of the brackets or the brace. */
const escaped = /\\\[[^[\]\n]*\]\{\s*lang|\\\]\{\s*lang|\]\\\{\s*lang/

/** Siblings, with every bracketed run that is followed by `{lang=…}` made one inline, from left to right. */
export function withForeignWords(
  siblings: readonly ParsedInline[],
  { text, report }: Pick<Conversion, 'text' | 'report'>,
): readonly ParsedInline[] {
  const done: ParsedInline[] = []
  let rest = [...siblings]
  let item: ParsedInline | undefined
  while ((item = rest.shift())) {
    const match = item.kind === 'text' ? closing.exec(item.value) : null
    if (item.kind === 'text' && match && escaped.test(text.text.slice(item.at.start, item.at.end))) {
      done.push(item)
      continue
    }
    if (item.kind !== 'text' || !match) {
      done.push(item)
      continue
    }
    const { at, value } = item
    done.push({ kind: 'text', at, value: value.slice(0, match.index) })
    const language = match[1] ?? ''
    const children = takeBracketed(done)
    if (children && isLanguageTag(language)) {
      done.push({ kind: 'foreign', at, language, children })
    } else {
      const message = children
        ? `\`${language}\` is no language tag.`
        : '`{lang=…}` does not follow words in brackets.'
      report('bad-attribute', text.find(match[0], at), message, 'Write [İnsan alveri]{lang=az}.')
    }
    rest = [{ kind: 'text', at, value: value.slice(match.index + match[0].length) }, ...rest]
  }
  return done.filter((one) => one.kind !== 'text' || one.value !== '')
}

/** Takes what follows the last open bracket off the list, the bracket too; null and the list untouched if there is none. */
function takeBracketed(items: ParsedInline[]): readonly ParsedInline[] | null {
  let closed = 0
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.kind !== 'text') continue
    for (let j = item.value.length - 1; j >= 0; j--) {
      if (item.value[j] === ']') closed++
      if (item.value[j] !== '[' || closed-- > 0) continue
      const inside = [{ ...item, value: item.value.slice(j + 1) }, ...items.slice(i + 1)]
      items.splice(i, items.length, { ...item, value: item.value.slice(0, j) })
      return inside.filter((one) => one.kind !== 'text' || one.value !== '')
    }
  }
  return null
}
