/**
 * Letters of old Azerbaijani fonts. Before Unicode, fonts such as A3 Times AZ Lat drew today's letters in the places of
 * Cyrillic ones: elsewhere their text is `Азярбайъан`, `Azяrbaycan` or `Azÿrbaycan`. The letters are read back where
 * function words of the language show that the text is of this kind, and a remark says so.
 *
 * One such table was in common use: that of the Russian keyboard. It is the one read here. Other fonts are told by
 * their names (docx) and left as they are.
 */
import type { ElementContent, Root, RootContent } from 'hast'
import { fold } from '../../src-library/search/words/fold.ts'
import { isStopWord } from '../../src-library/search/words/stopwords.ts'
import type { Remark } from './draft.ts'
import { shownText } from './ledger.ts'
import { holdsBlock as isBlock, pieceTexts } from './pieces/came.ts'

const places = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ'
const letters = 'yüukenqşhzxcfıvaproldjgəçsmitğböYÜUKENQŞHZXCFIVAPROLDJGƏÇSMİTĞBÖ'

const ofCyrillic: ReadonlyMap<string, string> = new Map(
  [...places].map((place, i): [string, string] => [place, letters[i] ?? '']),
)

/** The same places where the bytes were read as a page of Latin letters, Western or Turkish. */
const ofLatin = withBytes((byte) => [
  String.fromCharCode(byte),
  new TextDecoder('windows-1254').decode(Uint8Array.of(byte)),
])
/** The same places in a font that calls itself a set of symbols. */
const ofSymbols = withBytes((byte) => [String.fromCharCode(0xf000 + byte)])

function withBytes(written: (byte: number) => readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [place, letter] of ofCyrillic) {
    const byte = (place.codePointAt(0) ?? 0) - 0x410 + 0xc0
    for (const form of written(byte)) map.set(form, letter)
  }
  return map
}

/** From the plainest to the one that reads all. */
const readings: readonly ReadonlyMap<string, string>[] = [
  ofCyrillic,
  ofLatin,
  ofSymbols,
  new Map([...ofCyrillic, ...ofLatin, ...ofSymbols]),
]

const readIn = (text: string, reading: ReadonlyMap<string, string>): string =>
  text.replace(/[^\x00-\x7f]/g, (letter) => reading.get(letter) ?? letter)

/** Fewer words show nothing. */
const fewestWords = 20
/** Of the words, as many must be function words of Azerbaijani. */
const leastShare = 0.14
/** As many times more than before, and than words of Russian. */
const clearly = { before: 1.4, russian: 4 }

type Shares = { readonly az: number; readonly ru: number; readonly words: number }

/** UTF-16 units of a passage that say what it is in. */
const longestPassage = 200_000

function sharesOf(text: string): Shares {
  const words = text.slice(0, longestPassage).match(/[\p{L}\p{M}\uf020-\uf0ff]+/gu) ?? []
  const share = (language: string): number =>
    words.filter((word) => isStopWord(fold(word), [language])).length / Math.max(1, words.length)
  return { az: share('az'), ru: share('ru'), words: words.length }
}

/** Letters that Cyrillic writing of Azerbaijani and of its neighbours has, and these fonts do not. */
const ofOtherWriting = /[әғҝөүҹһјқңұі]/giu

/** How the text is read; null where nothing shows that it is of an old font. */
function readingOf(text: string): ReadonlyMap<string, string> | null {
  const before = sharesOf(text)
  if (before.words < fewestWords) return null
  if ((text.match(ofOtherWriting)?.length ?? 0) > before.words / 20) return null
  let best: { readonly reading: ReadonlyMap<string, string>; readonly az: number } | null = null
  for (const reading of readings) {
    const read = readIn(text, reading)
    const { az } = read === text ? { az: 0 } : sharesOf(read)
    if (az > (best?.az ?? 0)) best = { reading, az }
  }
  if (!best || best.az < leastShare) return null
  return best.az >= before.az * clearly.before && best.az >= before.ru * clearly.russian ? best.reading : null
}

/** UTF-16 units that show what a document is in. */
const longestSample = 200_000

/** The passages that may be in an old font: those in Russian say nothing of the others. */
function telling(passages: readonly string[]): string {
  let sample = ''
  for (const passage of passages) {
    if (sample.length > longestSample) break
    const { ru } = sharesOf(passage)
    if (ru === 0 || ru < sharesOf(readIn(passage, ofCyrillic)).az) sample += `${passage}\n`
  }
  return sample.slice(0, longestSample)
}

export type FontMending = {
  readonly mend: (text: string) => string
  readonly tree: (tree: Root) => Root
  readonly remarks: readonly Remark[]
}

/** How the texts of a document are mended; null where nothing has to be. `whole` is all that it shows. */
export function mendOldFont(whole: Root): FontMending | null {
  if (!/[\u00c0-\u024f\u0400-\u04ff\uf0c0-\uf0ff]/.test(shownText(whole))) return null
  const reading = readingOf(telling(pieceTexts(whole)))
  if (!reading) return null
  let mended = 0
  /** A passage in Russian may stand among the others. */
  const isRussian = (text: string): boolean => sharesOf(text).ru > sharesOf(readIn(text, reading)).az
  const mend = (text: string): string => (isRussian(text) ? text : readIn(text, reading))
  type Node = RootContent | ElementContent
  const walk = <One extends Node>(node: One, isLeft: boolean): One => {
    if (node.type === 'text') return isLeft ? node : { ...node, value: readIn(node.value, reading) }
    if (node.type !== 'element') return node
    const isWhole = isBlock(node) && !node.children.some(isBlock)
    const text = isWhole ? shownText(node) : ''
    const left = isWhole ? isRussian(text) : isLeft
    if (!left && readIn(text, reading) !== text) mended++
    return { ...node, children: node.children.map((child) => walk(child, left)) }
  }
  const tree = (root: Root): Root => ({ ...root, children: root.children.map((child) => walk(child, false)) })
  tree(whole)
  return {
    mend,
    tree,
    remarks: [
      {
        code: 'old-font',
        text: `Letters of an old Azerbaijani font were read as today’s in ${mended} ${mended === 1 ? 'passage' : 'passages'}. Compare them with the original.`,
      },
    ],
  }
}
