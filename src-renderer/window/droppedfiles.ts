/** The files of a drop, and those in the folders of it. */

/** Of one drop. More than a pack may have are not looked for. */
const mostFiles = 2_000

/** In the order of the drop, folders last. */
export async function filesWithin(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const files: File[] = []
  const waiting = [...entries]
  for (let entry = waiting.shift(); entry && files.length < mostFiles; entry = waiting.shift()) {
    if (isFile(entry)) {
      const file = await fileOf(entry)
      if (file) files.push(file)
    } else if (isFolder(entry)) {
      const inside = await entriesOf(entry)
      // What the system keeps for itself, such as `.DS_Store`.
      waiting.push(...inside.filter(({ name }) => !name.startsWith('.')))
    }
  }
  return files
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)))

/** A folder is told in parts; an empty part is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (part.length === 0 || all.length > mostFiles) return all
    all.push(...part)
  }
}
