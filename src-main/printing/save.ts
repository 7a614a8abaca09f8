/** Writes a prepared PDF where the reader says. */
import * as nodeFiles from 'node:fs/promises'
import type { PrintFailure, PrintResult } from '../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { ChooseToSave } from '../files/textfiles.ts'
import type { SaveTarget } from '../files/readersfile.ts'
import { freeName } from '../files/neutralname.ts'
import { codeOf, replaceFile, throughLinks, type Files } from '../userdata/replace.ts'

export async function savePdf(
  bytes: Uint8Array,
  { folder, mode }: SaveTarget,
  chooseFile: ChooseToSave,
  /** Without its ending. */
  name: string,
  files: Files = nodeFiles,
): Promise<Outcome<PrintResult, PrintFailure>> {
  const path = await chooseFile(await freeName(folder, name, 'pdf', files))
  if (path === null) return success({ kind: 'cancelled' })
  try {
    await replaceFile(files, await throughLinks(files, path), bytes, false, mode)
    return success({ kind: 'saved', path })
  } catch (error) {
    return failure({ kind: 'write', detail: codeOf(error) ?? '' })
  }
}
