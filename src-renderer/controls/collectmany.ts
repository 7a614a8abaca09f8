/** Puts several sections on the print list at once. Read when it is first needed. */
import type { Article } from '../../src-library/model/article.ts'
import type { Words } from '../messages/words.ts'
import type { Position } from '../state/position.svelte.ts'
import { rememberSection } from '../state/remembered.ts'
import { articleKey } from '../state/versions.ts'
import type { Shell } from '../window/shell.ts'
import { recordOf } from './collect.ts'

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
