/** What follows the parts of a document, in order, with the ids that its contents point to. */
import type { Dossier } from '../dossier/dossier.ts'

export type EndSection = { readonly id: string; readonly name: 'notes' | 'sources' }

export function endSections({ notes, sources, sourceList }: Dossier): readonly EndSection[] {
  return [
    ...(notes.length > 0 ? [{ id: 'end-notes', name: 'notes' } as const] : []),
    ...(sourceList && sources.length > 0 ? [{ id: 'end-sources', name: 'sources' } as const] : []),
  ]
}
