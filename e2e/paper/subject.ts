/** A job printed and read back: what the checks are asked about. */
import type { PrintJob } from '../../src-library/model/print.ts'
import type { Given } from './check.ts'
import { goldenPack } from './goldenpack.ts'
import { readPaper } from './paper.ts'
import { unfolded } from './unfold.ts'
import type { PrintAsked, Printer } from '../../src-standin/printing/printer.ts'

export async function printed(
  printer: Printer,
  job: PrintJob,
  asked?: PrintAsked,
): Promise<Given & { pdf: Buffer }> {
  const { pdf, ready, drawn } = await printer.print(job, asked)
  if (!ready.ok) throw new Error(`${ready.failure.kind}: ${ready.failure.detail}`)
  const { title, language, pages, measured: places } = ready.value
  const measured = { pages, places }
  const isFolded = job.paper === 'booklet' && asked?.finish !== false
  return {
    job,
    title,
    language,
    edition: goldenPack.edition,
    measured,
    drawn,
    paper: readPaper(pdf, isFolded ? await unfolded(pdf) : null),
    letters: [],
    pdf,
  }
}
