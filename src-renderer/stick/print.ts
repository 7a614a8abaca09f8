/** The print view of the USB edition, as one classic script. It lies in `app/`, below the data. */
import { startPrint } from '../startprint.ts'
import { contentByScript } from './scriptcontent.ts'
import { scriptHost } from './scripts.ts'

void startPrint(contentByScript(scriptHost('../')))
