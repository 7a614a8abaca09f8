/**
 * A picture of the reader's -> the logo of a cover: drawn again, small, as a PNG in base64. Of the file nothing is left but
 * its colours: no name, no place where it was taken, no bytes that another program could trip over.
 */
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import { pictureSize } from '../../../src-library/model/picturesize.ts'
import { longestLogo } from '../../../src-library/model/print.ts'

export type LogoFailure = 'not-a-picture' | 'too-large'

/** Of a file. */
const mostBytes = 10_000_000
const mostPixels = 40_000_000
/** Pixels of a logo: 300 an inch in the room that a cover has for it (paper/logo.ts). */
const largest = { width: 720, height: 288 }
/** A picture of many colours is made smaller in such steps until it is short enough. */
const step = 0.75

export async function readLogo(file: Blob): Promise<Outcome<string, LogoFailure>> {
  if (file.size > mostBytes) return failure('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const size = pictureSize(bytes)
  if (!size) return failure('not-a-picture')
  if (size.width * size.height > mostPixels) return failure('too-large')
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(new Blob([bytes], { type: size.type }))
  } catch {
    return failure('not-a-picture')
  }
  try {
    return success(drawnSmall(picture))
  } finally {
    picture.close()
  }
}

function drawnSmall(picture: ImageBitmap): string {
  const canvas = document.createElement('canvas')
  let scale = Math.min(1, largest.width / picture.width, largest.height / picture.height)
  for (;;) {
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (context) context.imageSmoothingQuality = 'high'
    context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = canvas.toDataURL('image/png').replace(/^[^,]*,/, '')
    if (drawn.length <= longestLogo) return drawn
    scale *= step
  }
}
