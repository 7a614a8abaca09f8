/** The logo of a cover: a PNG that the app has drawn from the reader's file. */

/** Millimetres. */
const room = { width: 60, height: 24 }

/** Rejects bytes that are no picture: a cover must not come out with a hole. */
export async function decodeLogo(logo: string | null): Promise<ImageBitmap | null> {
  if (logo === null) return null
  const bytes = Uint8Array.from(atob(logo), (letter) => letter.charCodeAt(0))
  return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
}

/** In millimetres, as large as its room allows. */
export function logoSize({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
}
