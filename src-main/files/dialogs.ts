/** The system's own dialogs for files. What was saved or opened stays out of its list of recent documents. */
import { dialog, type BrowserWindow } from 'electron'
import type { Words } from '../messages/words.ts'
import type { ChooseToOpen, ChooseToSave } from './lists.ts'

type Kind = { readonly title: string; readonly fileKind: string; readonly extension: string }
type Parent = () => BrowserWindow | null

const pdf = ({ savePdf }: Words): Kind => ({ ...savePdf, extension: 'pdf' })
const list = (title: 'save' | 'open', { list }: Words): Kind => ({
  title: list[title],
  fileKind: list.fileKind,
  extension: 'json',
})

export const choosePdf = (window: Parent, words: () => Words): ChooseToSave =>
  saveAs(window, () => pdf(words()))

export const chooseList = (window: Parent, words: () => Words): ChooseToSave =>
  saveAs(window, () => list('save', words()))

function saveAs(window: Parent, kind: () => Kind): ChooseToSave {
  return async (proposed) => {
    const parent = window()
    if (!parent) return null
    const { title, fileKind, extension } = kind()
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title,
      defaultPath: proposed,
      filters: [{ name: fileKind, extensions: [extension] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
    })
    return canceled || filePath === '' ? null : filePath
  }
}

export const chooseListToOpen =
  (window: Parent, words: () => Words): ChooseToOpen =>
  async (folder) => {
    const parent = window()
    if (!parent) return null
    const { title, fileKind, extension } = list('open', words())
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title,
      defaultPath: folder,
      filters: [{ name: fileKind, extensions: [extension] }],
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
