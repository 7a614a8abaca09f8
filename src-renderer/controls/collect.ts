/** Puts a section on the print list, or takes it off, and says which: for the button beside it and for the key. */
import type { Position } from '../state/position.svelte.ts'
import type { Words } from '../messages/words.ts'
import type { Shell } from '../window/shell.ts'
import type { Library } from '../state/library.svelte.ts'
import type { ListedSection } from '../state/listitems.ts'
import { listedSection } from './listed.ts'

export async function toggleListed(
  { library, printList, announce }: Pick<Shell, 'library' | 'printList' | 'announce'>,
  words: Words,
  address: Position,
): Promise<void> {
  const listed = await recordOf(library, address)
  if (listed === null) return announce(words.reading.damaged)
  if (printList.has(listed)) {
    printList.remove(listed)
    announce(words.printList.removed(listed.title))
  } else if (printList.add(listed)) {
    announce(words.printList.added(listed.title, printList.sections.length))
  } else announce(words.printList.full)
}

/** Null for a section that can't be read. */
export async function recordOf(
  library: Pick<Library, 'article'>,
  { pack, article, anchor }: Position,
): Promise<ListedSection | null> {
  const read = await library.article(pack, article)
  const section = read.ok && read.value.sections.find((one) => one.anchor === anchor)
  return read.ok && section ? listedSection(pack, read.value, section) : null
}
