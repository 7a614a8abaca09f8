/**
 * The title of the page: which place it is, and never what is read in it. A title
 * shows in task bars, in lists of windows and, in a browser, in its history.
 */
import { assertNever } from '../../src-library/model/never.ts'
import type { Location } from '../state/location.ts'
import type { Words } from '../messages/words.ts'

export function titleOf({ place }: Location, words: Words): string {
  return `${nameOf(place, words)} – ${words.app.name}`
}

function nameOf(place: Location['place'], words: Words): string {
  switch (place) {
    case 'home':
    case 'contents':
    case 'numbers':
    case 'search':
    case 'list':
    case 'settings':
    case 'about':
      return words.places[place]
    case 'packs':
    case 'changes':
      return words.packs[place]
    case 'making':
      return words.packs.making
    case 'kept':
      return words.keeping.title
    case 'reading':
      return words.places.reading
    case 'beside':
      return words.reading.beside
    case 'printing':
    case 'listPreview':
    case 'evidence':
    case 'changesPrint':
      return words.toolbar.print
    case 'unknown':
      return words.reading.notFoundTitle
    default:
      return assertNever(place)
  }
}
