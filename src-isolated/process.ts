/** A process that can be killed and whose memory can be seen from outside. */

export type IsolatedProcess = {
  readonly send: (message: unknown) => void
  /** Called for each message, still to be decoded. */
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called once, however the process ended; also when it could not be started. */
  readonly onExit: (listener: () => void) => void
  /** Bytes of resident memory; null where the system does not tell. */
  readonly memory: () => Promise<number | null>
  /** Ends it at once. */
  readonly kill: () => void
}

/** Starts a process that sends `ready` when it can be asked. */
export type Launch = () => IsolatedProcess
