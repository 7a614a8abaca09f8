/** Waits for the fonts and images of a drawn document. */

/** Every face the print view's style sheet uses. */
const faces = [
  '400 1em Literata',
  'italic 400 1em Literata',
  '700 1em Literata',
  'italic 700 1em Literata',
  '400 1em "Noto Sans"',
  '600 1em "Noto Sans"',
  '700 1em "Noto Sans"',
]

/** Rejects when a face or an image can't be had: paper must not come out with another face, or with a hole. */
export async function fontsAndImages(heads: readonly string[]): Promise<void> {
  // A face is read in subsets: only those that hold these letters are waited for.
  const letters = [...new Set([document.body.textContent, ...heads, '0123456789'].join(''))].join('')
  await Promise.all(faces.map((face) => document.fonts.load(face, letters)))
  await Promise.all([...document.images].map((image) => image.decode()))
}
