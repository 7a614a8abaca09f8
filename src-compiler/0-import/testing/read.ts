/** Short ways to bring a file in, for tests. */
import JSZip from 'jszip'
import type { Format, ImportedFile } from '../draft.ts'
import { importDocument } from '../import.ts'

type Options = { readonly format?: Format; readonly pages?: readonly string[] }

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** What the file holds. Throws where it is refused. */
export async function read(
  name: string,
  content: string | Uint8Array,
  { format, pages = [] }: Options = {},
): Promise<ImportedFile> {
  const options = { name, encoding: null, format: format ?? null, pages }
  const document = await importDocument(bytesOf(content), options)
  if (!document.ok) throw new Error(document.failure.text)
  return document.value
}

/** The sentence that refuses the file; `read` where nothing does. */
export async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const document = await importDocument(bytesOf(content), { name, encoding: null, format: null })
  return document.ok ? 'read' : document.failure.text
}

/** A zip of these files. The first is stored as it is, as e-books and OpenDocument ask for. */
export async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const packed = new JSZip()
  for (const [i, [path, content]] of Object.entries(files).entries())
    packed.file(path, content, { compression: i === 0 ? 'STORE' : 'DEFLATE' })
  return await packed.generateAsync({ type: 'uint8array' })
}

export const png = new Uint8Array(Buffer.from('89504e470d0a1a0a0000', 'hex'))
