/** `> [!NOTE]`, `> [!WARNING]` and `> [!STAFF]`: block quotes that are boxes of our own. */
import type { Blockquote as Quotation } from 'mdast'
import type { Blockquote } from '../../src-library/model/block.ts'
import type { Report } from '../diagnostics.ts'
import type { At } from '../1-read/text.ts'

const tones: ReadonlyMap<string, Blockquote['tone']> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['STAFF', 'staff'],
])

/** The tone of a block quote, and its content without the line that said so. */
export function readBox(
  node: Quotation,
  at: At,
  report: Report,
): { readonly tone: Blockquote['tone']; readonly children: Quotation['children'] } {
  const [first, ...rest] = node.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const match = text?.type === 'text' ? /^\[!([A-Za-z]+)\][ \t]*(?:\r\n|\n|\r|$)/.exec(text.value) : null
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !match) {
    return { tone: 'quote', children: node.children }
  }
  const tone = tones.get((match[1] ?? '').toUpperCase())
  if (!tone) {
    report(
      'unknown-box',
      at,
      `There is no box \`${match[0].trim()}\`; this stays a quotation.`,
      'Known are > [!NOTE], > [!WARNING] and > [!STAFF].',
    )
    return { tone: 'quote', children: node.children }
  }
  const value = text.value.slice(match[0].length)
  const children = [...(value === '' ? [] : [{ ...text, value }]), ...first.children.slice(1)]
  return { tone, children: children.length === 0 ? rest : [{ ...first, children }, ...rest] }
}
