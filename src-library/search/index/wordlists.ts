/** Which sections are lists of words: they hold every word that is searched and answer no question. */
import type { Block } from '../../model/block.ts'
import type { Inline } from '../../model/inline.ts'
import { textOfBlock, textOfBlocks } from '../../model/text.ts'

/** Share of a section's text from which on its lists of words are what it is. */
const most = 0.6

/** Whether a section is mostly definitions, or tables of words in several languages. */
export function isWordList(blocks: readonly Block[]): boolean {
  const all = textOfBlocks(blocks).length
  const listed = blocks.filter(listsWords).reduce((sum, block) => sum + textOfBlock(block).length, 0)
  return all > 0 && listed / all >= most
}

function listsWords(block: Block): boolean {
  if (block.kind === 'definition') return true
  if (block.kind !== 'table') return false
  const cells = block.rows.flat()
  return cells.length > 0 && cells.filter((cell) => cell.some(isForeign)).length * 2 >= cells.length
}

const isForeign = (inline: Inline): boolean => inline.kind === 'foreign'
