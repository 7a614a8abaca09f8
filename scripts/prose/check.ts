/** Checks prose sentence by sentence against the house's vocabulary and for words that are repeated by mistake. */
import retextEnglish from 'retext-english'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import type { Root, Sentence } from 'nlcst'
import { VFile } from 'vfile'
import { proseOf } from './texts.ts'
import { vocabulary } from './vocabulary.ts'

/** The sentences of a text, with their offsets. */
function sentencesOf(tree: Root): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  const visit = (node: Root | Root['children'][number] | Sentence): void => {
    if (node.type === 'SentenceNode') {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start !== undefined && end !== undefined) found.push({ start, end })
    } else if (node.type === 'RootNode' || node.type === 'ParagraphNode') {
      for (const child of node.children) visit(child)
    }
  }
  visit(tree)
  return found
}

/** Reports each use of a word or turn of the vocabulary. The offset of a match is kept although lines are joined. */
function houseVocabulary() {
  return (tree: Root, file: VFile): void => {
    const text = String(file)
    for (const { start, end } of sentencesOf(tree)) {
      const { joined, offsets } = joinLines(text.slice(start, end))
      for (const { id, pattern, advice } of vocabulary) {
        for (const match of joined.matchAll(pattern)) {
          const at = start + (offsets[match.index] ?? 0)
          const before = text.slice(0, at).split('\n')
          file.message(`“${match[0].trim()}”: ${advice}`, {
            place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: at },
            source: 'house',
            ruleId: id,
          })
        }
      }
    }
  }
}

/** White space becomes one space; `offsets[i]` is where the character `i` was. */
export function joinLines(text: string): { readonly joined: string; readonly offsets: readonly number[] } {
  let joined = ''
  const offsets: number[] = []
  for (const { 0: part, index } of text.matchAll(/\s+|\S+/g)) {
    const written = /^\s/.test(part) ? ' ' : part
    for (let at = 0; at < written.length; at++) offsets.push(index + at)
    joined += written
  }
  return { joined, offsets }
}

const checker = unified().use(retextEnglish).use(retextRepeatedWords).use(houseVocabulary)

/** Everything that is found in a file, as messages of the returned file; null if it has no prose. */
export function checkProse(path: string, source: string): VFile | null {
  const prose = proseOf(path, source)
  if (prose === null) return null
  const file = new VFile({ path, value: prose })
  checker.runSync(checker.parse(file), file)
  return file
}
