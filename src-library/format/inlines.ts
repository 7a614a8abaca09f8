/** Inlines, decoded. */
import * as v from 'valibot'
import type { Inline, LinkTarget } from '../model/inline.ts'
import { byKind } from './decode.ts'
import { anchor, articleId, languageTag, sourceId } from './scalars.ts'

export const inlines: v.GenericSchema<unknown, readonly Inline[]> = v.lazy(() => v.array(inline))

const linkTarget = byKind<LinkTarget>({
  section: v.object({ kind: v.literal('section'), article: articleId, anchor }),
  address: v.object({ kind: v.literal('address'), address: v.string() }),
})

const inline = byKind<Inline>({
  text: v.object({ kind: v.literal('text'), value: v.string() }),
  emphasis: v.object({ kind: v.literal('emphasis'), children: inlines }),
  strong: v.object({ kind: v.literal('strong'), children: inlines }),
  delete: v.object({ kind: v.literal('delete'), children: inlines }),
  subscript: v.object({ kind: v.literal('subscript'), children: inlines }),
  superscript: v.object({ kind: v.literal('superscript'), children: inlines }),
  inlineCode: v.object({ kind: v.literal('inlineCode'), value: v.string() }),
  break: v.object({ kind: v.literal('break') }),
  link: v.object({ kind: v.literal('link'), target: linkTarget, children: inlines }),
  foreign: v.object({ kind: v.literal('foreign'), language: languageTag, children: inlines }),
  citation: v.object({ kind: v.literal('citation'), source: sourceId }),
  footnoteReference: v.object({ kind: v.literal('footnoteReference'), note: anchor }),
})
