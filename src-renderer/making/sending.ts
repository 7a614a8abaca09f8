/** Hands a dropped file to main, in pieces and in order: the page never names a path. */
import type { Bridge } from '../../src-bridge/contract.ts'
import { ownPiece, type AddedFiles, type OwnFailure } from '../../src-bridge/own.ts'
import { success, type Outcome } from '../../src-library/model/outcome.ts'

/** Milliseconds between two parts of a file: the main process limits calls per second. */
const pace = 25
const resting = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, pace))

/** `gone`: the system does not hand the file out any more. */
export async function sendFile(
  bridge: Bridge,
  pack: string,
  file: File,
  rest: () => Promise<unknown> = resting,
): Promise<Outcome<AddedFiles, OwnFailure> | 'gone'> {
  await rest()
  const begun = await bridge.call('own.drop', { pack, file: file.name, size: file.size })
  let answer = begun
  for (let at = 0; answer.ok && answer.value === null && at < file.size; at += ownPiece) {
    const bytes = await bytesOf(file.slice(at, at + ownPiece))
    if (bytes === null) {
      await bridge.call('own.cancel', null)
      return 'gone'
    }
    await rest()
    answer = await bridge.call('own.drop', { pack, bytes })
  }
  return answer.ok ? success(answer.value ?? { added: [], refused: [] }) : answer
}

/** Null where the file can't be read any more. */
const bytesOf = (part: Blob): Promise<Uint8Array | null> =>
  part.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
