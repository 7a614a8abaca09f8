/**
 * `**«Sığınacaq»**da`: strong words that end in a sign, with a suffix after them. CommonMark lets stars close nothing
 * between a sign and a letter, so that the stars would be printed; in Azerbaijani this is how names are written.
 * Two stars there may close here as well as open. One star may not: `a*(b)*c` is a formula.
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis, right-flanking delimiter run
 */
import { attention } from 'micromark-core-commonmark'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Construct, State } from 'micromark-util-types'

const star = 42

export const attentionBeforeSuffix: Construct = {
  ...attention,
  tokenize(effects, ok, nok) {
    const { previous } = this
    const isAfterWord = previous !== null && !markdownLineEndingOrSpace(previous)
    const after: State = (code) => {
      const token = this.events.at(-1)?.[1]
      const isStrong =
        token !== undefined &&
        token.end.offset - token.start.offset >= 2 &&
        this.sliceSerialize(token)[0] === '*'
      const isBeforeWord = code !== null && code !== star && !markdownLineEndingOrSpace(code)
      if (token && isStrong && isAfterWord && isBeforeWord) token._close = true
      return ok(code)
    }
    return attention.tokenize.call(this, effects, after, nok)
  },
}
