/** How packs reach the window from outside: a file that is dropped on it, a double-click, and a change of the library. */
import type { Shell } from './shell.ts'

/** Listens until the returned function is called. */
export function followPacks({ bridge, library, search, packs, printList }: Shell): () => void {
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
    followDrops((file) => packs.ask({ from: 'drop', file })),
  ]
  void bridge.call('packs.waiting', null).then((waiting) => {
    if (waiting.ok && waiting.value) open()
  })
  return () => stops.forEach((stop) => stop())
}

function followDrops(drop: (file: File) => void): () => void {
  const over = (event: DragEvent): void => {
    const { dataTransfer, type } = event
    if (!dataTransfer?.types.includes('Files')) return
    // Without this the window shows the file in its own place.
    event.preventDefault()
    const [file] = type === 'drop' ? dataTransfer.files : []
    if (file) drop(file)
  }
  const events = ['dragover', 'drop'] as const
  for (const event of events) document.addEventListener(event, over)
  return () => {
    for (const event of events) document.removeEventListener(event, over)
  }
}
