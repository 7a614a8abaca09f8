/**
 * Finds markup that was meant and failed. Markdown never refuses anything: it prints the signs of a link whose address
 * contains a space, of a table whose head has a cell too many, and of a `**` that closes nothing. The author gets a
 * message for each, with the place and the remedy. The words stay in the text.
 *
 * The search runs over the source of a paragraph. Understood signs, code, and signs behind a backslash are blotted out
 * first, one for one. So every offset is an offset in the file.
 */
import type { Node, Parent, PhrasingContent } from 'mdast'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'

type Leftover = {
  readonly pattern: RegExp
  /** `what` is the text that matched, on one line. */
  readonly message: (what: string) => string
  readonly remedy: string
}

const blot = '\ufffc'

/** Inside a line of any text. At each place the first match is reported. */
const inLine: readonly Leftover[] = [
  {
    pattern: /\[\^[^[\]\n]*\]/gu,
    message: (what) => `\`${what}\` is no citation and no note: a mark holds one id and nothing else.`,
    remedy: 'Write [^id] alone and the page in the sentence, or \\[ for a bracket that is text.',
  },
  {
    pattern: /\[\^[\p{L}\p{N}._-]+(?=[\s,;:!?)]|$)/gu,
    message: (what) => `\`${what}\` is not closed.`,
    remedy: 'Write ] after the id, or \\[ for a bracket that is text.',
  },
  {
    pattern: /\^\[[^[\]\n]+\]/gu,
    message: (what) => `\`${what}\` is no note here.`,
    remedy: 'Write [^1] in the text, and the note on a line of its own: [^1]: the text.',
  },
  {
    pattern: /\[@[^\]\n]+\]/gu,
    message: (what) => `\`${what}\` is no citation here.`,
    remedy: 'Cite a source of sources.yaml as [^id].',
  },
  {
    pattern: /\[[ \t]*![ \t]*\p{L}+[ \t]*\]/gu,
    message: (what) => `\`${what}\` opens no box here.`,
    remedy: 'Write > [!NOTE] or > [!WARNING] on the first line of a quotation.',
  },
  {
    pattern: /\[![\p{L}]+(?=[ \t]|$)/gmu,
    message: (what) => `\`${what}\` is not closed, and opens no box.`,
    remedy: 'Write ] after the word: > [!NOTE].',
  },
  {
    pattern: /!\[[^[\]\n]*\](?![([])/gu,
    message: (what) => `\`${what}\` is no picture: no address follows it.`,
    remedy: 'Write ![words](figures/name.png), or \\[ for a bracket that is text.',
  },
  {
    pattern: /\[\[[^[\]\n]+\]\]/gu,
    message: (what) => `\`${what}\` is no link here.`,
    remedy: 'Write [words](article#anchor).',
  },
  {
    pattern: /\]\([^()\n]*\)/gu,
    message: (what) => `\`${what}\` makes no link: an address holds no blanks.`,
    remedy: 'Write %20 for each blank, or take them out; for a bracket that is text write \\[.',
  },
  {
    pattern: /\][ \t]+\((?:[a-z][a-z0-9+.-]*:|www\.|#)[^()\s]*\)/giu,
    message: (what) => `\`${what}\` makes no link: there is a blank between its words and its address.`,
    remedy: 'Write [words](address) without a blank between the brackets.',
  },
  {
    pattern: /(?<=\[[^[\]\n]*)\]\[\]/gu,
    message: () => 'This makes no link: no line defines these words with an address.',
    remedy: 'Write [words](address), or \\[ for a bracket that is text.',
  },
  {
    pattern: /\]\[(?!\d+\])[^[\]\n]+\]/gu,
    message: (what) => `\`${what}\` makes no link: no line defines this label with an address.`,
    remedy: 'Write [words](address), or \\[ for a bracket that is text.',
  },
  {
    pattern: /<(?:https?|mailto|tel):[^<>\n]*>/giu,
    message: (what) => `\`${what}\` is no address: it holds a blank.`,
    remedy: 'Write the address without blanks.',
  },
  {
    pattern:
      /\{[ \t]*[#.:][\p{L}\p{N}_-][^{}\n]*\}|\{[ \t]*(?:confidence|as-of|id|class|style|width)[ \t]*=[^{}\n]*\}/giu,
    message: (what) => `\`${what}\` sets nothing here: such braces belong at the end of a heading.`,
    remedy: 'Write ## The heading {#anchor}, or \\{ for a brace that is text.',
  },
  {
    pattern: /\{[ \t]*#[\p{L}\p{N}_-]+[ \t]*$/gmu,
    message: (what) => `\`${what}\` is not closed, and sets nothing.`,
    remedy: 'Write } after the anchor, or \\{ for a brace that is text.',
  },
  {
    pattern: /\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}/gu,
    message: (what) => `\`${what}\` is a sign of another program and puts nothing in here.`,
    remedy: 'Write out what belongs here, or \\{ for a brace that is text.',
  },
  {
    pattern: /^[ \t>]*\[_{0,2}TOC_{0,2}\][ \t]*$/gimu,
    message: (what) => `\`${what.trim()}\` makes no list of contents.`,
    remedy: 'Take it out: the page shows the contents beside the text.',
  },
  {
    pattern: /(?<!\])\{[ \t]*lang[ \t]*=[^{}\n]*\}/giu,
    message: (what) => `\`${what}\` does not follow words in brackets.`,
    remedy: 'Write [İnsan alveri]{lang=az}, without a blank between.',
  },
  {
    pattern: /\*\*(?![\s*])(?:(?!\*\*)[^\n]){1,500}\*\*|\*\*[ \t]+[^\s*][^*\n]*\*\*/gu,
    message: (what) => `\`${what}\` is not set as strong text: the stars stay.`,
    remedy: 'Put the stars directly around the words; for stars that are text write \\*.',
  },
  {
    pattern: /(?<![\p{L}\p{N}*])\*\*(?=[\p{L}\p{N}«“"'(])|(?<=[\p{L}»”"')!?%])\*\*(?!\*)/gu,
    message: () => 'These stars open or close nothing, and stay.',
    remedy: 'Write ** on both sides of the words, in one paragraph; for stars that are text write \\*.',
  },
  {
    pattern: /(?<![\p{L}\p{N}_])__(?=[^\s_])(?:(?!__)[^\n]){1,300}(?<=[^\s_])__(?!_)/gu,
    message: (what) => `\`${what}\` is not set as strong text: the underscores stay.`,
    remedy: 'Write ** instead of __, which can’t stand beside a letter.',
  },
  {
    pattern: /(?<![\p{L}\p{N}_])__(?=\p{L})/gu,
    message: () => 'These underscores open nothing, and stay.',
    remedy: 'Write ** on both sides of the words, in one paragraph; for signs that are text write \\_.',
  },
  {
    pattern: /(?<=[\p{L}\p{N}])~[\p{L}\p{N}+-]{1,5}~(?!~)|(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,5}\^/gu,
    message: (what) => `\`${what}\` is not set low or raised: the signs stay.`,
    remedy: 'Write <sub>2</sub> or <sup>2</sup>.',
  },
  {
    pattern: /(?<![+\p{L}\p{N}])\+\+(?=[^\s+])[^+\n]{1,200}(?<=[^\s+])\+\+(?!\+)/gu,
    message: (what) => `\`${what}\` marks nothing here.`,
    remedy: 'Write **strong** or *emphasis*.',
  },
  {
    pattern: /~~(?:(?!~~)[^\n]){1,300}~~/gu,
    message: (what) => `\`${what}\` is not struck out: the signs stay.`,
    remedy: 'Put ~~ directly around the words; for signs that are text write \\~.',
  },
  {
    pattern: /(?<![\p{L}\p{N}_])_(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])_(?=[\p{L}\p{N}])/gu,
    message: (what) => `\`${what}\` is not set as emphasis: the underscores stay.`,
    remedy: 'Write * instead of _, which can’t stand beside a letter; for a sign that is text write \\_.',
  },
  {
    pattern: /(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?=[\p{L}\p{N}])/gu,
    message: (what) => `\`${what}\` is not set as emphasis: the stars stay.`,
    remedy: 'Write the stars inside the signs, or ** outside; for stars that are text write \\*.',
  },
  {
    pattern: /(?<![=\p{L}\p{N}])==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==(?!=)/gu,
    message: (what) => `\`${what}\` marks nothing here.`,
    remedy: 'Write **strong** or *emphasis*.',
  },
]

/** Quotation signs and blanks before a line of a paragraph. */
const before = '^[ \\t>]*'
const line = (pattern: string, flags = 'gmu'): RegExp => new RegExp(before + pattern, flags)

/** At the beginning of a line of a paragraph. */
const atLineStart: readonly Leftover[] = [
  {
    pattern: line('\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)+\\|?[ \\t]*$'),
    message: () => 'This looks like a table and is none: its head has more or fewer cells than this line.',
    remedy:
      'Give the line of hyphens as many cells as the line above it, with a blank line before the table.',
  },
  {
    pattern: line('\\|[^\\n]*\\|[ \\t]*$'),
    message: () => 'This looks like a row of a table and is none.',
    remedy: 'Put a line such as |---|---| below the head of the table; for a bar that is text write \\|.',
  },
  {
    pattern: line('#{2,}[^\\s#][^\\n]*|#{7,}[ \\t][^\\n]*'),
    message: (what) => `\`${what}\` is no heading.`,
    remedy: 'Write two to six # and a blank before the words.',
  },
  {
    pattern: line(':[ \\t]+\\S'),
    message: () => 'This explains no term: it stays text with a colon.',
    remedy: 'Put the term on one line directly above, with a blank line before it.',
  },
  {
    pattern: line(':[\\p{L}«“"(][^\\n:]*$'),
    message: () => 'This explains no term: it stays text with a colon.',
    remedy: 'Put a blank behind the colon, and the term on one line directly above.',
  },
  {
    pattern: line('\\[[ xX]\\][\\p{L}\\p{N}]'),
    message: () => 'This makes no box to tick.',
    remedy: 'Write - [ ] and a blank before the words; for a bracket that is text write \\[.',
  },
  {
    pattern: line('\\+(?:[-=]{2,}\\+){2,}[ \\t]*$'),
    message: () => 'This looks like a table and is none.',
    remedy: 'Write | Head | Head | on a line, |---|---| below it, and a line with bars for each row.',
  },
  {
    pattern: line('(?::{3,}|!{3}[ \\t]+\\p{L})[^\\n]*'),
    message: (what) => `\`${what}\` opens no box here.`,
    remedy: 'Write > [!NOTE] or > [!WARNING] on the first line of a quotation.',
  },
]

/** Where two lines or more of a paragraph begin so, they were meant to stay lines. */
const linesAlike: readonly Leftover[] = [
  {
    pattern: line('[•·▪◦‣●○■□➢✓–—][ \\t\\u00a0]*\\S'),
    message: () => 'Lines that begin with this sign make no list: they run on in one paragraph.',
    remedy: 'Write - and a blank for each item of a list, or put a blank line between paragraphs.',
  },
  {
    pattern: line('(?:\\(?[\\p{L}\\p{N}]{1,3}\\)|\\p{N}+(?:\\.\\p{N}+)+\\.?)[ \\t]+\\S'),
    message: () => 'Lines that begin so make no list: they run on in one paragraph.',
    remedy: 'Put a blank line between them, or write 1. and a blank for the items of a list.',
  },
  {
    pattern: line('(?:(?:\\p{Ll}|[ivxl]{2,5})\\.|\\p{N}{1,3}:)[ \\t]+\\S'),
    message: () => 'Lines that begin so make no list: they run on in one paragraph.',
    remedy: 'Put a blank line between them, or write 1. and a blank for the items of a list.',
  },
  {
    pattern: line('[^\\t\\n]*\\S\\t+[^\\s][^\\n]*$'),
    message: () => 'Lines with tabs make no table: they run on in one paragraph.',
    remedy: 'Put bars around the cells, and a line such as |---|---| below the first.',
  },
  {
    pattern: line('(?:[-*][\\p{L}«“(\\[]|\\p{N}{1,3}[.)]\\p{L})'),
    message: () => 'Lines that begin so make no list: they run on in one paragraph.',
    remedy: 'Put a blank behind the sign or the number.',
  },
]

/** What all of these have in common, to pass over plain text at once. */
const suspicious =
  /[[\]{*_~=<|^\t]|\+[+=-]|^[ \t>]*(?:[#:!•·▪◦‣●○■□➢✓–—-]|\(?[\p{L}\p{N}]{1,3}\)|\p{N}+[.:]|(?:\p{Ll}|[ivxl]{2,5})\.)/mu

/** Says what of some phrasing content was meant as markup and is text. `isParagraph`: whether lines of it begin where lines of the file do. */
export function reportLeftovers(
  nodes: readonly PhrasingContent[],
  conversion: Conversion,
  isParagraph: boolean,
): void {
  const first = nodes[0]?.position?.start.offset
  const last = nodes.at(-1)?.position?.end.offset
  if (first === undefined || last === undefined) return
  if (!suspicious.test(conversion.text.text.slice(first, last))) return
  const source = visibleSource(nodes, conversion.text.text, { start: first, end: last })
  const reported: TextRange[] = []
  const say = ({ pattern, message, remedy }: Leftover, least = 1): void => {
    const matches = [...source.matchAll(pattern)]
    if (matches.length < least) return
    for (const match of least > 1 ? matches.slice(0, 1) : matches) {
      const skipped = /^[ \t>]*/.exec(match[0])?.[0].length ?? 0
      const start = first + match.index + (isParagraph ? skipped : 0)
      const end = first + match.index + match[0].length
      if (reported.some((one) => start < one.end && one.start < end)) continue
      reported.push({ start, end })
      if (conversion.said.has(start)) continue
      const what = conversion.text.text.slice(start, end)
      conversion.report('markup-as-text', { start, end }, message(shortened(what)), remedy)
    }
  }
  if (isParagraph) {
    const table = atLineStart[0]
    if (table) say(table)
    // One message a table, not one a row.
    for (const one of reported.length > 0 ? atLineStart.slice(2) : atLineStart) say(one)
    for (const one of linesAlike) say(one, 2)
  }
  for (const one of inLine) say(one)
}

const shortened = (text: string): string => {
  const oneLine = text.replace(/\s+/g, ' ')
  return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine
}

/** The source of nodes in a range, with what Markdown understood blotted out. */
function visibleSource(nodes: readonly PhrasingContent[], text: string, at: TextRange): string {
  const pieces: string[] = []
  let position = at.start
  const cover = (from: number, to: number): void => {
    pieces.push(text.slice(position, from), text.slice(from, to).replace(/[^\n]/g, blot))
    position = to
  }
  const walk = (node: Node): void => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined || node.type === 'text') return
    const children = isParent(node) ? node.children : []
    const from = children[0]?.position?.start.offset
    const to = children.at(-1)?.position?.end.offset
    if (from === undefined || to === undefined) return cover(start, end)
    cover(start, from)
    children.forEach(walk)
    cover(to, end)
  }
  nodes.forEach(walk)
  pieces.push(text.slice(position, at.end))
  return pieces.join('').replace(/\\[!-/:-@[-`{-~]/g, blot + blot)
}

const isParent = (node: Node): node is Parent => 'children' in node
