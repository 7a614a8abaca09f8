/** What the system's no means for a pack of own documents. Nothing has changed then. */
import type { SaveFailure } from '../../src-bridge/contract.ts'
import type { OwnFailure } from '../../src-bridge/own.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { reasonOf } from '../userdata/replace.ts'

export const fail = (kind: OwnFailure['kind']): Outcome<never, OwnFailure> => failure({ kind })

export const failureOfSaving = ({ reason }: SaveFailure): OwnFailure =>
  reason === 'disk-full' || reason === 'read-only' ? { kind: reason } : { kind: 'not-written' }

export const failureOfWriting = (error: unknown): OwnFailure =>
  failureOfSaving({ kind: 'not-kept', reason: reasonOf(error) })
