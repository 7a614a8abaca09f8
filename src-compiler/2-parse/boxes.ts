/** `> [!NOTE]`, `> [!WARNING]` and `> [!STAFF]`: block quotes that are boxes of our own. */
import type { Blockquote as Quotation, Paragraph, PhrasingContent } from 'mdast'
import type { Blockquote } from '../../src-library/model/block.ts'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'

const tones: ReadonlyMap<string, Blockquote['tone']> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['STAFF', 'staff'],
])

/** The sign, which may be followed by a title as in `> [!NOTE] Opening hours`. */
const sign = /^\[!([A-Za-z]+)\][-+]?[ \t\u00a0]*/

/** The tone of a block quote, and its content without the sign; words behind the sign are the box's title. */
export function readBox(
  node: Quotation,
  at: TextRange,
  { report, said, text: source }: Conversion,
): { readonly tone: Blockquote['tone']; readonly children: Quotation['children'] } {
  const [first, ...rest] = node.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  // Not behind a backslash.
  const isSign = text?.type === 'text' && source.text.startsWith('[!', text.position?.start.offset)
  const match = isSign ? sign.exec(text.value) : null
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !match) {
    return { tone: 'quote', children: node.children }
  }
  said.add(text.position?.start.offset ?? at.start)
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
  const { title, body } = splitLine([
    ...(value === '' ? [] : [{ ...text, value }]),
    ...first.children.slice(1),
  ])
  const paragraphs: Paragraph[] = [
    ...(title.length === 0 ? [] : [{ ...first, children: [{ type: 'strong' as const, children: title }] }]),
    ...(body.length === 0 ? [] : [{ ...first, children: body }]),
  ]
  return { tone, children: [...paragraphs, ...rest] }
}

/** The content of the first line, and the content after it. */
function splitLine(children: readonly PhrasingContent[]): {
  readonly title: PhrasingContent[]
  readonly body: PhrasingContent[]
} {
  const position = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && /[\r\n]/.test(child.value)),
  )
  const ending = children[position]
  if (!ending) return { title: [...children], body: [] }
  const [, before = '', after = ''] =
    ending.type === 'text' ? (/^([^\r\n]*)(?:\r\n|\n|\r)([\s\S]*)$/.exec(ending.value) ?? []) : []
  const piece = (value: string): PhrasingContent[] =>
    ending.type === 'text' && value !== '' ? [{ ...ending, value }] : []
  return {
    title: [...children.slice(0, position), ...piece(before.trimEnd())],
    body: [...piece(after), ...children.slice(position + 1)],
  }
}
