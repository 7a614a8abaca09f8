/** Puts a section on the print list, or takes it off, and says which: for the button beside it and for the key. */
import type { Position } from '../state/position.svelte.ts'
import type { Words } from '../messages/words.ts'
import type { Shell } from '../window/shell.ts'
import { listedSection } from './listed.ts'

export async function toggleListed(
  { library, printList, announce }: Pick<Shell, 'library' | 'printList' | 'announce'>,
  words: Words,
  address: Position,
): Promise<void> {
  const read = await library.article(address.pack, address.article)
  const section = read.ok && read.value.sections.find(({ anchor }) => anchor === address.anchor)
  if (!read.ok || !section) return announce(words.reading.damaged)
  const listed = listedSection(address.pack, read.value, section)
  if (printList.has(listed)) {
    printList.remove(listed)
    announce(words.printList.removed(listed.title))
  } else if (printList.add(listed)) {
    announce(words.printList.added(listed.title, printList.sections.length))
  } else announce(words.printList.full)
}
