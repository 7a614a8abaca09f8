/**
 * Files that the reader saves by a dialog. They are no part of what the app keeps: who may open them is for the folder
 * and the account to say, as with any other program's files (docs/decisions/0015-who-may-open-a-saved-file.md).
 */

export type SaveTarget = {
  /** Where the dialog opens. */
  readonly folder: string
  /** Of the file that is written. */
  readonly mode: number
}

/** The mode of a new file under the mask that the account works with. */
export const readersMode = (mask: number): number => 0o666 & ~mask
