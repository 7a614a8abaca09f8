/**
 * Keeps the print list on this computer, if the reader wants it, and tells main how many sections would be lost if the
 * window closed now. Without consent the list lives until the window closes.
 */
import type { Bridge } from '../../src-bridge/contract.ts'
import { fewSections, type KeptItem } from '../../src-bridge/kept.ts'
import { longestOrganisation, plainCover, type CoverDetails } from '../../src-library/model/print.ts'
import { between, isSection, withoutId, type ListedItem, type ListVersion } from './listitems.ts'
import type { PrintList } from './printlist.svelte.ts'
import type { SettingsState } from './settings.svelte.ts'

/** Milliseconds without a change before the list is written. */
const rest = 400

export class ListKeeping {
  readonly #bridge: Pick<Bridge, 'call'>
  readonly #settings: Pick<SettingsState, 'current' | 'change'>
  readonly #list: PrintList
  #waiting: ReturnType<typeof setTimeout> | null = null
  #reportedSections = 0

  constructor(
    bridge: Pick<Bridge, 'call'>,
    settings: Pick<SettingsState, 'current' | 'change'>,
    list: PrintList,
  ) {
    this.#bridge = bridge
    this.#settings = settings
    this.#list = list
  }

  /** Takes the kept list, and follows every change from then on. */
  async load(): Promise<void> {
    this.#list.onchange = () => this.#changed()
    // Main may remember the list of a page that was here before this one.
    void this.#bridge.call('window.unsaved', { sections: 0 })
    const kept = await this.#bridge.call('list.read', null)
    if (!kept.ok || kept.value.entries.length === 0) return this.#changed()
    // Sections that the reader added meanwhile follow those that were kept.
    const added = this.#list.sections
    this.#list.restore(listOfKept(kept.value.entries), coverOfKept(kept.value.entries))
    this.#list.addAll(added)
  }

  /** `session` takes the list off the disk; it stays until the window closes. */
  async choose(choice: 'keep' | 'session'): Promise<void> {
    // The list is on the disk before the question goes: *What is kept* shows it at once.
    if (choice === 'keep') await this.#write()
    await this.#settings.change({ printList: choice })
    if (choice === 'session' && (await this.#remove())) this.#tell()
  }

  /** The file is gone: so is the list, with all its steps. */
  removed(): void {
    this.#list.restore(null)
    this.#tell()
  }

  #changed(): void {
    this.#tell()
    if (this.#settings.current.printList !== 'keep') return
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#write(), rest)
  }

  async #write(): Promise<void> {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = null
    const version = this.#list.now
    const { organisation, logo } = this.#list.cover
    const isEmpty = version.items.length === 0 && version.title === '' && organisation === '' && logo === null
    const written = isEmpty ? await this.#remove() : await this.#store(version)
    if (written) this.#list.saved(version)
    this.#tell()
  }

  async #store(version: ListVersion): Promise<boolean> {
    const answer = await this.#bridge.call('list.write', keptItemsOf(version, this.#list.cover))
    return answer.ok
  }

  async #remove(): Promise<boolean> {
    const answer = await this.#bridge.call('kept.remove', { part: 'printList' })
    return answer.ok
  }

  #tell(): void {
    const sections = this.#list.isSaved ? 0 : this.#list.sections.length
    // Main asks about more than a few: of fewer it need not know.
    const reportedSections = sections > fewSections ? sections : 0
    if (reportedSections === this.#reportedSections) return
    this.#reportedSections = reportedSections
    void this.#bridge.call('window.unsaved', { sections: reportedSections })
  }
}

export function keptItemsOf(
  { title, preset, items }: ListVersion,
  { organisation, logo }: CoverDetails = plainCover,
): KeptItem[] {
  return [
    {
      kind: 'about',
      title,
      preset,
      ...(organisation === '' ? {} : { organisation }),
      ...(logo === null ? {} : { logo }),
    },
    ...items.map((item) => (isSection(item) ? item : withoutId(item))),
  ]
}

export function coverOfKept(entries: readonly KeptItem[]): CoverDetails {
  const about = entries.find((one) => one.kind === 'about')
  return { organisation: about?.organisation?.slice(0, longestOrganisation) ?? '', logo: about?.logo ?? null }
}

export function listOfKept(entries: readonly KeptItem[]): ListVersion {
  const about = entries.find((one) => one.kind === 'about')
  const items = entries.flatMap((one): readonly ListedItem[] => {
    if (one.kind === 'about') return []
    return [one.kind === 'section' ? one : between(one)]
  })
  return { title: about?.title ?? '', preset: about?.preset ?? 'briefing', items }
}
