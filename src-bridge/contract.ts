/**
 * The one contract between the page and the system. The table `calls` is at
 * once the list of channels, the preload's allow-list and main's check of what
 * arrives: a call without a check, or without an answer in `src-main/answers.ts`,
 * does not compile. The table `events` is the same for what main tells the page
 * unasked. Content never crosses here: it is read by URL.
 *
 * Answers are outcomes, because an error thrown in main reaches the page as a
 * bare string.
 */
import * as v from 'valibot'
import type { Outcome } from '../src-library/model/outcome.ts'
import type { PrintRequest, SheetLeaf } from '../src-library/model/print.ts'
import {
  bookmarksSchema,
  keptListSchema,
  keptParts,
  stopsSchema,
  type Bookmark,
  type KeptItem,
  type KeptPart,
  type KeptPartOnDisk,
  type Stop,
} from './kept.ts'
import { fileKinds, fileLimit, openedKinds, type FileKind, type OpenedKind } from './files.ts'
import {
  ownAboutSchema,
  ownEditSchema,
  ownPiece,
  ownProgressSchema,
  type AddedFiles,
  type ExportedCopy,
  type OwnAbout,
  type OwnEdit,
  type OwnFailure,
  type OwnLook,
  type OwnPack,
  type OwnPackLine,
  type OwnProblem,
} from './own.ts'
import {
  droppedPiece,
  packOrigins,
  packProgressSchema,
  type OfferedPack,
  type PackChange,
  type PackOrigin,
  type PackRefusal,
  type PackShelf,
} from './packs.ts'
import { id, printRequestSchema, tag } from './printjob.ts'
import { printProgressSchema } from './printprogress.ts'
import {
  keyRequestSchema,
  passphraseSchema,
  type KeyRequest,
  type SignedCopy,
  type SigningFailure,
  type SigningKey,
} from './signing.ts'
import { writtenSettingsSchema, type Settings } from './settings.ts'

const ownPack = v.strictObject({ pack: id })
const ownDocument = v.strictObject({ pack: id, document: id })
const name = v.pipe(v.string(), v.maxLength(1000))

/** A rendered print job: its PDF is at `address` until the next one is prepared. */
export type PreparedPrint = {
  readonly id: string
  /** Where the page reads the PDF's bytes. */
  readonly address: string
  readonly pages: number
  /** The page on which each chosen section begins, 0 for one that is printed with another; empty where it is not known. */
  readonly begins: readonly number[]
  readonly bytes: number
  /** Of a sheet to take home that must fit on one leaf; else null. */
  readonly leaf: SheetLeaf | null
}

export const printFailures = [
  /** A chosen section, article or pack is not there. */
  'not-found',
  /** Cards were asked for, and the chosen sections have no direct answer. */
  'no-card',
  /** The reader's own line is too long for a card. */
  'card-full',
  /** The print view or the engine could not make pages of it. */
  'render',
  'timeout',
  'no-printer',
  'printer',
  /** The PDF could not be written where the reader asked. */
  'write',
  /** The print named by this id has been given up for a newer one. */
  'expired',
  /** Another print was prepared, or the reader cancelled, while this one was being made. */
  'superseded',
  /** This host can't do it: ask `can()` first. */
  'unavailable',
] as const

export type PrintFailure = {
  readonly kind: (typeof printFailures)[number]
  /** The system's own words, for the log line under the sentence; never a path. */
  readonly detail: string
}

/** What came of asking for a file or a printer: cancelling is not a failure. */
export type PrintResult =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'saved'; readonly path: string }
  /** The browser shows the print view and its own dialog; what became of it can't be known. */
  | { readonly kind: 'opened' }

export type AboutApp = { readonly name: string; readonly version: string; readonly shell: string }

export type SaveFailure = {
  readonly kind: 'not-kept'
  /** `newer`: the file was written by a newer Fieldshelf, and is left as it is. */
  readonly reason: 'disk-full' | 'read-only' | 'too-large' | 'newer' | 'unknown'
}

/**
 * How stored data was found. `new`: there was none. `restored`: the file was damaged and its last good
 * copy was taken. `lost`: both were damaged; they are kept aside, and defaults are used. `newer`: a newer
 * Fieldshelf wrote it; it is read as far as it is understood, and not written.
 */
export type StoredState = 'kept' | 'new' | 'restored' | 'lost' | 'newer'

export type StoredSettings = { readonly settings: Settings; readonly state: StoredState }

/** Bookmarks or stops as they were found when the app began, and as they have been changed since. */
export type StoredList<Entry> = { readonly entries: readonly Entry[]; readonly state: StoredState }

export type FileSaved = { readonly kind: 'cancelled' } | { readonly kind: 'saved'; readonly path: string }
export type FileNotSaved = { readonly kind: 'write' }
export type FileOpened = { readonly kind: 'cancelled' } | { readonly kind: 'opened'; readonly text: string }
export type FileNotOpened = { readonly kind: 'unreadable' | 'too-large' }

type Call<Request, Answer> = {
  readonly request: v.GenericSchema<unknown, Request>
  readonly answer: (answer: Answer) => Answer
}
const call = <Request, Answer>(request: v.GenericSchema<unknown, Request>): Call<Request, Answer> => ({
  request,
  answer: (answer) => answer,
})

export const calls = {
  'app.about': call<null, Outcome<AboutApp, never>>(v.null()),
  'clipboard.write': call<{ text: string }, Outcome<null, { kind: 'refused' }>>(
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(200_000)) }),
  ),
  'settings.read': call<null, Outcome<StoredSettings, never>>(v.null()),
  'settings.write': call<Settings, Outcome<null, SaveFailure>>(writtenSettingsSchema),
  'bookmarks.read': call<null, Outcome<StoredList<Bookmark>, never>>(v.null()),
  'bookmarks.write': call<Bookmark[], Outcome<null, SaveFailure>>(bookmarksSchema),
  'stops.read': call<null, Outcome<StoredList<Stop>, never>>(v.null()),
  'stops.write': call<Stop[], Outcome<null, SaveFailure>>(stopsSchema),
  'list.read': call<null, Outcome<StoredList<KeptItem>, never>>(v.null()),
  'list.write': call<KeptItem[], Outcome<null, SaveFailure>>(keptListSchema),
  /** How many sections would be lost if the window closed now; main asks the reader before that. */
  'window.unsaved': call<{ sections: number }, Outcome<null, never>>(
    v.strictObject({ sections: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)) }),
  ),
  /** Whether Hide screen covers the page. Main minimises the window of a page that should say so and does not. */
  'window.covered': call<{ covered: boolean }, Outcome<null, never>>(
    v.strictObject({ covered: v.boolean() }),
  ),
  /** The contents of the disk, read again. */
  'kept.list': call<null, Outcome<readonly KeptPartOnDisk[], never>>(v.null()),
  /** Removes every file of a part: its last good copy and damaged ones too. */
  'kept.remove': call<{ part: KeptPart }, Outcome<null, SaveFailure>>(
    v.strictObject({ part: v.picklist(keptParts) }),
  ),
  /** A file where the reader wants it; the name offered tells nothing of its subject. */
  'file.save': call<{ kind: FileKind; text: string }, Outcome<FileSaved, FileNotSaved>>(
    v.strictObject({ kind: v.picklist(fileKinds), text: v.pipe(v.string(), v.maxLength(fileLimit)) }),
  ),
  'file.open': call<{ kind: OpenedKind }, Outcome<FileOpened, FileNotOpened>>(
    v.strictObject({ kind: v.picklist(openedKinds) }),
  ),
  'packs.list': call<null, Outcome<PackShelf, never>>(v.null()),
  /** Whether a pack file was opened from outside, by a double-click for instance, and waits to be offered. */
  'packs.waiting': call<null, Outcome<boolean, never>>(v.null()),
  /** Copies and checks a pack file: one that the reader chooses in a dialog, that waits, or that was dropped. */
  'packs.offer': call<{ from: PackOrigin }, Outcome<OfferedPack, PackRefusal>>(
    v.strictObject({ from: v.picklist(packOrigins) }),
  ),
  /** A dropped file's length, and then its bytes in order. The page never names a path. */
  'packs.drop': call<{ size: number } | { bytes: Uint8Array }, Outcome<null, PackRefusal>>(
    v.union([
      v.strictObject({ size: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
      v.strictObject({
        bytes: v.pipe(
          v.instance(Uint8Array),
          v.check((bytes) => bytes.length <= droppedPiece),
        ),
      }),
    ]),
  ),
  /** Gives up what is copied, checked or offered. */
  'packs.cancel': call<null, Outcome<null, never>>(v.null()),
  'packs.change': call<PackChange, Outcome<null, PackRefusal>>(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('install'), token: id }),
      v.strictObject({ kind: v.literal('goBack'), pack: id }),
      v.strictObject({ kind: v.literal('remove'), pack: id }),
    ]),
  ),
  /** Reads every byte of a pack once more. */
  'packs.check': call<{ pack: string }, Outcome<'sound' | 'damaged' | 'gone', never>>(
    v.strictObject({ pack: id }),
  ),
  /** Packs of the reader's own documents, the last changed first. */
  'own.list': call<null, Outcome<readonly OwnPackLine[], never>>(v.null()),
  'own.create': call<{ title: string; language: string }, Outcome<OwnPack, OwnFailure>>(
    v.strictObject({ title: name, language: tag }),
  ),
  'own.read': call<{ pack: string }, Outcome<OwnPack, OwnFailure>>(ownPack),
  'own.about': call<{ pack: string; about: OwnAbout }, Outcome<OwnPack, OwnFailure>>(
    v.strictObject({ pack: id, about: ownAboutSchema }),
  ),
  /**
   * Documents that the reader chooses in a dialog. `own.progress` says how far it is. `own.cancel` stops it, and what is in
   * stays in.
   */
  'own.choose': call<{ pack: string; what: 'files' | 'folder' }, Outcome<AddedFiles, OwnFailure>>(
    v.strictObject({ pack: id, what: v.picklist(['files', 'folder']) }),
  ),
  /**
   * A dropped file: its name and length, and then its bytes in order. The page never names a path. The last piece, or
   * the length of an empty file, answers with what became of it; the others with null.
   */
  'own.drop': call<
    { pack: string; file: string; size: number } | { pack: string; bytes: Uint8Array },
    Outcome<AddedFiles | null, OwnFailure>
  >(
    v.union([
      v.strictObject({ pack: id, file: name, size: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
      v.strictObject({
        pack: id,
        bytes: v.pipe(
          v.instance(Uint8Array),
          v.check((bytes) => bytes.length <= ownPiece),
        ),
      }),
    ]),
  ),
  'own.cancel': call<null, Outcome<null, never>>(v.null()),
  'own.look': call<{ pack: string; document: string }, Outcome<OwnLook, OwnFailure>>(ownDocument),
  'own.edit': call<
    { pack: string; document: string; version: number; edit: OwnEdit },
    Outcome<OwnLook, OwnFailure>
  >(
    v.strictObject({
      pack: id,
      document: id,
      version: v.pipe(v.number(), v.integer(), v.minValue(0)),
      edit: ownEditSchema,
    }),
  ),
  'own.removeDocument': call<{ pack: string; document: string }, Outcome<OwnPack, OwnFailure>>(ownDocument),
  /** The document that was removed last comes back. */
  'own.undoRemove': call<{ pack: string }, Outcome<OwnPack, OwnFailure>>(ownPack),
  'own.check': call<{ pack: string }, Outcome<readonly OwnProblem[], OwnFailure>>(ownPack),
  /** Compiles it and shows it in the library. */
  'own.save': call<{ pack: string }, Outcome<OwnPack, OwnFailure>>(ownPack),
  /** Copies the folder of Markdown into a folder that the reader chooses. */
  'own.export': call<{ pack: string }, Outcome<ExportedCopy, OwnFailure>>(ownPack),
  /** The publisher's key that signs: one that the reader chooses in a dialog, or a new one, whose file goes where she says. */
  'own.key': call<KeyRequest, Outcome<SigningKey, SigningFailure>>(keyRequestSchema),
  /** Signs a saved pack with that key. The file goes where the reader says. The passphrase is used and not kept. */
  'own.sign': call<{ pack: string; passphrase: string }, Outcome<SignedCopy, SigningFailure>>(
    v.strictObject({ pack: id, passphrase: passphraseSchema }),
  ),
  /** Takes it out of the library, and moves its folder to the system's bin. */
  'own.remove': call<{ pack: string }, Outcome<null, OwnFailure>>(ownPack),
  'print.prepare': call<PrintRequest, Outcome<PreparedPrint, PrintFailure>>(printRequestSchema),
  'print.cancel': call<null, Outcome<null, never>>(v.null()),
  'print.save': call<{ id: string }, Outcome<PrintResult, PrintFailure>>(v.strictObject({ id })),
  /** By the job, not by a prepared print: it also works where there are no PDF bytes to prepare. */
  'print.paper': call<PrintRequest, Outcome<PrintResult, PrintFailure>>(printRequestSchema),
} as const

export type Channel = keyof typeof calls
export type RequestOf<C extends Channel> = v.InferOutput<(typeof calls)[C]['request']>
export type AnswerOf<C extends Channel> = ReturnType<(typeof calls)[C]['answer']>

/** One answer for each call: what main gives over IPC, and the browser bridge by itself. */
export type Answers = { readonly [C in Channel]: (request: RequestOf<C>) => Promise<AnswerOf<C>> }

/** What the native menu asks of the page. */
export const menuCommands = [
  'home',
  'contents',
  'search',
  'settings',
  'about',
  'back',
  'forward',
  'print',
  'printAlone',
  'savePdf',
  'collect',
  'bookmark',
  'printList',
  'find',
  'findNext',
  'findPrevious',
  'nextSection',
  'previousSection',
  'nextPane',
  'previousPane',
  'textLarger',
  'textSmaller',
  'textDefault',
  'appearance',
  'shortcuts',
  'openPack',
  'makePack',
] as const
export type MenuCommand = (typeof menuCommands)[number]

/** What main tells the page unasked, with the check of what it carries. */
export const events = {
  'menu.command': v.picklist(menuCommands),
  /** No more events come after the answer to `print.prepare` or `print.paper`. */
  'print.progress': printProgressSchema,
  /** While a pack file is copied and checked. */
  'packs.progress': packProgressSchema,
  /** A pack file was opened from outside: `packs.offer` begins with it. */
  'packs.waiting': v.null(),
  /** The library has other packs now. */
  'packs.changed': v.null(),
  /** While documents are brought in. */
  'own.progress': ownProgressSchema,
} as const satisfies Readonly<Record<string, v.GenericSchema>>

export type EventName = keyof typeof events
export type EventOf<E extends EventName> = v.InferOutput<(typeof events)[E]>

/** Things the page must not assume: it asks, and says plainly what can't be done here. */
export const capabilities = ['print.pdf', 'print.paper', 'menu', 'settings.kept', 'packs', 'own'] as const
export type Capability = (typeof capabilities)[number]

/**
 * The bridge as the page sees it, in Electron (`preload.ts`) and without it (`browser.ts`). A call rejects only for a
 * mistake of the page (a request that does not match the table, too many in a second) and for unexpected errors.
 * Every expected failure is in the outcome.
 */
export type Bridge = {
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<AnswerOf<C>>
  can(capability: Capability): boolean
  /** Calls back for each event of this name; returns the way to stop. */
  on<E extends EventName>(event: E, listener: (value: EventOf<E>) => void): () => void
}
