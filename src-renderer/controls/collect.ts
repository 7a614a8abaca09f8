/** Puts a section on the print list, or takes it off, and says which: for the button beside it and for the key. */
import type { Position } from '../state/position.svelte.ts'
import type { Words } from '../messages/words.ts'
import type { Shell } from '../window/shell.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Library } from '../state/library.svelte.ts'
import type { ListedSection } from '../state/listitems.ts'
import { rememberSection } from '../state/remembered.ts'
import { articleKey } from '../state/versions.ts'
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

/** Puts several sections on the list in one step. A section that can't be read costs no other, and the reader is told. */
export async function collectAll(
  { library, printList, announce }: Pick<Shell, 'library' | 'printList' | 'announce'>,
  words: Words,
  addresses: readonly Position[],
): Promise<void> {
  const found = await Promise.all(addresses.map((address) => recordOf(library, address)))
  const added = printList.addAll(found.filter((one) => one !== null))
  if (added === null) return announce(words.printList.full)
  const unread = found.includes(null) ? ` ${words.reading.damaged}` : ''
  announce(words.printList.addedMany(added) + unread)
}

/** Puts a whole article on the list, in the place of those of its sections that are there. */
export function collectArticle(
  { library, printList, announce }: Pick<Shell, 'library' | 'printList' | 'announce'>,
  words: Words,
  pack: string,
  article: Article,
): void {
  const [lead] = article.sections
  if (!lead) return
  const whole = { ...rememberSection(pack, article, lead), subsections: true }
  const key = articleKey(library, whole)
  printList.exchange(whole, (other) => articleKey(library, other) === key)
  announce(words.printList.added(whole.title, printList.sections.length))
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
