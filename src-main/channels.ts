/**
 * The only module that listens to pages. It knows who may ask, what a request must look like and how often;
 * what the answers are, it does not know (answers.ts). A refused call rejects in the page with a fixed
 * sentence: it is a mistake there, or not our page.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import * as v from 'valibot'
import { calls, type Answers, type Channel } from '../src-bridge/contract.ts'
import type { Origins } from './addresses.ts'
import { rateLimit } from './lockdown/rate.ts'
import { maySend } from './lockdown/sender.ts'

type Dependencies = {
  readonly answers: Answers
  /** Ids of the web contents that hold a bridge. */
  readonly windows: ReadonlySet<number>
  readonly origins: Origins
  /** Milliseconds, of a clock that never goes back. */
  readonly now: () => number
  /** Receives each unexpected error once. */
  readonly report: (error: unknown) => void
}

const callsPerSecond = 50

const refusals = {
  sender: 'Fieldshelf does not answer this page.',
  request: 'Fieldshelf does not answer this request: it is not as the contract says.',
  rate: 'Fieldshelf does not answer so many calls at once.',
  unexpected: 'Something went wrong in Fieldshelf that was not foreseen.',
}

export function listen(ipc: Pick<IpcMain, 'handle'>, dependencies: Dependencies): void {
  const limit = rateLimit(callsPerSecond)
  for (const channel of Object.keys(calls) as Channel[]) {
    ipc.handle(channel, (event, ...given: unknown[]) => answer(channel, event, given))
  }

  async function answer(
    channel: Channel,
    event: IpcMainInvokeEvent,
    given: readonly unknown[],
  ): Promise<unknown> {
    // First and at once: later the frame may show something else.
    if (!maySend(event, dependencies.windows, dependencies.origins)) throw new Error(refusals.sender)
    if (!limit.allows(channel, dependencies.now())) throw new Error(refusals.rate)
    const request = v.safeParse(calls[channel].request as v.GenericSchema, given[0], { abortEarly: true })
    if (given.length !== 1 || !request.success) throw new Error(refusals.request)
    try {
      // The table ties request and answer of a channel; in a loop over all of them the compiler can't.
      return await (dependencies.answers[channel] as (request: unknown) => Promise<unknown>)(request.output)
    } catch (error) {
      dependencies.report(error)
      throw new Error(refusals.unexpected)
    }
  }
}
