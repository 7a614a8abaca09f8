/**
 * The contract without Electron: for the same page in an ordinary browser. Settings are kept by the browser,
 * printing goes to the browser's own dialog, and `can()` says which calls are missing here.
 */
import * as v from 'valibot'
import { assertNever } from '../src-library/model/never.ts'
import { failure, success } from '../src-library/model/outcome.ts'
import type { Content } from './content.ts'
import { askForText, offerText } from './browserfiles.ts'
import {
  bookmarksPart,
  printListPart,
  readPart,
  removePart,
  settingsPart,
  sizeOfPart,
  stopsPart,
  writePart,
} from './browserstore.ts'
import type { AboutApp, Answers, Bridge, Capability, PrintFailure } from './contract.ts'
import { fewSections, keptParts, type KeptPart, type KeptPartOnDisk } from './kept.ts'
import { addressOfPrintDialog } from './printaddress.ts'
import { defaultSettings } from './settings.ts'

/** What the bridge needs of the browser; a test hands in its own. */
export type BrowserPage = Pick<Window, 'document' | 'navigator' | 'onbeforeunload'> & {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'length'>
  readonly open: (address: string) => unknown
}

/** What differs between the browser host and the USB edition. */
export type BrowserHost = {
  readonly content: Pick<Content, 'read'>
  /** The address of the print view, beside the page. */
  readonly printPage: string
  /** Whether anything outlasts the window. */
  readonly kept: boolean
}

/** Answered by the browser host beside the page's files. */
const aboutAddress = 'about.json'
const aboutSchema: v.GenericSchema<unknown, AboutApp> = v.object({
  name: v.string(),
  version: v.string(),
  shell: v.string(),
})

const unavailable: PrintFailure = { kind: 'unavailable', detail: 'There are no PDF bytes in a browser.' }

const notFound = failure({ kind: 'not-found' } as const)
const notWritten = failure({ kind: 'not-written' } as const)

/** Where nothing is kept, the first bookmark and the first call have no question to ask. */
const keepsNothing = {
  ...defaultSettings,
  bookmarks: 'session',
  printList: 'session',
  keepCalls: 'session',
} as const

export function browserBridge(page: BrowserPage, host: BrowserHost): Bridge {
  const answers: Answers = {
    'app.about': async () => success(await readAbout(host)),
    'clipboard.write': ({ text }) =>
      page.navigator.clipboard.writeText(text).then(
        () => success(null),
        () => failure({ kind: 'refused' }),
      ),
    'settings.read': () => {
      const { data, state } = readPart(page, settingsPart)
      const settings = host.kept || state !== 'new' ? data : keepsNothing
      return Promise.resolve(success({ settings, state }))
    },
    'settings.write': (settings) => Promise.resolve(writePart(page, settingsPart, settings)),
    'bookmarks.read': () => {
      const { data, state } = readPart(page, bookmarksPart)
      return Promise.resolve(success({ entries: data, state }))
    },
    'bookmarks.write': (entries) => Promise.resolve(writePart(page, bookmarksPart, entries)),
    'stops.read': () => {
      const { data, state } = readPart(page, stopsPart)
      return Promise.resolve(success({ entries: data, state }))
    },
    'stops.write': (entries) => Promise.resolve(writePart(page, stopsPart, entries)),
    'list.read': () => {
      const { data, state } = readPart(page, printListPart)
      return Promise.resolve(success({ entries: data, state }))
    },
    'list.write': (entries) => Promise.resolve(writePart(page, printListPart, entries)),
    'window.unsaved': ({ sections }) => {
      // The browser asks in its own words.
      page.onbeforeunload = sections > fewSections ? (event) => event.preventDefault() : null
      return Promise.resolve(success(null))
    },
    // A browser's window can't be minimised from here.
    'window.covered': () => Promise.resolve(success(null)),
    'kept.list': () =>
      Promise.resolve(success(host.kept ? keptParts.flatMap((part) => onDisk(page, part) ?? []) : [])),
    'kept.remove': ({ part }) => Promise.resolve(removePart(page, part)),
    'file.save': ({ kind, text }) =>
      Promise.resolve(success({ kind: 'saved', path: offerText(page.document, kind, text) })),
    'file.open': async ({ kind }) => {
      const file = await askForText(page.document, kind)
      if (file === null) return success({ kind: 'cancelled' })
      return file === 'too-large' ? failure({ kind: 'too-large' }) : success({ kind: 'opened', ...file })
    },
    // Packs are installed in the app: a browser's page can write no file beside them.
    'packs.list': () => Promise.resolve(success({ packs: [], state: 'kept' })),
    'packs.waiting': () => Promise.resolve(success(false)),
    'packs.offer': () => Promise.resolve(failure({ kind: 'not-written' })),
    'packs.drop': () => Promise.resolve(failure({ kind: 'not-written' })),
    'packs.cancel': () => Promise.resolve(success(null)),
    'packs.change': () => Promise.resolve(failure({ kind: 'not-written' })),
    'packs.check': () => Promise.resolve(success('gone')),
    // Nor can it keep the reader's documents.
    'own.list': () => Promise.resolve(success([])),
    'own.create': () => Promise.resolve(notWritten),
    'own.read': () => Promise.resolve(notFound),
    'own.about': () => Promise.resolve(notFound),
    'own.choose': () => Promise.resolve(notFound),
    'own.drop': () => Promise.resolve(notFound),
    'own.cancel': () => Promise.resolve(success(null)),
    'own.look': () => Promise.resolve(notFound),
    'own.edit': () => Promise.resolve(notFound),
    'own.removeDocument': () => Promise.resolve(notFound),
    'own.undoRemove': () => Promise.resolve(notFound),
    'own.check': () => Promise.resolve(notFound),
    'own.save': () => Promise.resolve(notFound),
    'own.export': () => Promise.resolve(notFound),
    'own.key': () => Promise.resolve(notFound),
    'own.sign': () => Promise.resolve(notFound),
    'own.remove': () => Promise.resolve(notFound),
    'print.prepare': () => Promise.resolve(failure(unavailable)),
    'print.save': () => Promise.resolve(failure(unavailable)),
    'print.cancel': () => Promise.resolve(success(null)),
    'print.paper': (job) => {
      const view = page.open(addressOfPrintDialog(job, host.printPage))
      return Promise.resolve(
        view
          ? success({ kind: 'opened' })
          : failure({ kind: 'unavailable', detail: 'The browser did not open a window.' }),
      )
    },
  }
  return Object.freeze<Bridge>({
    call: (channel, request) => answers[channel](request),
    can: (capability) => can(capability, page, host),
    on: () => () => undefined,
  })
}

/** As main tells it; a browser doesn't say when a value was changed. */
function onDisk(page: BrowserPage, part: KeptPart): KeptPartOnDisk | null {
  const bytes = sizeOfPart(page, part)
  if (bytes === null) return null
  const days =
    part === 'bookmarks'
      ? readPart(page, bookmarksPart).data.map(({ added }) => added)
      : part === 'stops'
        ? readPart(page, stopsPart).data.map(({ read }) => read)
        : part === 'printList'
          ? readPart(page, printListPart).data.flatMap(({ kind }) => (kind === 'about' ? [] : ['']))
          : null
  return { part, bytes, changed: null, entries: days?.length ?? null, since: days?.sort()[0] || null }
}

function can(capability: Capability, page: BrowserPage, host: BrowserHost): boolean {
  switch (capability) {
    case 'print.paper':
      return true
    case 'settings.kept':
      return host.kept && isKept(page)
    case 'print.pdf':
    case 'menu':
    case 'packs':
    case 'own':
      return false
    default:
      return assertNever(capability)
  }
}

/** A browser may keep nothing, in a private window for instance; then merely looking throws. */
function isKept(page: BrowserPage): boolean {
  try {
    return page.localStorage.length >= 0
  } catch {
    return false
  }
}

async function readAbout({ content }: BrowserHost): Promise<AboutApp> {
  try {
    const bytes = await content.read(aboutAddress)
    return v.parse(aboutSchema, JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
  } catch {
    // The page also runs from hosts that can't say.
    return { name: 'Fieldshelf', version: '', shell: 'browser' }
  }
}
