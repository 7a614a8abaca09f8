/** How packs and documents reach the window from outside: files that are dropped on it, a double-click, and a change of the library. */
import type { Shell } from './shell.ts'

/** Listens until the returned function is called. */
export function followPacks({ bridge, library, search, packs, documents, printList }: Shell): () => void {
  if (!bridge.can('packs')) return () => undefined
  const open = (): void => packs.ask({ from: 'outside' })
  const stops = [
    bridge.on('packs.waiting', open),
    bridge.on('packs.changed', () => {
      search.reopen()
      void library.open().then(async () => {
        const { newAddresses } = await import('../state/following.ts')
        printList.follow(await newAddresses(library, printList.everListed))
      })
    }),
    followDrops((files) => {
      const pack = files.find(({ name }) => /\.shelf$/i.test(name))
      const file = pack ?? (bridge.can('own') ? undefined : files[0])
      if (file) packs.ask({ from: 'drop', file })
      else if (files.length > 0) documents.ask(files)
    }),
  ]
  void bridge.call('packs.waiting', null).then((waiting) => {
    if (waiting.ok && waiting.value) open()
  })
  return () => stops.forEach((stop) => stop())
}

/** Takes the files while the drop is told: they are gone afterwards. */
async function filesOf({ items, files }: DataTransfer): Promise<readonly File[]> {
  const plain = [...files]
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain
  return (await import('./droppedfiles.ts')).filesWithin(entries)
}

function followDrops(drop: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent): void => {
    const { dataTransfer, type } = event
    if (!dataTransfer?.types.includes('Files')) return
    // Without this the window shows the file in its own place.
    event.preventDefault()
    if (type === 'drop') void filesOf(dataTransfer).then(drop)
  }
  const events = ['dragover', 'drop'] as const
  for (const event of events) document.addEventListener(event, over)
  return () => {
    for (const event of events) document.removeEventListener(event, over)
  }
}
