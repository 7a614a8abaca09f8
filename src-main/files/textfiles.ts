/** Reads and writes text files chosen in a dialog. The page parses them. */
import * as nodeFiles from 'node:fs/promises'
import type { FileNotOpened, FileNotSaved, FileOpened, FileSaved } from '../../src-bridge/contract.ts'
import { fileForms, mostBytes, type FileKind } from '../../src-bridge/files.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { replaceFile, throughLinks, type Files } from '../userdata/replace.ts'
import type { SaveTarget } from './readersfile.ts'
import { neutralName } from './neutralname.ts'

/** Asks for a file to write, with one proposed; null when the reader cancels. */
export type ChooseToSave = (proposed: string) => Promise<string | null>
/** Asks for a file to read, beginning in a folder; null when the reader cancels. */
export type ChooseToOpen = (folder: string) => Promise<string | null>

export async function saveText(
  kind: FileKind,
  text: string,
  { folder, mode }: SaveTarget,
  choose: ChooseToSave,
  files: Files = nodeFiles,
): Promise<Outcome<FileSaved, FileNotSaved>> {
  const { stem, extension } = fileForms[kind]
  const path = await choose(await neutralName(folder, stem, extension, files))
  if (path === null) return success({ kind: 'cancelled' })
  try {
    await replaceFile(files, await throughLinks(files, path), Buffer.from(text, 'utf8'), false, mode)
    return success({ kind: 'saved', path })
  } catch {
    return failure({ kind: 'write' })
  }
}

export async function openText(
  folder: string,
  choose: ChooseToOpen,
  files: Pick<typeof nodeFiles, 'stat' | 'readFile'> = nodeFiles,
): Promise<Outcome<FileOpened, FileNotOpened>> {
  const path = await choose(folder)
  if (path === null) return success({ kind: 'cancelled' })
  try {
    const found = await files.stat(path)
    // A pipe would be waited for, and a device read, without an end.
    if (!found.isFile()) return failure({ kind: 'unreadable' })
    if (found.size > mostBytes) return failure({ kind: 'too-large' })
    return success({ kind: 'opened', text: await files.readFile(path, 'utf8') })
  } catch {
    return failure({ kind: 'unreadable' })
  }
}
