/** The images of a document: only files that came with it, of a kind that a pack can hold, without what a camera wrote into them. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Remark } from './draft.ts'
import { wordsOf } from './formats/elements.ts'

export type ImageKind = 'png' | 'jpg' | 'webp'

/** The kind by the first bytes; null: a pack can’t hold it. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : null
}

export type WithImages = {
  readonly tree: Root
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly remarks: readonly Remark[]
}

/** The tree with the images that `images` or a `data:` address holds. The others are left out, and told. */
export function keepImages(tree: Root, given: ReadonlyMap<string, Uint8Array>): WithImages {
  const images = new Map<string, Uint8Array>()
  const remarks: Remark[] = []
  const keep = (one: Element): readonly ElementContent[] => {
    const node = one.tagName === 'figure' ? withCaption(one) : one
    if (node.tagName !== 'img')
      return [
        {
          ...node,
          children: node.children.flatMap((child) => (child.type === 'element' ? keep(child) : child)),
        },
      ]
    const src = String(node.properties['src'] ?? '')
    const bytes = given.get(src) ?? bytesOfData(src)
    const kind = bytes && imageKind(bytes)
    const alt = String(node.properties['alt'] ?? '').trim()
    if (!bytes || !kind) {
      if (src !== '') remarks.push(leftOut(src, alt))
      return []
    }
    const name = given.has(src) ? src : `image-${images.size + 1}.${kind}`
    images.set(name, withoutCamera(bytes, kind))
    return [{ ...node, properties: { src: name, alt } }]
  }
  const children = tree.children.flatMap((node): RootContent[] =>
    node.type === 'element' ? [...keep(node)] : [node],
  )
  return { tree: { type: 'root', children }, images, remarks }
}

/** A caption is the words of its image in our Markdown, where the image has no other words. */
function withCaption(figure: Element): Element {
  const images = figure.children.flatMap((child) => (child.type === 'element' ? imagesIn(child) : []))
  const captions = figure.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  )
  const [image] = images
  const words = wordsOf(captions)
  const alt = String(image?.properties['alt'] ?? '').trim()
  if (images.length !== 1 || !image || words === '' || (alt !== '' && !words.includes(alt))) return figure
  return { ...image, properties: { ...image.properties, alt: words } }
}

const imagesIn = (node: Element): readonly Element[] =>
  node.tagName === 'img'
    ? [node]
    : node.children.flatMap((child) => (child.type === 'element' ? imagesIn(child) : []))

function leftOut(src: string, alt: string): Remark {
  const named = alt === '' ? '' : ` (“${alt.slice(0, 200)}”)`
  return src.startsWith('data:')
    ? { code: 'image-kind', text: `An image${named} is left out: it is not PNG, JPEG or WebP.` }
    : {
        code: 'image-remote',
        text: `An image${named} is left out: it is not in the file. ${src.slice(0, 300)}`,
      }
}

function bytesOfData(src: string): Uint8Array | null {
  const data = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(src)?.[1]
  return data === undefined ? null : new Uint8Array(Buffer.from(data, 'base64'))
}

/** The image without what a camera or a program wrote beside it: place, time, names, comments. */
function withoutCamera(bytes: Uint8Array, kind: ImageKind): Uint8Array {
  switch (kind) {
    case 'jpg':
      return plainJpeg(bytes)
    case 'png':
      return plainPng(bytes)
    case 'webp':
      return plainWebp(bytes)
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Without its segments of EXIF and XMP (APP1), of agencies (APP13) and of comments. */
function plainJpeg(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end <= at + 2 || end > bytes.length) break
    if (![0xe1, 0xed, 0xfe].includes(bytes[at + 1] ?? 0)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return joined([...parts, bytes.subarray(at)])
}

const pngWords = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function plainPng(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) break
    if (!pngWords.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8))))
      parts.push(bytes.subarray(at, end))
    at = end
  }
  return joined([...parts, bytes.subarray(at)])
}

/** Without its chunks of EXIF and XMP, and without the flags that announce them. */
function plainWebp(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    const end = Math.min(bytes.length, at + 8 + size + (size & 1))
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const chunk = bytes.slice(at, end)
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (name !== 'EXIF' && name !== 'XMP ') parts.push(chunk)
    at = end
  }
  const body = joined(parts)
  const head = bytes.slice(0, 12)
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return joined([head, body])
}
