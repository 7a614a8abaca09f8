/** The window of the USB edition: the same page, as one classic script. */
import { browserBridge, type BrowserHost } from '../../src-bridge/browser.ts'
import { MemoryStorage } from '../../src-bridge/memorystorage.ts'
import { startWindow } from '../startwindow.ts'
import { contentByScript } from './scriptcontent.ts'
import { scriptHost, searchWorkerStarter } from './scripts.ts'

const content = contentByScript(scriptHost(''))

/**
 * Nothing is kept: a stick is opened on computers of others, and browsers share what a page keeps between all pages
 * that are files.
 */
const host: BrowserHost = { content, printPage: 'app/print.html', kept: false }

const page = {
  document,
  localStorage: new MemoryStorage(),
  navigator,
  open: (address: string) => window.open(address),
  get onbeforeunload() {
    return window.onbeforeunload
  },
  set onbeforeunload(asks) {
    window.onbeforeunload = asks
  },
}

const bridge = browserBridge(page, host)
void startWindow({ bridge, content, startSearch: searchWorkerStarter() }).then(() =>
  // Else the name of the app would be in the page while the screen is hidden.
  document.querySelector('.not-opened')?.remove(),
)
