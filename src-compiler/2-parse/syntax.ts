/**
 * The additions of packs to Markdown, as extensions of micromark and of mdast:
 *
 * - `[^label]` is a mark whether or not the document has a note of that label.
 *   GFM makes it one only for notes; ours may also cite a source.
 *   Like any construct it can be escaped, `\[^label]`, and is text inside code.
 * - A line defines a link only where it holds an address (linkdefinitions.ts).
 * - `**` may close before a suffix (suffixes.ts).
 * - An image keeps the tree of its label, not only its text, because a figure's
 *   caption may cite.
 */
import type { Image, PhrasingContent } from 'mdast'
import type { CompileContext, Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Construct, ConstructRecord, Extension, State, Token, TokenType } from 'micromark-util-types'
import type { Processor } from 'unified'
import { linkDefinition } from './linkdefinitions.ts'
import { attentionBeforeSuffix } from './suffixes.ts'

const codes = { asterisk: 42, openBracket: 91, closeBracket: 93, caret: 94 } as const
const longestLabel = 200

const markToken = 'packMark' as TokenType

const mark: Construct = {
  name: 'packMark',
  tokenize(effects, ok, nok) {
    let length = 0
    const open: State = (code) => {
      effects.enter(markToken)
      effects.consume(code)
      return caret
    }
    const caret: State = (code) => {
      if (code !== codes.caret) return nok(code)
      effects.consume(code)
      return label
    }
    const label: State = (code) => {
      if (code === codes.closeBracket && length > 0) {
        effects.consume(code)
        effects.exit(markToken)
        return ok
      }
      const ends = code === null || code === codes.openBracket || code === codes.closeBracket
      if (ends || markdownLineEndingOrSpace(code) || length === longestLabel) return nok(code)
      length++
      effects.consume(code)
      return label
    }
    return open
  },
}

const syntax: Extension = {
  text: { [codes.openBracket]: mark, [codes.asterisk]: attentionBeforeSuffix },
  contentInitial: { [codes.openBracket]: linkDefinition },
  disable: { null: ['definition'] },
  // Micromark's own switch: `![^x]` is an exclamation mark and a mark, not an image.
  ...{ _hiddenFootnoteSupport: {} },
}

const fromMarkdown: FromMarkdownExtension = {
  exit: {
    [markToken](this: CompileContext, token: Token) {
      const label = this.sliceSerialize(token).slice('[^'.length, -']'.length)
      this.enter({ type: 'footnoteReference', identifier: label, label }, token)
      this.exit(token)
    },
    label: keepLabel,
  },
}

const captions = new WeakMap<object, readonly PhrasingContent[]>()

/** The inlines between an image's brackets. */
export const captionOf = (image: Image | { readonly type: 'imageReference' }): readonly PhrasingContent[] =>
  captions.get(image) ?? []

/** As mdast's own handler of a link's or an image's label, but an image's inlines are kept beside their text. */
function keepLabel(this: CompileContext): void {
  const fragment = this.stack.at(-1)
  const text = this.resume()
  const node = this.stack.at(-1)
  this.data.inReference = true
  const children = fragment && 'children' in fragment ? (fragment.children as PhrasingContent[]) : []
  if (node?.type === 'link') node.children = children as typeof node.children
  else if (node) {
    captions.set(node, children)
    Object.assign(node, { alt: text })
  }
}

/** The plugin that adds both to a unified processor. */
export function packSyntax(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(syntax)
  ;(data.fromMarkdownExtensions ??= []).push(fromMarkdown)
}

const addresses = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

/** The plugin that takes GFM's bare addresses out of a processor again, for texts that can hold none. */
export function withoutBareAddresses(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({ text, ...others }) =>
    text === undefined ? others : { ...others, text: withoutAddresses(text) },
  )
}

function withoutAddresses(constructs: ConstructRecord): ConstructRecord {
  const left = Object.entries(constructs).map(
    ([code, own]) =>
      [code, [own ?? []].flat().filter(({ name }) => name === undefined || !addresses.has(name))] as const,
  )
  // A sign with constructs, though none, would break a run of letters.
  return Object.fromEntries(left.filter(([, own]) => own.length > 0))
}
