/** The print view in the app and in the browser host. */
import { contentByAddress } from '../src-bridge/content.ts'
import { startPrint } from './startprint.ts'

await startPrint(contentByAddress(document.baseURI))
