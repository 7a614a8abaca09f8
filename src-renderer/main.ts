/** The window in the app and in the browser host. */
import { browserBridge } from '../src-bridge/browser.ts'
import { contentByAddress } from '../src-bridge/content.ts'
import { bridgeName, type Bridge } from '../src-bridge/contract.ts'
import { startWorker } from '../src-bridge/worker.ts'
import workerAddress from './engine/worker.ts?worker&url'
import { startWindow } from './startwindow.ts'

const given = (globalThis as { [bridgeName]?: Bridge })[bridgeName]
const content = contentByAddress(document.baseURI)

await startWindow({
  bridge: given ?? browserBridge(window, { content, printPage: 'print.html', kept: true }),
  content,
  startSearch: () => startWorker(workerAddress),
})
