/** One answer for each call of the contract: one that is missing does not compile. */
import type { AboutApp, Answers } from '../src-bridge/contract.ts'
import { failure, success } from '../src-library/model/outcome.ts'
import type { Prints } from './printing/prints.ts'
import { savePdf, type ChooseFile } from './printing/save.ts'
import type { KeptSettings } from './userdata/settings.ts'

type Needs = {
  readonly about: AboutApp
  /** Puts plain text on the clipboard; may throw. */
  readonly copy: (text: string) => void | Promise<void>
  readonly settings: KeptSettings
  /** The new settings hold already; they are being kept. */
  readonly settingsChanged: () => void
  readonly prints: Prints
  /** Where the save dialog opens. */
  readonly documents: () => string
  readonly chooseFile: ChooseFile
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

    'print.prepare': (job) => prints.prepare(job),
    'print.cancel': () => {
      prints.cancel()
      return Promise.resolve(success(null))
    },
    'print.save': ({ id }) => {
      const bytes = prints.bytesOf(id)
      return bytes === null
        ? Promise.resolve(failure({ kind: 'expired', detail: '' }))
        : savePdf(bytes, needs.documents(), needs.chooseFile)
    },
    'print.paper': (job) => prints.paper(job),
  }
}
