/**
 * `[label]: address` on a line of its own defines a link. To Markdown any word is an address, so `[Hotline]: 152`
 * or a line of a conversation, `[Client]: Yes.`, would be a definition that is never used, and vanish.
 * Here only what looks like an address makes a definition; every other line stays text.
 */
import { definition } from 'micromark-core-commonmark'
import type { Construct, State } from 'micromark-util-types'

/** With a scheme, an anchor, a folder of the pack, or the extension of a file. */
const address =
  /^(?:[a-z][a-z0-9+.-]*:\S|\/\/|www\.|figures\/|[^#]*#\S|.*\.(?:md|markdown|html?|pdf|csv|png|jpe?g|webp|svg)$)/i

export const isDefinedAddress = (destination: string): boolean => address.test(destination)

/** As CommonMark's own, but that it fails where the destination is a word. */
export const linkDefinition: Construct = {
  ...definition,
  name: 'packDefinition',
  tokenize(effects, ok, nok) {
    const knownBefore = this.parser.defined.length
    const check: State = (code) => {
      const destination = this.events.findLast(
        ([, token]) => token.type === 'definitionDestinationString',
      )?.[1]
      if (destination && isDefinedAddress(this.sliceSerialize(destination))) return ok(code)
      this.parser.defined.length = knownBefore
      return nok(code)
    }
    return definition.tokenize.call(this, effects, check, nok)
  },
}
