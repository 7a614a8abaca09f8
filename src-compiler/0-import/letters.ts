/** The letters of a document after it was read: those of an old font are mended, and those that are lost are named. */
import type { ElementContent, Root, RootContent } from 'hast'
import { withoutUnseen } from './decode.ts'
import type { Draft, Remark } from './draft.ts'
import { shownText } from './ledger.ts'
import { mendOldFont } from './oldfonts.ts'

export function withLetters(read: Draft): Draft {
  const draft = {
    ...read,
    title: read.title === null ? null : withoutUnseen(read.title),
    tree: withoutUnseenIn(read.tree),
    ...(read.whole && { whole: withoutUnseenIn(read.whole) }),
  }
  const whole = draft.whole ?? draft.tree
  const mended = mendOldFont(whole)
  if (!mended) return { ...draft, remarks: [...draft.remarks, ...lostLetters(shownText(whole))] }
  const { mend, tree, remarks } = mended
  const told = draft.remarks.map(({ text, words, ...remark }) => ({
    ...remark,
    text: words === undefined ? text : mend(text),
    ...(words !== undefined && { words: mend(words) }),
  }))
  return {
    ...draft,
    title: draft.title === null ? null : mend(draft.title),
    tree: tree(draft.tree),
    ...(draft.whole && { whole: tree(draft.whole) }),
    remarks: [...told, ...remarks],
  }
}

function withoutUnseenIn(root: Root): Root {
  const walk = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type === 'text') return { ...node, value: withoutUnseen(node.value) }
    return node.type === 'element' ? { ...node, children: node.children.map(walk) } : node
  }
  return { ...root, children: root.children.map(walk) }
}

/** One question mark in a word may be a slip; in three words, a program wrote it for a letter that it did not know. */
const fewestLost = 3

/** UTF-16 units around a lost letter that are shown. */
const longestPart = 20

function lostLetters(text: string): readonly Remark[] {
  const words = [...text.matchAll(/(?<=\p{L})\?(?=\p{Ll})|\ufffd/gu)].flatMap(({ index }) => {
    const before = /[^\s(“”"]*$/.exec(text.slice(Math.max(0, index - longestPart), index))?.[0] ?? ''
    const after = /^[^\s)“”".,;]*/.exec(text.slice(index, index + longestPart))?.[0] ?? ''
    return /[/=&@]/.test(before + after) ? [] : [before + after]
  })
  const isSure = words.some((word) => word.includes('\ufffd')) || words.length >= fewestLost
  if (!isSure) return []
  const first = [...new Set(words)].slice(0, 3).map((word) => `“${word}”`)
  return [
    {
      code: 'letters-lost',
      text: `Letters were lost before this file was made, in ${words.length} ${words.length === 1 ? 'place' : 'places'}: ${first.join(', ')}. Look them up in the original.`,
    },
  ]
}
