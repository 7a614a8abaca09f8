/**
 * Opens the print view: draws the job in the page's hash for paper. The contract between main, the
 * browser bridge and this page is `src-bridge/printaddress.ts`.
 */
import './styles/fonts.css'
import './printing/paper/print.css'
import './printing/paper/text.css'
import './printing/paper/tables.css'
import './printing/paper/parts.css'
import './printing/paper/endmatter.css'
import './printing/paper/contents.css'
import './printing/paper/presets.css'
import './printing/paper/cards.css'
import './printing/paper/evidence.css'
import './printing/paper/changes.css'
import './printing/paper/keysheet.css'
import type { Content } from '../src-bridge/content.ts'
import { printPagesName, printReadyName, printStepName } from '../src-bridge/printaddress.ts'
import { chooseLanguage } from '../src-bridge/settings.ts'
import { printingWordsIn } from './messages/printing.ts'
import { printView } from './printing/paper/printview.ts'

export async function startPrint(content: Content): Promise<void> {
  const target = document.getElementById('print')
  if (!target) throw new Error('The page has no #print element.')

  const dialog = new URLSearchParams(location.search).has('dialog')
  const view = printView({ target, content, hash: location.hash, seen: dialog })
  Object.assign(globalThis, {
    [printReadyName]: view.ready,
    [printStepName]: view.stepAfter,
    [printPagesName]: view.showPages,
  })
  if (!dialog) return

  const ready = await view.ready
  if (ready.ok) {
    addEventListener('afterprint', () => close(), { once: true })
    print()
  } else {
    // The tab has nothing else to show.
    const language = chooseLanguage('system', navigator.languages)
    document.documentElement.lang = language
    target.textContent = printingWordsIn(language).preview.failures[ready.failure.kind]
  }
}
