/**
 * Has the pages of a list laid out while the reader rests, to say how many there are and where each section begins. A long
 * list would keep an old computer busy: there the guess stays until the reader asks for the pages.
 */
import type { Bridge, PreparedPrint } from '../../src-bridge/contract.ts'
import { presetDefaults, usualCard, type PrintJob } from '../../src-library/model/print.ts'
import type { ListVersion } from '../state/listitems.ts'

type Measured = Pick<PreparedPrint, 'begins' | 'pages'>

/** Milliseconds without a change. */
const rest = 1200
/** Sections of a list that is measured. */
const mostMeasured = 30

export class ListMeasure {
  readonly #bridge: Pick<Bridge, 'call' | 'can'>
  #measured = $state.raw<(Measured & { readonly list: ListVersion }) | null>(null)

  constructor(bridge: Pick<Bridge, 'call' | 'can'>) {
    this.#bridge = bridge
  }

  /** Null until this very list has been measured. */
  of(list: ListVersion): Measured | null {
    return this.#measured?.list === list ? this.#measured : null
  }

  /** Measures the list once it has not changed for a while; answers the way to stop waiting. */
  follow(
    list: ListVersion,
    {
      sections,
      between,
    }: Pick<PrintJob, 'sections'> & { readonly between: NonNullable<PrintJob['between']> },
    printedOn: string,
  ): () => void {
    if (!this.#bridge.can('print.pdf') || sections.length === 0 || sections.length > mostMeasured)
      return () => undefined
    const job: PrintJob = {
      kind: 'sections',
      sections,
      ...(between.length > 0 ? { between } : {}),
      title: list.title.trim() === '' ? null : list.title.trim(),
      preset: list.preset,
      ...presetDefaults[list.preset],
      ...(list.preset === 'card' ? { card: usualCard } : {}),
      paper: 'A4',
      printedOn,
    }
    const timer = setTimeout(() => void this.#measure(list, job), rest)
    return () => clearTimeout(timer)
  }

  async #measure(list: ListVersion, job: PrintJob): Promise<void> {
    // A guess is enough where it fails: the preview says why.
    const answer = await this.#bridge.call('print.prepare', job).catch(() => null)
    if (answer?.ok) this.#measured = { list, begins: answer.value.begins, pages: answer.value.pages }
  }
}
