/** Files in an ordinary browser: a download for saving, the browser's own file field for opening. */

import { fileForms, mostBytes, type FileKind, type OpenedKind } from './files.ts'

/** Milliseconds until the bytes of a download are dropped: a browser may first ask where it goes. */
export const downloadTime = 60_000

/** Hands the reader a file to keep; where it goes is the browser's to ask. Gives the name it was offered by. */
export function offerText(document: Document, kind: FileKind, text: string): string {
  const { stem, extension, mediaType } = fileForms[kind]
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${stem}.${extension}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), downloadTime)
  return link.download
}

/** The text of a file the reader chooses; null when none is chosen. */
export function askForText(
  document: Document,
  kind: OpenedKind,
): Promise<{ readonly text: string } | 'too-large' | null> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = `.${fileForms[kind].extension},${fileForms[kind].mediaType}`
  return new Promise((resolve, reject) => {
    field.addEventListener('cancel', () => resolve(null))
    field.addEventListener('change', () => {
      const file = field.files?.[0]
      if (!file) resolve(null)
      else if (file.size > mostBytes) resolve('too-large')
      else file.text().then((text) => resolve({ text }), reject)
    })
    field.click()
  })
}
