/**
 * Copies the folder of Markdown to where the reader wants it: a folder that any editor and `shelf pack` take. Documents
 * that the reader may not pass on stay (passingon.ts).
 */
import * as nodeFiles from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportedCopy, OwnFailure } from '../../src-bridge/own.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { failureOfWriting } from './failures.ts'
import type { OwnFolder } from './folder.ts'
import { outgoingPack } from './passingon.ts'

/** `target` is the folder that the reader chose. Nothing in it is replaced: the copy is a folder of its own. */
export async function exportTo(
  folder: OwnFolder,
  target: string,
): Promise<Outcome<ExportedCopy, OwnFailure>> {
  const passed = await outgoingPack(folder, (answer) => answer !== 'no')
  if (!passed.ok) return passed
  let path: string
  try {
    path = await freeFolder(target, folder.id)
  } catch (error) {
    return failure(failureOfWriting(error))
  }
  try {
    for (const [name, bytes] of passed.value.files) {
      await nodeFiles.mkdir(dirname(join(path, name)), { recursive: true })
      await nodeFiles.writeFile(join(path, name), bytes, { flush: true })
    }
    return success({ path, ...passed.value.remarks })
  } catch (error) {
    // It is ours: it was made just now.
    await nodeFiles.rm(path, { recursive: true, force: true }).catch(() => undefined)
    return failure(failureOfWriting(error))
  }
}

/** A new folder of a neutral name. */
async function freeFolder(target: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(target, number === 1 ? name : `${name}-${number}`)
    try {
      await nodeFiles.mkdir(path)
      return path
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!isTaken || number > 1_000) throw error
    }
  }
}
