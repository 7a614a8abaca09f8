/** Writes a prepared PDF where the reader says. */
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintFailure, PrintResult } from '../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { codeOf, replaceFile, type Files } from '../userdata/replace.ts'

/** Asks for a file, with one proposed; null when the reader cancels. */
export type ChooseFile = (proposed: string) => Promise<string | null>

export async function savePdf(
  bytes: Uint8Array,
  folder: string,
  chooseFile: ChooseFile,
  files: Files = nodeFiles,
): Promise<Outcome<PrintResult, PrintFailure>> {
  const path = await chooseFile(await neutralName(folder, files))
  if (path === null) return success({ kind: 'cancelled' })
  try {
    await replaceFile(files, path, bytes, false)
    return success({ kind: 'saved', path })
  } catch (error) {
    return failure({ kind: 'write', detail: codeOf(error) ?? '' })
  }
}

/**
 * `print-1.pdf`, with the first number that is free: names of files stand in lists of recent documents,
 * where they must not tell what somebody read.
 */
async function neutralName(folder: string, files: Files): Promise<string> {
  const taken = new Set(await files.readdir(folder).catch(() => []))
  let number = 1
  while (taken.has(`print-${number}.pdf`)) number++
  return join(folder, `print-${number}.pdf`)
}
