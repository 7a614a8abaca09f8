/**
 * Where a pack of the reader's own documents lies: in `own/<id>` of the user's data, apart from installed packs.
 *
 *     source/     the folder of Markdown; any editor may change it, and what is on the disk is the truth
 *     came/       the bytes of each document as it came, under numbers
 *     work/       what is known of each document besides, by the same numbers
 *     work.json   what is known of the pack besides
 *     compiled/   the pack as the library shows it
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

export const ownIn = (userData: string): string => join(userData, 'own')

export const settingsPath = 'pack.json'
export const sourcesPath = 'sources.yaml'

export const sourceIn = (folder: string): string => join(folder, 'source')
export const cameIn = (folder: string): string => join(folder, 'came')
export const workIn = (folder: string): string => join(folder, 'work')
export const compiledIn = (folder: string): string => join(folder, 'compiled')

/** No shipped pack is called so, and none that is installed while an own one is. */
export const isOwnId = (id: string): boolean => /^own-[0-9a-f]{8}$/.test(id)
export const newOwnId = (): string => `own-${randomBytes(4).toString('hex')}`

/** Packs of own documents on one computer, and documents of one. */
export const mostPacks = 100
export const mostDocuments = 2_000
/** Bytes of a document as it comes. */
export const largestDocument = 100 * 1024 ** 2
