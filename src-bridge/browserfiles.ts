/** Files in an ordinary browser: a download for saving, the browser's own file field for opening. */

/** Hands the reader a file to keep; where it goes is the browser's to ask. */
export function offerText(document: Document, name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The text of a file the reader chooses; null when none is chosen. */
export function askForText(
  document: Document,
  limit: number,
): Promise<{ readonly text: string } | 'too-large' | null> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = '.json,application/json'
  return new Promise((resolve, reject) => {
    field.addEventListener('cancel', () => resolve(null))
    field.addEventListener('change', () => {
      const file = field.files?.[0]
      if (!file) resolve(null)
      else if (file.size > limit * 3) resolve('too-large')
      else file.text().then((text) => resolve({ text }), reject)
    })
    field.click()
  })
}
