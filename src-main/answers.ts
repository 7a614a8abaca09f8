/** One answer for each call of the contract: one that is missing does not compile. */
import type { AboutApp, Answers } from '../src-bridge/contract.ts'
import type { Bookmark, KeptItem, Stop } from '../src-bridge/kept.ts'
import { failure, success } from '../src-library/model/outcome.ts'
import type { FileKind, OpenedKind } from '../src-bridge/files.ts'
import type { SaveTarget } from './files/readersfile.ts'
import { openText, saveText, type ChooseToOpen, type ChooseToSave } from './files/textfiles.ts'
import { ownAnswers, type ChooseOwn } from './own/answers.ts'
import type { OwnPacks } from './own/packs.ts'
import type { Installer } from './packs/installer.ts'
import { offerFrom } from './packs/offer.ts'
import type { WaitingPack } from './packs/waiting.ts'
import type { Prints } from './printing/prints.ts'
import { savePdf } from './printing/save.ts'
import { listKept } from './userdata/kept.ts'
import type { ListStore } from './userdata/liststore.ts'
import type { SettingsStore } from './userdata/settings.ts'
import type { BoundsStore } from './windows/boundsstore.ts'

type Dependencies = {
  readonly about: AboutApp
  /** Puts plain text on the clipboard; may throw. */
  readonly copy: (text: string) => void | Promise<void>
  readonly settings: SettingsStore
  /** The new settings hold already; they are being kept. */
  readonly settingsChanged: () => void
  readonly bookmarks: ListStore<Bookmark>
  readonly stops: ListStore<Stop>
  readonly printList: ListStore<KeptItem>
  /** So many sections would be lost if the window closed now. */
  readonly unsaved: (sections: number) => void
  /** Hide screen covers the page, or no longer does. */
  readonly covered: (covered: boolean) => void
  readonly placements: Pick<BoundsStore, 'onDisk' | 'remove'>
  readonly prints: Prints
  readonly offered: () => SaveTarget
  /** Today, as an ISO day. */
  readonly today: () => string
  readonly packs: Installer
  readonly own: OwnPacks
  readonly chooseOwn: ChooseOwn
  readonly waiting: WaitingPack
  /** Asks for a pack file to open; null when the reader cancels. */
  readonly choosePack: () => Promise<string | null>
  readonly choosePdf: ChooseToSave
  readonly chooseText: (kind: FileKind) => ChooseToSave
  readonly chooseTextToOpen: (kind: OpenedKind) => ChooseToOpen
}

export function answersFrom(dependencies: Dependencies): Answers {
  const { settings, bookmarks, stops, printList, placements, prints, packs, waiting } = dependencies
  const kept = { settings, window: placements, bookmarks, stops, printList }
  return {
    'app.about': () => Promise.resolve(success(dependencies.about)),

    'clipboard.write': async ({ text }) => {
      try {
        await dependencies.copy(text)
        return success(null)
      } catch {
        return failure({ kind: 'refused' })
      }
    },

    'settings.read': () => Promise.resolve(success(settings.stored)),
    'settings.write': (changed) => {
      const written = settings.write(changed)
      dependencies.settingsChanged()
      return written
    },

    'bookmarks.read': () => Promise.resolve(success(bookmarks.stored)),
    'bookmarks.write': (entries) => bookmarks.write(entries),
    'stops.read': () => Promise.resolve(success(stops.stored)),
    'stops.write': (entries) => stops.write(entries),

    'list.read': () => Promise.resolve(success(printList.stored)),
    'list.write': (entries) => printList.write(entries),
    'window.unsaved': ({ sections }) => {
      dependencies.unsaved(sections)
      return Promise.resolve(success(null))
    },

    'window.covered': ({ covered }) => {
      dependencies.covered(covered)
      return Promise.resolve(success(null))
    },

    'kept.list': async () => success(await listKept(kept)),
    'kept.remove': async ({ part }) => {
      const removed = await kept[part].remove()
      if (part === 'settings') dependencies.settingsChanged()
      return removed
    },

    'file.save': ({ kind, text }) =>
      saveText(kind, text, dependencies.offered(), dependencies.chooseText(kind)),
    'file.open': ({ kind }) => openText(dependencies.offered().folder, dependencies.chooseTextToOpen(kind)),

    'packs.list': async () => success(await packs.list()),
    'packs.waiting': () => Promise.resolve(success(waiting.isThere)),
    'packs.offer': ({ from }) => offerFrom(from, dependencies),
    'packs.drop': (dropped) => ('size' in dropped ? packs.begin(dropped.size) : packs.add(dropped.bytes)),
    'packs.cancel': async () => {
      await packs.cancel()
      return success(null)
    },
    'packs.change': (change) => packs.change(change),
    'packs.check': async ({ pack }) => success(await packs.check(pack)),

    ...ownAnswers(dependencies.own, dependencies.chooseOwn, dependencies.offered, dependencies.today),

    'print.prepare': (job) => prints.prepare(job),
    'print.cancel': () => {
      prints.cancel()
      return Promise.resolve(success(null))
    },
    'print.save': ({ id }) => {
      const bytes = prints.bytesOf(id)
      return bytes === null
        ? Promise.resolve(failure({ kind: 'expired', detail: '' }))
        : savePdf(bytes, dependencies.offered(), dependencies.choosePdf, prints.nameOf(id))
    },
    'print.paper': (job) => prints.paper(job),
  }
}
