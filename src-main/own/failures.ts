/** What the system's no means for a pack of own documents. Nothing has changed then. */
import type { SaveFailure } from '../../src-bridge/contract.ts'
import type { OwnFailure } from '../../src-bridge/own.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { codeOf } from '../userdata/replace.ts'

export const fail = (kind: OwnFailure['kind']): Outcome<never, OwnFailure> => failure({ kind })

export function failureOfWriting(error: unknown): OwnFailure {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'disk-full' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'read-only' }
    default:
      return { kind: 'not-written' }
  }
}

export const failureOfSaving = ({ reason }: SaveFailure): OwnFailure =>
  reason === 'disk-full' || reason === 'read-only' ? { kind: reason } : { kind: 'not-written' }
