/** The ledger: every word that a document shows is in the result, or in a remark on what was left out. */
import type { Nodes as HastNodes } from 'hast'
import type { Nodes as MdastNodes } from 'mdast'
import type { Remark } from './draft.ts'

/** The words of `shown`, one by one, that neither `kept` nor the remarks hold. A word shown twice must be there twice. */
export function lostWords(shown: string, kept: string, remarks: readonly Remark[]): readonly string[] {
  const all = [kept, ...remarks.map(({ text, words }) => words ?? text)].join(' ')
  const counts = new Map<string, number>()
  for (const word of wordsIn(all)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const missing = wordsIn(shown).filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
  if (missing.length === 0) return []
  // A word may have been parted or joined by a mark within it: H₂O is one word or three.
  const joined = wordsIn(all).join('')
  return missing.filter((word) => !joined.includes(word))
}

const wordsIn = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

export const inlineTags: ReadonlySet<string> = new Set(
  'a abbr b cite code del em i ins kbd mark q s small span strong sub sup u wbr'.split(' '),
)

/** All words of an HTML tree, those that images say among them. */
export function shownText(node: HastNodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'img') return ` ${String(node.properties['alt'] ?? '')} `
  if (!('children' in node)) return ''
  const inner = node.children.map(shownText).join('')
  return node.type === 'element' && inlineTags.has(node.tagName) ? inner : ` ${inner} `
}

const inlineKinds = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'html'])

/** All words of a Markdown tree. */
export function keptText(node: MdastNodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if (node.type === 'image') return ` ${node.alt ?? ''} `
  const inner = 'children' in node ? node.children.map(keptText).join('') : ''
  return inlineKinds.has(node.type) ? inner : ` ${inner} `
}
