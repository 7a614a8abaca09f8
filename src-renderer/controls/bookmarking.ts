/** Sets a section's bookmark, or takes it away, and says which: for the button beside it and for the key. */
import type { Bookmark } from '../../src-bridge/kept.ts'
import { dayOf } from '../messages/dates.ts'
import type { Words } from '../messages/words.ts'
import type { Shell } from '../window/shell.ts'
import type { Position } from '../state/position.svelte.ts'
import { rememberSection } from '../state/remembered.ts'
import type { Keeping } from '../state/keeping.svelte.ts'

export async function toggleBookmark(
  { library, keeping, announce }: Pick<Shell, 'library' | 'keeping' | 'announce'>,
  words: Words,
  address: Position,
): Promise<void> {
  const read = await library.article(address.pack, address.article)
  const section = read.ok && read.value.sections.find(({ anchor }) => anchor === address.anchor)
  if (!read.ok || !section) return announce(words.reading.damaged)
  const bookmark: Bookmark = {
    ...rememberSection(address.pack, read.value, section),
    added: dayOf(new Date()),
  }
  if (keeping.has(bookmark)) {
    await keeping.remove(bookmark)
    return announce(messageAfter(keeping, words, words.keeping.removed(bookmark.title)))
  }
  const { kind } = await keeping.add([bookmark])
  if (kind === 'full') announce(words.keeping.full)
  if (kind === 'added') announce(messageAfter(keeping, words, words.keeping.added(bookmark.title)))
}

/** The message after an action; if it holds only for now, it says so. */
export function messageAfter(keeping: Keeping, words: Words, done: string): string {
  if (keeping.notKept) return `${done} ${words.keeping.notKept[keeping.notKept]}`
  return keeping.keeps ? done : `${done} ${words.keeping.forNow}`
}
