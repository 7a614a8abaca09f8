/** One answer for each call of the contract: one that is missing does not compile. */
import type { AboutApp, Answers } from '../src-bridge/contract.ts'
import { failure, success } from '../src-library/model/outcome.ts'
import { openList, saveList, type ChooseToOpen, type ChooseToSave } from './files/lists.ts'
import type { Prints } from './printing/prints.ts'
import { savePdf } from './printing/save.ts'
import type { KeptSettings } from './userdata/settings.ts'

type Needs = {
  readonly about: AboutApp
  /** Puts plain text on the clipboard; may throw. */
  readonly copy: (text: string) => void | Promise<void>
  readonly settings: KeptSettings
  /** The new settings hold already; they are being kept. */
  readonly settingsChanged: () => void
  readonly prints: Prints
  /** Where the dialogs for files open. */
  readonly documents: () => string
  readonly choosePdf: ChooseToSave
  readonly chooseList: ChooseToSave
  readonly chooseListToOpen: ChooseToOpen
}

export function answersFrom(needs: Needs): Answers {
  const { settings, prints } = needs
  return {
    'app.about': () => Promise.resolve(success(needs.about)),

    'clipboard.write': async ({ text }) => {
      try {
        await needs.copy(text)
        return success(null)
      } catch {
        return failure({ kind: 'refused' })
      }
    },

    'settings.read': () => Promise.resolve(success(settings.stored)),
    'settings.write': (changed) => {
      const kept = settings.write(changed)
      needs.settingsChanged()
      return kept
    },

    'list.save': ({ text }) => saveList(text, needs.documents(), needs.chooseList),
    'list.open': () => openList(needs.documents(), needs.chooseListToOpen),

    'print.prepare': (job) => prints.prepare(job),
    'print.cancel': () => {
      prints.cancel()
      return Promise.resolve(success(null))
    },
    'print.save': ({ id }) => {
      const bytes = prints.bytesOf(id)
      return bytes === null
        ? Promise.resolve(failure({ kind: 'expired', detail: '' }))
        : savePdf(bytes, needs.documents(), needs.choosePdf)
    },
    'print.paper': (job) => prints.paper(job),
  }
}
