/** How blocks of a dossier are drawn: its sources, notes and links already carry the document's own numbers and ids. */
import { libraryFolder, type Content } from '../../../src-bridge/content.ts'
import Address from '../../blocks/Address.svelte'
import { hasPaperPieces, shortAddress } from '../../blocks/addressparts.ts'
import type { Drawing } from '../../blocks/drawing.ts'
import PaperText from '../../blocks/PaperText.svelte'
import { documentArticle, referenceArticle } from '../dossier/renumbering.ts'
import CrossReference from './CrossReference.svelte'

export const sourceElement = (number: number | string): string => `source-${number}`
export const noteElement = (number: number | string): string => `note-${number}`

export function drawingOnPaper(content: Pick<Content, 'picture'>): Drawing {
  return {
    medium: 'paper',
    paper: {
      Text: PaperText,
      Address,
      hasPieces: hasPaperPieces,
      shortAddress,
      Reference: CrossReference,
      isReference: (article) => article === referenceArticle,
    },
    citationNumber: Number,
    source: () => null,
    noteNumber: Number,
    href: (target) => {
      if (target.kind === 'address') return webAddress(target.address)
      return target.article === documentArticle ? `#${target.anchor}` : null
    },
    citationHref: (source) => `#${sourceElement(source)}`,
    noteHref: (note) => `#${noteElement(note)}`,
    fileAddress: (path) => content.picture(libraryFolder + path),
    id: (name) => name,
  }
}

/** An address that a PDF may carry as a link: of the web or of mail. Anything else stays words. */
export function webAddress(address: string): string | null {
  return /^(?:https?|mailto):/iu.test(address) && canParse(address) ? address : null
}

/** `URL.canParse`, which the browsers of the USB edition may not have. */
function canParse(address: string): boolean {
  try {
    return new URL(address).href !== ''
  } catch {
    return false
  }
}
