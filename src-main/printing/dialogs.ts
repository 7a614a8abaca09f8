/** What printing asks of the system besides paper: a place for the PDF, and whether there is a printer. */
import { dialog, type BrowserWindow } from 'electron'
import type { Words } from '../messages/words.ts'
import type { ChooseFile } from './save.ts'

export const chooseFileIn =
  (window: () => BrowserWindow | null, words: () => Words): ChooseFile =>
  async (proposed) => {
    const parent = window()
    if (!parent) return null
    const { savePdf } = words()
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: savePdf.title,
      defaultPath: proposed,
      filters: [{ name: savePdf.fileKind, extensions: ['pdf'] }],
      // The system's list of recent documents must not tell what was printed.
      properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
    })
    return canceled || filePath === '' ? null : filePath
  }

export async function hasPrinter(window: BrowserWindow | null): Promise<boolean> {
  const printers = await window?.webContents.getPrintersAsync()
  return printers !== undefined && printers.length > 0
}
