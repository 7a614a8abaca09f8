/** Bytes that a data file holds as text: `src-library/format/stickfile.ts`. */
import { fromBase91 } from '../../src-library/format/stickfile.ts'

/** `deflated`: raw deflate in base 91. Rejects where it is damaged. */
export async function inflated(deflated: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([fromBase91(deflated)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
