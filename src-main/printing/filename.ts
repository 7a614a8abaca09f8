/**
 * The name proposed for a saved print. It appears in lists of recent documents, so it says only what the reader chose to
 * say: their own title, and on paper for a client the neutral one with the month. Else it is `print`.
 */
import type { PrintRequest } from '../../src-library/model/print.ts'

/** Names of devices, which Windows refuses for files. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu
/** Signs that a file's name can't have on one of the systems, or that turn the direction of the text around. */
const refused = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu
/** UTF-16 units. */
const longest = 80

/** Without its ending. `neutral`, `title`: as the print view says them. */
export function nameOfPrint(
  job: PrintRequest,
  view: { readonly neutral: boolean; readonly title: string },
): string {
  if (view.neutral) return plainName(`${view.title} ${job.printedOn.slice(0, 7)}`)
  return job.kind === 'sections' && job.title !== null ? plainName(job.title) : unnamed
}

const unnamed = 'print'

/** A title as a file's name that every system takes. */
export function plainName(title: string): string {
  const plain = title.replace(refused, ' ').replace(/\s+/gu, ' ').trim()
  const cut = [...plain].reduce(
    (sum, letter) => (sum.length + letter.length > longest ? sum : sum + letter),
    '',
  )
  const ended = cut
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '')
    .trim()
  return ended === '' || reserved.test(ended) ? unnamed : ended
}
