/** Asks the isolated processes. A document that ends one is refused, and the others go on. */
import type { OwnRefusalKind } from '../../src-bridge/own.ts'
import type { Isolated } from '../../src-isolated/isolated.ts'
import type { IsolatedFailure, Task } from '../../src-isolated/task.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

export type Door = Pick<Isolated, 'run' | 'close'>

export const refusalOf = ({ kind }: IsolatedFailure): OwnRefusalKind | 'cancelled' =>
  kind === 'cancelled' ? 'cancelled' : kind === 'deadline' || kind === 'memory' ? 'too-much' : 'damaged'

/** A task on files of a pack: their bytes go one after the other. */
export async function runOnFiles<Input extends { files: { path: string; bytes: number }[] }, Answer>(
  door: Door,
  task: Task<Input, Answer>,
  files: ReadonlyMap<string, Uint8Array>,
  input: Omit<Input, 'files'>,
  limits: { readonly deadline: number; readonly memory: number; readonly attempts: number },
): Promise<Outcome<Answer, 'too-much'>> {
  const given = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length }))
  const bytes = new Uint8Array(Buffer.concat([...files.values()]))
  const answered = await door.run(task, bytes, { ...input, files: given } as unknown as Input, limits)
  return answered.ok ? success(answered.value) : failure('too-much')
}
