/** The system's own dialogs for files. Saved and opened files stay out of its list of recent documents. */
import { dialog, type BrowserWindow } from 'electron'
import type { Words } from '../messages/en.ts'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { keyFileExtension } from '../../src-packs/keyfile.ts'
import { fileForms, type FileKind, type OpenedKind } from '../../src-bridge/files.ts'
import type { ChooseToOpen, ChooseToSave } from './textfiles.ts'

type DialogTexts = { readonly title: string; readonly fileKind: string; readonly extension: string }
type Parent = () => BrowserWindow | null

export const choosePdf = (window: Parent, words: () => Words): ChooseToSave =>
  saveAs(window, () => ({ ...words().savePdf, extension: 'pdf' }))

export const chooseText =
  (window: Parent, words: () => Words) =>
  (kind: FileKind): ChooseToSave =>
    saveAs(window, () => ({ ...words().save[kind], extension: fileForms[kind].extension }))

/** Where the file of a new publisher's key goes, and where a signed pack does. */
export const chooseNewKey = (window: Parent, words: () => Words): ChooseToSave =>
  saveAs(window, () => ({ ...words().newKey, extension: keyFileExtension.slice(1) }))
export const chooseSigned = (window: Parent, words: () => Words): ChooseToSave =>
  saveAs(window, () => ({ ...words().signedPack, extension: packFileExtension.slice(1) }))

function saveAs(window: Parent, asked: () => DialogTexts): ChooseToSave {
  return async (proposed) => {
    const parent = window()
    if (!parent) return null
    const { title, fileKind, extension } = asked()
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title,
      defaultPath: proposed,
      filters: [{ name: fileKind, extensions: [extension] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
    })
    return canceled || filePath === '' ? null : filePath
  }
}

export const chooseTextToOpen =
  (window: Parent, words: () => Words) =>
  (kind: OpenedKind): ChooseToOpen =>
  async (folder) => {
    const parent = window()
    if (!parent) return null
    const { title, fileKind } = words().open[kind]
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title,
      defaultPath: folder,
      filters: [{ name: fileKind, extensions: [fileForms[kind].extension] }],
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

/** The pack file that the reader chooses; null when the reader cancels. */
export const choosePack = (window: Parent, words: () => Words): (() => Promise<string | null>) =>
  openOne(window, () => ({ ...words().openPack, extension: packFileExtension.slice(1) }))
/** The file of a publisher's key. */
export const chooseKey = (window: Parent, words: () => Words): (() => Promise<string | null>) =>
  openOne(window, () => ({ ...words().openKey, extension: keyFileExtension.slice(1) }))

function openOne(window: Parent, asked: () => DialogTexts): () => Promise<string | null> {
  return async () => {
    const parent = window()
    if (!parent) return null
    const { title, fileKind, extension } = asked()
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title,
      filters: [{ name: fileKind, extensions: [extension] }],
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
}

/** Kinds that can be brought in: the endings of `src-compiler/0-import/detect.ts`. */
const documentEndings =
  'docx docm odt pdf html htm xhtml mht mhtml epub txt text md markdown csv tsv wiki mediawiki xml'

/** Documents to bring in, or a folder of them. */
export const chooseDocuments =
  (window: Parent, words: () => Words) =>
  async (what: 'files' | 'folder'): Promise<readonly string[] | null> => {
    const parent = window()
    if (!parent) return null
    const { title, folderTitle, fileKind, allFiles } = words().openDocuments
    const { canceled, filePaths } = await dialog.showOpenDialog(
      parent,
      what === 'folder'
        ? { title: folderTitle, properties: ['openDirectory', 'dontAddToRecent'] }
        : {
            title,
            filters: [
              { name: fileKind, extensions: documentEndings.split(' ') },
              { name: allFiles, extensions: ['*'] },
            ],
            properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
          },
    )
    return canceled || filePaths.length === 0 ? null : filePaths
  }

/** A folder to write a copy into. */
export const chooseFolder = (window: Parent, words: () => Words) => async (): Promise<string | null> => {
  const parent = window()
  if (!parent) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: words().exportFolder.title,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
