/** The print view in a hidden window of its own: neither theme, zoom nor frame of the app can leak into it. */
import { BrowserWindow, type Session, type WebContents } from 'electron'
import { pageSizeOf, type PrintRequest } from '../../src-library/model/print.ts'
import {
  addressOfPrint,
  printPagesName,
  printReadyName,
  printStepName,
} from '../../src-bridge/printaddress.ts'
import type { Origins } from '../addresses.ts'
import { webPreferences } from '../lockdown/preferences.ts'
import type { PrintPage } from './layout.ts'

/** Says nothing of what is printed. */
const neutralTitle = 'Fieldshelf'

type Dependencies = { readonly session: Session; readonly origins: Origins; readonly packaged: boolean }

/** Aborting the signal closes the window at once, also while it is still loading. */
export async function openPrintPage(
  job: PrintRequest,
  signal: AbortSignal,
  { session, origins, packaged }: Dependencies,
): Promise<PrintPage> {
  const window = new BrowserWindow({
    show: false,
    title: neutralTitle,
    skipTaskbar: true,
    // Without a bridge: the job is in the address, and the view asks for nothing.
    webPreferences: webPreferences({ session, packaged, preload: null, hidden: true }),
  })
  const contents = window.webContents
  const gone = new Promise<never>((_resolve, reject) => {
    contents.once('render-process-gone', (_event, { reason }) =>
      reject(new Error(`The page is gone: ${reason}.`)),
    )
    window.once('closed', () => reject(new Error('The page was closed.')))
  })
  // It is only raced against.
  gone.catch(() => undefined)
  const unlessGone = <Value>(work: Promise<Value>): Promise<Value> => Promise.race([work, gone])
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy()
  }
  signal.addEventListener('abort', close)
  window.once('closed', () => signal.removeEventListener('abort', close))

  try {
    await unlessGone(window.loadURL(origins.page + addressOfPrint(job)))
  } catch (error) {
    close()
    throw error
  }
  return {
    ready: () => unlessGone(contents.executeJavaScript(`globalThis.${printReadyName}`)),
    stepAfter: (seen) => unlessGone(contents.executeJavaScript(`globalThis.${printStepName}(${seen})`)),
    // JSON is a script's own way to write a value: no id can end it.
    showPages: (pages) =>
      unlessGone(contents.executeJavaScript(`globalThis.${printPagesName}(${JSON.stringify(pages)})`)),
    tidy: () => unlessGone(collectGarbage(contents)),
    toPdf: (paper, { tagged, outline }) =>
      unlessGone(
        contents.printToPDF({
          // Electron's own choice would be Letter, without backgrounds, tags or outline.
          pageSize: pageSizeOf(paper),
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: tagged,
          generateDocumentOutline: outline,
        }),
      ),
    toPaper: async (paper) => {
      // The system's queue of prints lists the title, for everybody who may look.
      await unlessGone(contents.executeJavaScript(`document.title = ${JSON.stringify(neutralTitle)}`))
      return unlessGone(
        new Promise((resolve) => {
          // Margins and running heads come from the view's own `@page` rules.
          contents.print(
            { silent: false, printBackground: true, pageSize: pageSizeOf(paper) },
            (printed, reason) => resolve({ printed, reason }),
          )
        }),
      )
    },
    close,
  }
}

/**
 * A collection of all that is not used any more, layout included. Nothing else that Electron offers brings one about,
 * and a print is over long before the engine thinks of it. It is no more than tidying: a refusal is no failure.
 */
async function collectGarbage({ debugger: devtools }: WebContents): Promise<void> {
  try {
    devtools.attach()
    try {
      await devtools.sendCommand('HeapProfiler.collectGarbage')
    } finally {
      devtools.detach()
    }
  } catch {
    // Somebody looks at the view with DevTools, or it is gone: printing says so itself.
  }
}
