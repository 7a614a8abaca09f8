/** What views of the page may use: the services of the window, each taken from here by the view that needs it. */
import { getContext, setContext } from 'svelte'
import type { Content } from '../../src-bridge/content.ts'
import type { Bridge } from '../../src-bridge/contract.ts'
import type { Calls } from '../state/calls.svelte.ts'
import type { Keeping } from '../state/keeping.svelte.ts'
import type { ListKeeping } from '../state/listkeeping.ts'
import type { PrintList } from '../state/printlist.svelte.ts'
import type { SearchClient } from '../engine/client.ts'
import type { Library } from '../state/library.svelte.ts'
import type { Navigation } from '../state/navigation.svelte.ts'
import type { SettingsState } from '../state/settings.svelte.ts'
import type { DroppedDocuments } from '../state/droppeddocuments.svelte.ts'
import type { PackRequests } from '../state/packrequests.svelte.ts'
import type { ReadingPosition } from '../state/position.svelte.ts'
import type { ViewCommands } from '../state/viewcommands.ts'

/** Built once: these outlive a change of language. */
export type Services = {
  readonly bridge: Bridge
  readonly content: Content
  readonly settings: SettingsState
  readonly library: Library
  readonly navigation: Navigation
  readonly search: SearchClient
  readonly printList: PrintList
  /** Read when it is first asked for. */
  readonly listKeeping: () => Promise<ListKeeping>
  readonly keeping: Keeping
}

export type Shell = Services & {
  readonly calls: Calls
  readonly packs: PackRequests
  readonly documents: DroppedDocuments
  readonly position: ReadingPosition
  readonly views: ViewCommands
  /** Says something to a reader who may not see it, and briefly shows it. */
  readonly announce: (sentence: string) => void
  /** Only for a reader who may not see it: it is on screen already. */
  readonly speak: (sentence: string) => void
  /** Draws the page again in the chosen language. */
  readonly redraw: () => Promise<void>
}

const key = Symbol('shell')

export const provideShell = (shell: Shell): Shell => setContext(key, shell)
export const useShell = (): Shell => getContext<Shell>(key)
