/**
 * An address in pieces between which a line may end: after slashes but for those of `https://`, and inside
 * a longer piece where the line has no room for it. Never after a hyphen: what
 * reads the PDF's text joins the lines again and drops the hyphen.
 */
export function addressParts(address: string, longest: number): readonly string[] {
  const parts = address.match(/(?:^[a-z]+:\/\/)?[^/]*\/+|[^/]+$/giu) ?? []
  return parts.flatMap((part) => pieces(part, Math.max(8, longest)))
}

function pieces(part: string, longest: number): readonly string[] {
  const pieces: string[] = []
  let rest = part
  while (rest.length > longest) {
    const piece = firstPiece(rest.slice(0, longest))
    pieces.push(piece)
    rest = rest.slice(piece.length)
  }
  return [...pieces, rest]
}

/** Up to a sign between words if there is one in the last third, else anywhere but after a hyphen. */
function firstPiece(full: string): string {
  const sign = /^.*[?&=._,;+%](?=[^?&=._,;+%]*$)/su.exec(full)?.[0] ?? ''
  if (sign.length > full.length * 0.6) return sign
  const anywhere = full.replace(/[-\u2010\uD800-\uDBFF]+$/u, '')
  return anywhere === '' ? full : anywhere
}
