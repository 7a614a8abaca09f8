/** The window in the app and in the browser host. */
import { contentByAddress } from '../src-bridge/content.ts'
import { bridgeName } from '../src-bridge/bridgename.ts'
import type { Bridge } from '../src-bridge/contract.ts'
import { startWorker } from '../src-bridge/worker.ts'
import workerAddress from './engine/worker.ts?worker&url'
import { startWindow } from './startwindow.ts'

const given = (globalThis as { [bridgeName]?: Bridge })[bridgeName]
const content = contentByAddress(document.baseURI)

/** The app's own window does without the bridge of a browser. */
async function bridgeOfBrowser(): Promise<Bridge> {
  const { browserBridge } = await import('../src-bridge/browser.ts')
  return browserBridge(window, { content, printPage: 'print.html', kept: true })
}

await startWindow({
  bridge: given ?? (await bridgeOfBrowser()),
  content,
  startSearch: () => startWorker(workerAddress),
})
